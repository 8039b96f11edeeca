import type { InputOf } from '../../shared/api/contract';
import type { disposal } from '../../shared/api/disposal.contract';
import { acceptAtArchive, bringToArchive, LOGINS, type Office, PASSWORD, type People, PIN, signIn } from './office';

/** Who takes part in appraisals, destructions and transfers besides the people of every test. */
export interface DisposalPeople extends People {
  manager: number;
  chairman: number;
  second: number;
}

export const MANAGER = 'wenruyan';
export const CHAIRMAN = 'luzhiyuan';
export const SECOND_ARCHIVIST = 'xuzhiwei';

/** A general manager, a chairman and a second archivist; whoever is signed in must be the administrator. */
export async function engageDeciders(office: Office, people: People): Promise<DisposalPeople> {
  const engage = async (name: string, login: string, position: 'generalManager' | 'chairman' | 'archivist') =>
    (
      await office.call('people.engage', {
        ...{ name, login, departmentId: 1, positions: [position], password: PASSWORD, pin: PIN },
      })
    ).id;
  const manager = await engage('温如言', MANAGER, 'generalManager');
  const chairman = await engage('陆致远', CHAIRMAN, 'chairman');
  const second = await engage('许知微', SECOND_ARCHIVIST, 'archivist');
  return { ...people, manager, chairman, second };
}

/** A dossier on the shelf, of a business that ended on that day, to be kept for ten years; ends signed in as the archivist. */
export async function shelve(office: Office, people: People, n: number, endedOn?: string): Promise<number> {
  await signIn(office, LOGINS.a);
  const client = await office.call('client.register', { kind: 'enterprise', name: `旧客户 ${n}` });
  const { id: projectId } = await office.call('project.register', {
    ...{ clientId: client.id, name: `旧贷款 ${n}`, businessType: 'loan', contractNo: `旧借${n}号`, amountFen: 1 },
    ...{ aManagerId: people.a, bManagerId: people.b, disbursedOn: '2010-03-02' },
    ...(endedOn && { endedOn }),
  });
  const opened = { projectId, title: `旧贷款 ${n}`, year: 2010, retentionId: 3 };
  const { id } = await office.call('dossier.open', opened);
  const part = 'contracts' as const;
  const items = [
    { part, title: '借款合同', pages: 2 + n },
    { part, title: '借据', pages: 1 },
  ];
  await office.call('dossier.compile', { id, revision: 0, items });
  await acceptAtArchive(office, await bringToArchive(office, id));
  return id;
}

type Line = InputOf<(typeof disposal)['appraise']>['lines'][number];

/** One line of an appraisal: destroyed, unless it says otherwise. */
export const decided = (dossierId: number, more: Partial<Line> = {}): Line => ({
  dossierId,
  keepUntil: '2022-12-31',
  decision: 'destroy',
  remarks: '期满，无保存价值',
  ...more,
});

export const ENDED = '2012-12-31';

/** The archivist appraises, the general manager approves. */
export async function appraise(office: Office, lines: Line[]): Promise<number> {
  await signIn(office, LOGINS.archivist);
  const { id } = await office.call('disposal.appraise', { reason: '2026 年到期鉴定', lines, signature: PIN });
  await signIn(office, MANAGER);
  await office.call('disposal.approve', { id, signature: PIN });
  return id;
}

/** The archivist draws up the destruction list of an approved appraisal; A and B are to watch. */
export async function listForDestruction(office: Office, people: People, appraisalId: number): Promise<number> {
  await signIn(office, LOGINS.archivist);
  const input = {
    ...{ appraisalId, reason: '鉴定意见', signature: PIN },
    ...{ firstWitnessId: people.a, secondWitnessId: people.b },
  };
  return (await office.call('disposal.listForDestruction', input)).id;
}

/** The whole way of one dossier into the fire; answers the list. */
export async function destroy(office: Office, people: People, dossierId: number): Promise<number> {
  const id = await listForDestruction(office, people, await appraise(office, [decided(dossierId)]));
  await signIn(office, MANAGER);
  await office.call('disposal.approve', { id, signature: PIN });
  await signIn(office, LOGINS.archivist);
  const { no } = await office.call('disposal.show', { id });
  await office.call('disposal.destroy', { id, no, signatures: { first: PIN, second: PIN } });
  return id;
}

export const RECEIVER = { receiver: '集团档案馆', receiverPerson: '何接收', receiverDocument: '工作证 0731' };

/** A dossier goes to the group's archive; answers the list. */
export async function handOut(office: Office, people: People, dossierId: number): Promise<number> {
  await signIn(office, LOGINS.archivist);
  const { id } = await office.call('disposal.listForTransfer', {
    ...{ dossierIds: [dossierId], reason: '集团统一保管', ...RECEIVER, supervisorId: people.a, signature: PIN },
  });
  await signIn(office, MANAGER);
  await office.call('disposal.approve', { id, signature: PIN });
  await signIn(office, LOGINS.archivist);
  await office.call('disposal.handOut', { id, signatures: { archivist: PIN, supervisor: PIN } });
  return id;
}
