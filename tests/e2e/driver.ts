/**
 * The office at work, run inside the page: it hands dossiers over one after the other until the program is gone, and calls
 * `said` before it asks for a write (`asked`) and after it has the answer (`answered`).
 */
export async function workUntilKilled(job: {
  dossiers: number[];
  logins: { a: string; b: string; archivist: string; custodian: string; manager: string };
  titles: {
    ids: number[];
    /** Goes out on borrowing slips, the others to the registry. */
    lentId: number;
    compartmentId: number;
    custodianId: number;
    secondId: number;
    confirmerId: number;
    stocktakeId: number;
  };
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

  /** Two people send what lies in the safe to the registry and take back what is there. */
  const moveTitle = async (titleId: number) => {
    const { standings } = await ask<{ standings: { place: string }[] }>('title.show', { id: titleId });
    const { compartmentId, secondId } = job.titles;
    const isHere = standings.some(({ place }) => place === 'safe');
    count += 1;
    const reason = `日常办理 ${job.mark}-${count}`;
    const act = { reason, basis: '审批单', secondId, signatures: { operator: job.pin, second: job.pin } };
    const input = isHere
      ? { ...act, pieces: [{ titleId }], party: '登记中心', dueOn: '2027-03-02' }
      : { ...act, pieces: [{ titleId, compartmentId }] };
    const claim = () => ({ kind: 'moved', titleId, reason });
    await write(isHere ? 'titleMove.sendToRegistry' : 'titleMove.takeBack', input, claim);
  };
  const moveTitles = async (most: number) => {
    await signIn(job.logins.custodian);
    for (const titleId of job.titles.ids.slice(0, most)) await moveTitle(titleId);
  };

  /** One step of a slip on which an executive borrows a title: asked for, lent, given back. It goes on where the program was killed. */
  const lendTitle = async () => {
    await signIn(job.logins.archivist);
    type Row = { id: number; no: string; state: string; purpose: string };
    const { rows } = await ask<{ rows: Row[] }>('borrowing.list', {});
    const slip = rows.find(({ state }) => state === 'approved' || state === 'lent');
    const { lentId: titleId, custodianId, secondId, confirmerId } = job.titles;
    const safe = { custodianId, secondId };
    const two = { custodian: job.pin, second: job.pin, archivist: job.pin };
    if (!slip) {
      count += 1;
      const purpose = `查验原件 ${job.mark}-${count}`;
      await signIn(job.logins.manager);
      const things = [{ kind: 'title', id: titleId }];
      await write('borrowing.submit', { things, purpose, way: 'takeAway' }, () => ({ kind: 'askedFor', purpose }));
    } else if (slip.state === 'approved') {
      const input = { id: slip.id, ...safe, signatures: { ...two, borrower: job.pin } };
      await write('borrowing.lend', input, () => ({ kind: 'moved', titleId, reason: slip.purpose }));
    } else {
      const { lines } = await ask<{ lines: { id: number; quantity: number }[] }>('borrowing.show', { id: slip.id });
      const found = lines.map((line) => ({ lineId: line.id, found: line.quantity }));
      const input = { id: slip.id, ...safe, confirmerId, lines: found, signatures: { ...two, confirmer: job.pin } };
      await write('borrowing.giveBack', input, () => ({ kind: 'moved', titleId, reason: slip.no }));
    }
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

  // The first answer is an entry of a stocktake in one run, a slip in the next, then a step of a loan, then a dossier's list: the kill
  // comes soon after it.
  const begin = Number(job.mark.slice(1)) % 4;
  if (begin === 1) await countTitles(20);
  if (begin === 2) await moveTitles(3);
  if (begin === 3) for (let i = 0; i < 3; i += 1) await lendTitle();
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
