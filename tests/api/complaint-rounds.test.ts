import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, type Cast, castCompany, complain, signInAs, take } from './complaints';
import { pngOf, send } from './files';
import { LOGINS, type Office, openOffice, PIN, PLACE, signIn, tickAll } from './office';

const MIGRATION = new URL('../../electron/db/migrations/0270_complaint_paper.sql', import.meta.url);
const bySource = (a: unknown[], b: unknown[]) => (a.slice(4).join(' ') < b.slice(4).join(' ') ? -1 : 1);
const PAPER = 'complaint_id, round, dossier_id, item_id, what, source_id';

let office: Office;
let cast: Cast;
beforeEach(async () => {
  office = openOffice('2026-03-02T09:00:00+08:00');
  cast = await castCompany(office);
});
afterEach(() => office.close());

const show = (id: number) => office.call('complaint.show', { id });
const dossier = (id: number) => office.call('dossier.show', { id });
const titles = async (id: number) => (await dossier(id)).items.map(({ title }) => title);
const explain = async (id: number) => {
  await take(office, id, 'hr', 'explain', { explanation: '经核实，当日及时接待。' });
  await take(office, id, 'hr', 'close', { summary: '不属实' });
};
/** Closed with an explanation on the second of March. */
const closed = async (): Promise<number> => {
  const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId });
  await take(office, id, 'hr', 'assess', { justified: false, major: false, urgent: false });
  await explain(id);
  return id;
};
/** Opened again and closed again on a later day. */
const again = async (id: number, day: string) => {
  office.at(`2026-${day}T09:00:00+08:00`);
  await signInAs(office, 'hr');
  await office.call('complaint.reopen', { id, reason: '客户又来电' });
  await explain(id);
};
const give = async (dossierId: number): Promise<number> => {
  await signInAs(office, 'hr');
  const { revision } = await dossier(dossierId);
  return (await office.call('handover.give', { dossierId, kind: 'bToArchive', revision, signature: PIN })).id;
};
const accept = async (id: number) => {
  await signIn(office, LOGINS.archivist);
  await tickAll(office, id);
  await office.call('handover.acceptAtArchive', { id, place: PLACE, signatures: { b: PIN, archivist: PIN } });
};

describe('a case that is opened again after it was filed', () => {
  test('is filed round by round: into its dossier while that is being written, into a further one once it is handed over', async () => {
    const id = await closed();
    const { dossierId: first = 0 } = await show(id);
    await again(id, '03-03');
    expect(await titles(first)).toEqual([
      ...['受理登记', '核实定性', '书面说明', '结案归档', '书面说明（第2轮）', '结案归档（第2轮）'],
    ]);
    expect((await show(id)).filed).toMatchObject([
      { dossierId: first, round: 1, papers: 4, lines: [1, 2, 3, 4] },
      { dossierId: first, round: 2, papers: 2, lines: [5, 6] },
    ]);

    // Signed and on its way: nothing is put under a signature.
    const given = await give(first);
    await again(id, '03-04');
    const second = (await show(id)).filed.at(-1)?.dossierId ?? 0;
    expect(second).not.toBe(first);
    expect(await titles(first)).toHaveLength(6);
    expect(await titles(second)).toEqual(['书面说明（第3轮）', '结案归档（第3轮）']);

    // Back with whoever filed it, while the further one is the one that is written.
    await signIn(office, LOGINS.archivist);
    await office.call('handover.sendBack', { id: given, reason: '缺页', signature: PIN });
    await again(id, '03-05');
    expect(await titles(second)).toHaveLength(4);

    await accept(await give(first));
    await accept(await give(second));
    await again(id, '03-06');
    const third = (await show(id)).filed.at(-1)?.dossierId ?? 0;
    expect(await titles(third)).toEqual(['书面说明（第5轮）', '结案归档（第5轮）']);

    await again(id, '03-09');
    const { filed, dossierId, archiveNo: _, ...its } = { archiveNo: '', ...(await show(id)) };
    expect(its).toMatchObject({ round: 6, closedOn: '2026-03-09' });
    expect(dossierId).toBe(first);
    expect(filed.map(({ round, dossierId: where, lines }) => [round, where, lines])).toEqual([
      [1, first, [1, 2, 3, 4]],
      [2, first, [5, 6]],
      [3, second, [1, 2]],
      [4, second, [3, 4]],
      [5, third, [1, 2]],
      [6, third, [3, 4]],
    ]);
    // Each paper once, none left out.
    expect(filed.reduce((sum, { papers }) => sum + papers, 0)).toBe(its.taken.length);
    await signIn(office, ADMIN);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('has its dossiers linked to each other, and all are kept from the end of the last round', async () => {
    const id = await closed();
    const { dossierId: first = 0 } = await show(id);
    await accept(await give(first));
    await signInAs(office, 'hr');
    expect(await dossier(first)).toMatchObject({ endedOn: '2026-03-02', keepUntil: '2029-03-02' });
    await again(id, '03-20');
    const second = (await show(id)).filed.at(-1)?.dossierId ?? 0;
    const { archiveNo, title } = await dossier(first);
    for (const one of [first, second])
      expect(await dossier(one)).toMatchObject({
        ...{ endedOn: '2026-03-20', keepUntil: '2029-03-20' },
        complaint: { id, volumes: [{ id: first, archiveNo }, { id: second }] },
      });
    expect(await dossier(second)).toMatchObject({
      title: `${title}（第2轮）`,
      remarks: `同一案件的前卷：${archiveNo}`,
    });
    expect((await dossier(second)).retention).toBe((await dossier(first)).retention);
  });

  test('is not due for appraisal while it is open again', async () => {
    const id = await closed();
    const { dossierId = 0 } = await show(id);
    await accept(await give(dossierId));
    const due = async () => {
      await signIn(office, LOGINS.archivist);
      return (await office.call('disposal.due', {})).rows.map((row) => row.id);
    };
    office.at('2029-06-01T09:00:00+08:00');
    expect(await due()).toEqual([dossierId]);
    await signInAs(office, 'hr');
    await office.call('complaint.reopen', { id, reason: '客户起诉' });
    expect(await due()).toEqual([]);
    expect(await dossier(dossierId)).not.toHaveProperty('keepUntil');
    await explain(id);
    expect(await dossier(dossierId)).toMatchObject({ endedOn: '2029-06-01', keepUntil: '2032-06-01' });
  });

  test('takes along what lay with it: calls and evidence, each once', async () => {
    const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId });
    const about = { direction: 'in', channel: 'phone', withWhom: '周女士' } as const;
    await take(office, id, 'hr', 'assess', { justified: false, major: false, urgent: false });
    await office.call('complaintFile.note', { id, ...about, said: '催问' });
    await send(office, { kind: 'complaint', id }, '录音.png', pngOf('one'));
    await explain(id);
    const { dossierId = 0 } = await show(id);
    const before = await titles(dossierId);
    expect(before.slice(4)).toEqual(['往来与通话记录', '证据：录音.png']);
    // A call after the closing is filed with the next round.
    await office.call('complaintFile.note', { id, ...about, said: '不认可' });
    await office.call('complaint.reopen', { id, reason: '客户不认可' });
    const filedBefore = (await office.call('attachment.ofComplaint', { complaintId: id })).rows[0]?.id;
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('attachment.remove', { id: filedBefore, reason: '不要了' })).toBe('evidenceFiled');
    await signInAs(office, 'hr');
    await send(office, { kind: 'complaint', id }, '照片.png', pngOf('two'));
    await explain(id);
    expect((await titles(dossierId)).slice(before.length)).toEqual([
      ...['书面说明（第2轮）', '结案归档（第2轮）', '往来与通话记录（第2轮）', '证据：照片.png'],
    ]);
    // Whoever keeps the papers may take a line out; the case goes on saying that it was filed.
    const { revision, items } = await dossier(dossierId);
    const kept = items.slice(0, -1).map(({ contractCode: _, ...item }) => item);
    await office.call('dossier.compile', { id: dossierId, revision, items: kept });
    expect((await show(id)).filed).toMatchObject([
      { papers: 6, lines: [1, 2, 3, 4, 5, 6] },
      { papers: 4, lines: [7, 8, 9] },
    ]);
  });

  test('takes along what was granted and decided in it', async () => {
    const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId });
    await take(office, id, 'hr', 'assess', { justified: true, major: false, urgent: false });
    const asked = { complaintId: id, limit: 'answer', newDueOn: '2026-03-20', reason: '当事人出差' };
    const { id: extension } = await office.call('caseExtension.ask', asked);
    const fine = { complaintId: id, staffId: cast.worker, measure: 'fine', amountFen: 5_000, facts: '态度生硬' };
    const { id: penalty } = await office.call('penalty.propose', fine);
    await office.call('penalty.state', { id: penalty, way: 'refused', statement: '', signature: PIN });
    await signInAs(office, 'manager');
    await office.call('caseExtension.decide', { id: extension, granted: true, signature: PIN });
    await take(office, id, 'head', 'begin', { firstSteps: '了解情况' });
    const decided = { granted: true, effectiveOn: '2026-03-02', signature: PIN };
    await office.call('penalty.decide', { id: penalty, ...decided });
    await take(office, id, 'head', 'investigate', { findings: '属实', cause: '拖延' });
    await take(office, id, 'head', 'propose', { solution: '致歉' });
    await take(office, id, 'manager', 'approve', { granted: true });
    await take(office, id, 'head', 'carryOut', { done: '已致歉' });
    await take(office, id, 'head', 'answer', { way: '电话', answer: '已处理' });
    await take(office, id, 'hr', 'feedback', { satisfied: true, way: '电话' });
    await take(office, id, 'hr', 'close', { summary: '客户满意' });
    const { dossierId = 0, taken } = await show(id);
    const beside = (await titles(dossierId)).slice(taken.length);
    expect(beside).toEqual(['延期申请：两个工作日内给客户满意答复', '处罚决定：罚〔2026〕001号']);
  });

  test('was filed by an older program as well: what that put into the dossier counts as filed, the later rounds do not', async () => {
    const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId });
    await take(office, id, 'hr', 'assess', { justified: false, major: false, urgent: false });
    const call = { direction: 'in', channel: 'phone', withWhom: '周女士', said: '催问' } as const;
    await office.call('complaintFile.note', { id, ...call });
    await send(office, { kind: 'complaint', id }, '录音.png', pngOf('one'));
    await explain(id);
    const { db } = office.ledger;
    const filed = db.prepare<[], unknown[]>(`SELECT ${PAPER} FROM complaint_paper`).raw().all();
    expect(filed).toHaveLength(6);
    const [, rows = ''] = readFileSync(MIGRATION, 'utf8').split(/^-- rows.*$/m);
    const [steps = '', ...beside] = rows.split(/INSERT INTO complaint_paper \([^)]*\)/).slice(1);
    const chosen = (sql: string) => db.prepare<[], unknown[]>(sql.trim().replace(/;$/, '')).raw().all();
    const byStep = chosen(steps);
    expect([...beside.flatMap(chosen), ...byStep].sort(bySource)).toEqual(filed.sort(bySource));
    await again(id, '03-03');
    expect(chosen(steps)).toEqual(byStep);
  });
});
