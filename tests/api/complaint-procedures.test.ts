import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProcedureRepo } from '../../electron/features/complaint/procedure.repo';
import { walkProcedures } from '../../electron/features/complaint/signature-check';
import { ADMIN, CAST, type Cast, castCompany, complain, signInAs, take } from './complaints';
import { type Office, openOffice, PASSWORD, signIn } from './office';

let office: Office;
let cast: Cast;
beforeEach(async () => {
  office = openOffice('2026-03-02T09:00:00+08:00');
  cast = await castCompany(office);
});
afterEach(() => office.close());

const managed = async (title: string) => {
  await signIn(office, ADMIN);
  const found = (await office.call('complaint.managed', {})).find((its) => its.title === title);
  if (!found) throw new Error(`no procedure ${title}`);
  return found;
};
const titles = async () => {
  await signInAs(office, 'clerk');
  return (await office.call('complaint.procedures', {})).map(({ title }) => title);
};
/** Raises the limit of the first step by signature. */
const revise = async (title: string, signature = PASSWORD) => {
  const { id } = await managed(title);
  const { definition } = await office.call('complaint.version', { id });
  const [limit, ...others] = definition.limits;
  const limits = limit ? [{ ...limit, count: 5 }, ...others] : [];
  return office.reply('complaint.revise', { id, definition: { ...definition, limits }, signature });
};

describe('a version of a procedure', () => {
  test('is put into force by signature only; a wrong one leaves everything as it was', async () => {
    expect(await revise('服务投诉', 'not the password')).toMatchObject({ error: { reason: 'wrongSecret' } });
    expect((await managed('服务投诉')).version).toBe(1);
    expect(await revise('服务投诉')).toMatchObject({ ok: true });
    const { id } = await managed('服务投诉');
    const its = await office.call('complaint.version', { id });
    expect(its.versions).toMatchObject([
      { version: 2, signed: true, madeBy: '苏景行' },
      { version: 1, signed: false },
    ]);
    expect(its.before?.limits[0]?.count).toBe(1);
    expect(its.definition.limits[0]?.count).toBe(5);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('stays with the cases that began with it: each says by which it runs, and the list how many do', async () => {
    const first = await complain(office, '服务投诉', { kind: 'other', unitId: cast.unitId });
    await revise('服务投诉');
    const second = await complain(office, '服务投诉', { kind: 'other', unitId: cast.unitId });
    await signInAs(office, 'hr');
    const show = (id: number) => office.call('complaint.show', { id });
    const begins = async (id: number) => (await show(id)).deadlines.find(({ code }) => code === 'begin')?.dueOn;
    expect(await show(first)).toMatchObject({ version: 1, isNewest: false });
    expect(await show(second)).toMatchObject({ version: 2, isNewest: true });
    expect(await begins(first)).toBe('2026-03-03');
    expect(await begins(second)).toBe('2026-03-09');
    const { id } = await managed('服务投诉');
    const { versions, openCases } = await office.call('complaint.version', { id });
    expect([openCases, ...versions.map((its) => its.openCases)]).toEqual([2, 1, 1]);
  });

  test('says who holds each position now, so that whoever edits it sees who takes a step', async () => {
    const { id } = await managed('检测申诉');
    const { holders } = await office.call('complaint.version', { id });
    const of = (position: string) => holders.find((its) => its.position === position)?.names;
    expect(of('qualityManager')).toEqual([CAST.quality.name]);
    expect(of('titleCustodian')).toEqual([]);
  });

  test('whose signature no longer fits what it says is found when the journal is checked', async () => {
    await revise('服务投诉');
    const { id } = await managed('服务投诉');
    const { db } = office.ledger;
    const lowest = () => {
      const walk = walkProcedures(createProcedureRepo(db));
      for (let its = walk.next(); ; its = walk.next()) if (its.done) return its.value;
    };
    expect(lowest()).toBeUndefined();
    db.exec('DROP TRIGGER complaint_procedure_fixed; DROP TRIGGER journal_complaint_procedure_update');
    db.prepare(
      "UPDATE complaint_procedure SET definition = replace(definition, '核实定性', '初审定性') WHERE id = ?",
    ).run(id);
    expect(lowest()).toBeGreaterThan(0);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: false });
  });
});

describe('a procedure that is retired', () => {
  test('takes no new complaint; open ones are ended by it, and it can be taken back into use', async () => {
    const open = await complain(office, '服务投诉', { kind: 'other' });
    const { id } = await managed('服务投诉');
    await office.call('complaint.retire', { id });
    expect(await titles()).not.toContain('服务投诉');
    const begin = () =>
      office.reply('complaint.register', { procedureId: id, kind: 'other', channel: 'phone', facts: '无人接待' });
    expect(await begin()).toMatchObject({ error: { reason: 'procedureNotInUse' } });
    await take(office, open, 'hr', 'assess', { justified: false, major: false, urgent: false });
    await take(office, open, 'hr', 'explain', { explanation: '当日及时接待' });
    await take(office, open, 'hr', 'close', { summary: '不属实' });
    const again = await managed('服务投诉');
    expect(again.state).toBe('retired');
    expect(await office.reply('complaint.retire', { id })).toMatchObject({ error: { reason: 'procedureNotInUse' } });
    await office.call('complaint.resume', { id });
    expect(await office.reply('complaint.resume', { id })).toMatchObject({ error: { reason: 'procedureInUse' } });
    expect(await titles()).toContain('服务投诉');
    expect(await begin()).toMatchObject({ ok: true });
  });

  test('is taken into use by its next version', async () => {
    const { id } = await managed('服务投诉');
    await office.call('complaint.retire', { id });
    await revise('服务投诉');
    expect((await managed('服务投诉')).state).toBe('inUse');
  });

  test('is never the last one that is in use', async () => {
    await signIn(office, ADMIN);
    const all = await office.call('complaint.managed', {});
    for (const { id } of all.slice(1)) await office.call('complaint.retire', { id });
    const last = { id: all[0]?.id ?? 0 };
    expect(await office.reply('complaint.retire', last)).toMatchObject({ error: { reason: 'lastProcedure' } });
    expect(await titles()).toHaveLength(1);
  });
});

test('the ledger itself refuses a complaint by a procedure that is not in use', async () => {
  const { id } = await managed('服务投诉');
  await office.call('complaint.retire', { id });
  const insert = () =>
    office.ledger.db
      .prepare(
        `INSERT INTO complaint (no, procedure_id, kind, channel, facts, registered_at, registered_on, registered_by, round_at, round_on)
         VALUES ('x', ?, 'other', 'phone', 'x', 'x', '2026-03-02', 1, 'x', '2026-03-02')`,
      )
      .run(id);
  expect(insert).toThrow(/not in use/);
});
