import { A, ARCHIVIST, B } from './office-day';
import { PASSWORD, PIN } from './program';
import type { Asks } from './work-before';

/**
 * Puts dossiers of long ended businesses on the shelf of the demonstration company; ends with the archivist signed in. Answers their ids.
 */
export async function shelveOldDossiers({ ask }: Asks, titles: readonly string[]): Promise<number[]> {
  const signIn = (login: string) => ask('people.signIn', { login, password: PASSWORD });
  await signIn(ARCHIVIST);
  const staff = await ask<{ id: number; login?: string }[]>('people.staff', {});
  const idOf = (login: string) => staff.find((one) => one.login === login)?.id ?? 0;
  type Given = { id: number };
  const tick = async (id: number) => {
    const { items } = await ask<{ items: { id: number; pages: number }[] }>('handover.show', { id });
    await ask('handover.check', { id, found: items.map((item) => ({ itemId: item.id, pagesFound: item.pages })) });
  };
  const shelve = async (title: string, n: number): Promise<number> => {
    await signIn(A);
    const client = await ask<Given>('client.register', { kind: 'enterprise', name: `${title}有限公司` });
    const project = await ask<Given>('project.register', {
      ...{
        clientId: client.id,
        name: title,
        businessType: 'loan',
        contractNo: `旧借〔2010〕${n}号`,
        amountFen: 1_000_000,
      },
      ...{ aManagerId: idOf(A), bManagerId: idOf(B), disbursedOn: '2010-03-02', endedOn: `20${10 + n}-06-30` },
    });
    const { id } = await ask<Given>('dossier.open', { projectId: project.id, title, year: 2010, retentionId: 3 });
    const items = ['借款申请书', '借款合同'].map((its) => ({ part: 'contracts', title: its, pages: 3 + n }));
    const { revision } = await ask<{ revision: number }>('dossier.compile', { id, revision: 0, items });
    const toB = await ask<Given>('handover.give', { dossierId: id, kind: 'aToB', revision, signature: PIN });
    await signIn(B);
    await tick(toB.id);
    await ask('handover.acceptAtB', { id: toB.id, signature: PIN });
    const input = { dossierId: id, kind: 'bToArchive', revision, signature: PIN };
    const toArchive = await ask<Given>('handover.give', input);
    await signIn(ARCHIVIST);
    await tick(toArchive.id);
    const place = { room: '一室', cabinet: '09柜', shelf: '1层', box: `0${n}盒` };
    const signatures = { a: PIN, b: PIN, archivist: PIN };
    await ask('handover.acceptAtArchive', { id: toArchive.id, place, signatures });
    return id;
  };
  const ids: number[] = [];
  for (const [i, title] of titles.entries()) ids.push(await shelve(title, i + 1));
  await signIn(ARCHIVIST);
  return ids;
}
