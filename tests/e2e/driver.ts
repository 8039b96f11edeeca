/**
 * The office at work, run inside the page: it hands dossiers over one after the other until the program is gone, and calls
 * `said` before it asks for a write (`asked`) and after it has the answer (`answered`).
 */
export async function workUntilKilled(job: {
  dossiers: number[];
  logins: { a: string; b: string; archivist: string; custodian: string };
  titles: { ids: number[]; compartmentId: number; secondId: number; stocktakeId: number };
  password: string;
  pin: string;
  /** Makes titles unlike those of earlier runs. */
  mark: string;
}): Promise<void> {
  type Item = { id: number; title: string; pages: number };
  type Answer = { ok: true; data: never } | { ok: false; error: { reason: string } };
  const page = window as unknown as {
    bridge: { invoke(name: string, input: unknown): Promise<Answer> };
    said(stage: 'asked' | 'answered', facts: object): void;
  };
  let count = 0;
  const ask = async <T>(name: string, input: unknown): Promise<T> => {
    const answer = await page.bridge.invoke(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.reason}`);
    return answer.data as T;
  };
  /** A write; `claim` says what it promises, with what the answer adds. */
  const write = async <T>(name: string, input: unknown, claim: (answer?: T) => object): Promise<T> => {
    page.said('asked', claim());
    const answer = await ask<T>(name, input);
    page.said('answered', claim(answer));
    return answer;
  };
  const signIn = (login: string) => ask('people.signIn', { login, password: job.password });
  const check = async (id: number) => {
    const { items } = await ask<{ items: Item[] }>('handover.show', { id });
    const found = items.map((item) => ({ itemId: item.id, pagesFound: item.pages }));
    await write('handover.check', { id, found }, () => ({ kind: 'checked', handoverId: id }));
  };
  const compile = async (dossierId: number) => {
    const { revision, items } = await ask<{ revision: number; items: ({ contractCode?: string } & Item)[] }>(
      'dossier.show',
      { id: dossierId },
    );
    count += 1;
    const title = `借款申请书 ${job.mark}-${count}`;
    const list = items.map(({ contractCode: _, ...item }, i) =>
      i === 0 ? { ...item, title } : { ...item, title: `${item.title.split(' · ')[0]} · ${count}` },
    );
    await write('dossier.compile', { id: dossierId, revision, items: list }, () => ({
      kind: 'compiled',
      dossierId,
      title,
    }));
  };
  const give = async (dossierId: number, kind: 'aToB' | 'bToArchive') => {
    const { revision } = await ask<{ revision: number }>('dossier.show', { id: dossierId });
    return write<{ id: number; no: string }>(
      'handover.give',
      { dossierId, kind, revision, signature: job.pin },
      (answer) => ({
        kind: 'given',
        no: answer?.no ?? `${job.mark}-${count}`,
      }),
    );
  };
  const openList = async (dossierId: number) =>
    (await ask<{ id: number; kind: 'aToB' | 'bToArchive' }[]>('handover.list', { dossierId, openOnly: true }))[0];

  const bringToB = async (dossierId: number) => {
    await signIn(job.logins.a);
    for (let i = 0; i < 6; i += 1) await compile(dossierId);
    await give(dossierId, 'aToB');
  };
  const takeOverAtB = async (id: number) => {
    await signIn(job.logins.b);
    await check(id);
    await write('handover.acceptAtB', { id, signature: job.pin }, () => ({ kind: 'acceptedAtB', handoverId: id }));
  };
  const receive = async (dossierId: number, id: number) => {
    await signIn(job.logins.archivist);
    await check(id);
    const place = { room: '一室', cabinet: '03柜', shelf: '2层', box: '07盒' };
    const signatures = { a: job.pin, b: job.pin, archivist: job.pin };
    await write<{ archiveNo: string }>('handover.acceptAtArchive', { id, place, signatures }, (answer) => ({
      kind: 'received',
      dossierId,
      archiveNo: answer?.archiveNo ?? '?',
    }));
  };

  /** Two people lend what lies in the safe and take back what is lent. */
  const moveTitle = async (titleId: number) => {
    const { standings } = await ask<{ standings: { place: string }[] }>('title.show', { id: titleId });
    const { compartmentId, secondId } = job.titles;
    const isHere = standings.some(({ place }) => place === 'safe');
    count += 1;
    const reason = `日常办理 ${job.mark}-${count}`;
    const act = { reason, basis: '审批单', secondId, signatures: { operator: job.pin, second: job.pin } };
    const input = isHere
      ? { ...act, pieces: [{ titleId }], party: '顾行简', dueOn: '2027-03-02' }
      : { ...act, pieces: [{ titleId, compartmentId }] };
    const claim = () => ({ kind: 'moved', titleId, reason });
    await write(isHere ? 'titleMove.lend' : 'titleMove.giveBack', input, claim);
  };
  const moveTitles = async (most: number) => {
    await signIn(job.logins.custodian);
    for (const titleId of job.titles.ids.slice(0, most)) await moveTitle(titleId);
  };

  /** One entry after the other, as a scanner reads them. */
  const countTitles = async (most: number) => {
    await signIn(job.logins.archivist);
    const { compartmentId, stocktakeId } = job.titles;
    for (let i = 0; i < most; i += 1) {
      count += 1;
      const certificateNo = `账外证 ${job.mark}-${count}`;
      const input = { id: stocktakeId, compartmentId, certificate: certificateNo, unknown: true };
      await write('stocktake.count', input, () => ({ kind: 'counted', certificateNo }));
    }
  };

  // The first answer is a slip in one run, an entry of a stocktake in the next, then a dossier's list: the kill comes soon after it.
  const begin = Number(job.mark.slice(1)) % 3;
  if (begin === 1) await countTitles(20);
  if (begin === 2) await moveTitles(3);
  await signIn(job.logins.a);
  for (const dossierId of job.dossiers) {
    // Goes on where the killed program left off.
    for (;;) {
      const { state, holder } = await ask<{ state: string; holder: string }>('dossier.show', { id: dossierId });
      if (state === 'received') break;
      await moveTitles(1);
      await signIn(job.logins.a);
      const open = await openList(dossierId);
      if (open?.kind === 'aToB') await takeOverAtB(open.id);
      else if (open) await receive(dossierId, open.id);
      else if (holder === 'a') await bringToB(dossierId);
      else {
        await signIn(job.logins.b);
        for (let i = 0; i < 6; i += 1) await compile(dossierId);
        await give(dossierId, 'bToArchive');
      }
    }
  }
}
