import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foundCompany, LOGINS, type Office, openOffice, PIN, signIn } from './office';
import { act, CUSTODIAN, officeWithTitles, registerSafe } from './title-office';

let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
});
afterEach(() => office.close());

const signatures = { operator: PIN, second: PIN };
const balance = (day: string, safeId = its.safe.id) => office.call('safe.balance', { safeId, day });
const first = () => its.titles[0] ?? 0;
const errand = (more: object = {}) => ({
  ...act(its.people, '客户查验'),
  ...{ pieces: [{ titleId: first() }], party: '顾行简', dueOn: '2026-03-31' },
  ...more,
});
const comeTo = async (day: string, login = CUSTODIAN) => {
  office.at(`${day}T09:00:00+08:00`);
  await signIn(office, login);
};
const closing = async (day: string, more: object = {}) => ({
  ...{ safeId: its.safe.id, day, seen: (await balance(day)).contentHash, secondId: its.people.keeper, signatures },
  ...more,
});
const closeDay = async (day: string) => office.call('safe.closeDay', (await closing(day)) as never);
const closeMonth = async (more: object = {}) => {
  const seen = (await office.call('safe.months', {})).next?.contentHash ?? '';
  return { month: '2026-03', seen, secondId: its.people.manager, signatures, ...more };
};

describe('a day of a safe', () => {
  test('opening, in, out and closing by kind; what only changes its compartment is neither', async () => {
    await comeTo('2026-03-03');
    await office.call('titleMove.sendToRegistry', errand());
    const pieces = [{ titleId: its.titles[1] ?? 0 }];
    await office.call('titleMove.move', { ...act(its.people), pieces, compartmentId: its.other });
    const seen = await balance('2026-03-03');
    expect(seen).toMatchObject({ opening: 7, came: 0, went: 1, closing: 6 });
    expect(seen.lines.map(({ kind, opening, closing: end }) => `${kind} ${opening} ${end}`)).toEqual([
      ...['clientOwnership 1 0', 'guarantorOwnership 1 1', 'otherRights 1 1'],
      ...['chattelMortgage 1 1', 'equityPledge 1 1', 'other 2 2'],
    ]);
    expect(seen.slips).toMatchObject([
      { no: '权登〔2026〕001号', went: 1, moved: 0 },
      { no: '权移〔2026〕001号', went: 0, moved: 1 },
    ]);
    expect(await balance('2026-03-02')).toMatchObject({ opening: 0, came: 7, went: 0, closing: 7 });
    expect(await office.outcome('safe.balance', { safeId: its.safe.id, day: '2026-03-04' })).toBe('looksAhead');
  });

  test('key and combination holder sign it, and it stays as it was signed', async () => {
    const { id } = await closeDay('2026-03-02');
    const sheet = await office.call('safe.closing', { id });
    expect(sheet).toMatchObject({ day: '2026-03-02', closing: 7, operator: '唐晚晴', second: '何循之' });
    expect(sheet.signatures.map(({ role, name }) => `${role} ${name}`)).toEqual(['operator 唐晚晴', 'second 何循之']);
    expect(sheet.event.seq).toBe(office.app.journal.head().seq);
    expect(office.app.journal.head().hash.startsWith(sheet.event.code)).toBe(true);
    expect(await balance('2026-03-02')).toMatchObject({ closed: { id, operator: '唐晚晴' } });
    expect(await office.call('safe.closings', {})).toMatchObject([{ id, opening: 0, came: 7, closing: 7 }]);
    expect(await office.outcome('safe.closing', { id: 99 })).toBe('noSuchClosing');
  });

  test('nothing is dated into a closed day afterwards; the next day takes it', async () => {
    await closeDay('2026-03-02');
    expect(await office.outcome('titleMove.sendToRegistry', errand())).toBe('dayClosed');
    await comeTo('2026-03-03');
    expect(await office.outcome('titleMove.sendToRegistry', errand({ movedOn: '2026-03-02' }))).toBe('dayClosed');
    expect(await office.outcome('titleMove.sendToRegistry', errand())).toBe('done');
    // Also behind the service: the table itself refuses.
    const { db } = office.ledger;
    const add = () =>
      db.exec(`INSERT INTO title_movement (slip_id, ordinal, title_id, quantity, from_place, from_compartment_id, to_place, moved_on)
               VALUES (1, 99, ${its.titles[1]}, 1, 'safe', ${its.compartment}, 'lent', '2026-03-02')`);
    expect(add).toThrow();
  });

  test('days are closed in their order, each once, none ahead', async () => {
    await comeTo('2026-03-04');
    await office.call('titleMove.sendToRegistry', errand());
    expect(await office.outcome('safe.closeDay', await closing('2026-03-04'))).toBe('earlierDayOpen');
    const { notClosableBecause } = await balance('2026-03-04');
    expect(notClosableBecause).toMatchObject({ reason: 'earlierDayOpen', details: { day: '2026-03-02' } });
    await closeDay('2026-03-02');
    await closeDay('2026-03-03');
    await closeDay('2026-03-04');
    expect(await office.outcome('safe.closeDay', await closing('2026-03-04'))).toBe('dayClosedAlready');
    const { seen } = await closing('2026-03-04');
    expect(await office.outcome('safe.closeDay', { ...(await closing('2026-03-04')), day: '2026-03-05', seen })).toBe(
      'closesAhead',
    );
  });

  test('not while the safe stands open, nor when something has moved since the figures were read', async () => {
    const { id } = await office.call('safe.open', {
      ...{ safeId: its.safe.id, secondId: its.people.keeper, reason: '核对', signatures },
    });
    expect(await office.outcome('safe.closeDay', await closing('2026-03-02'))).toBe('safeStandsOpen');
    await office.call('safe.close', { openingId: id });
    const seen = await closing('2026-03-02');
    await office.call('titleMove.sendToRegistry', errand());
    expect(await office.outcome('safe.closeDay', seen)).toBe('balanceChanged');
    await closeDay('2026-03-02');
  });

  test('one person never signs for both, and both hold something of that safe', async () => {
    const { custodian, archivist, manager } = its.people;
    expect(await office.outcome('safe.closeDay', await closing('2026-03-02', { secondId: custodian }))).toBe(
      'oneSignsForBoth',
    );
    expect(await office.outcome('safe.closeDay', await closing('2026-03-02', { secondId: manager }))).toBe(
      'noCombinationAmongThem',
    );
    const wrong = { signatures: { operator: PIN, second: '999333' } };
    expect(await office.outcome('safe.closeDay', await closing('2026-03-02', wrong))).toBe('wrongSecret');
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('safe.closeDay', await closing('2026-03-02'))).toBe('noKeyAmongThem');
    await signIn(office, LOGINS.a);
    expect(await office.outcome('safe.closeDay', await closing('2026-03-02'))).toBe('notAllowed');
    expect(archivist).toBeGreaterThan(0);
  });

  test('each safe has its own days', async () => {
    const second = await registerSafe(office, its.people, '二号柜');
    const [there = 0] = second.compartments;
    const pieces = [{ titleId: first() }];
    await office.call('titleMove.move', { ...act(its.people), pieces, compartmentId: there });
    expect(await balance('2026-03-02')).toMatchObject({ came: 7, went: 1, closing: 6 });
    expect(await balance('2026-03-02', second.id)).toMatchObject({ came: 1, went: 0, closing: 1 });
    await closeDay('2026-03-02');
    expect((await balance('2026-03-02', second.id)).closed).toBeUndefined();
    expect(await office.call('safe.closings', { safeId: second.id })).toEqual([]);
  });
});

describe('a month', () => {
  test('is closed when it is over and its days are closed, by the custodian and an executive', async () => {
    expect(await office.call('safe.months', {})).toEqual({ rows: [] });
    expect(await office.outcome('safe.closeMonth', await closeMonth())).toBe('monthNotOver');
    await comeTo('2026-04-01');
    expect(await office.call('safe.months', {})).toMatchObject({
      next: { month: '2026-03', notClosableBecause: { reason: 'monthDayOpen', details: { day: '2026-03-02' } } },
    });
    expect(await office.outcome('safe.closeMonth', await closeMonth())).toBe('monthDayOpen');
    await closeDay('2026-03-02');
    expect(await office.outcome('safe.closeMonth', await closeMonth({ secondId: its.people.keeper }))).toBe(
      'notAnExecutiveForSafe',
    );
    expect(await office.outcome('safe.closeMonth', await closeMonth({ secondId: its.people.custodian }))).toBe(
      'oneSignsForBoth',
    );
    expect(await office.outcome('safe.closeMonth', await closeMonth({ month: '2026-13' }))).toBe('inputInvalid');
    await office.call('safe.closeMonth', await closeMonth());
    expect(await office.outcome('safe.closeMonth', await closeMonth())).toBe('monthClosedAlready');
    expect(await office.call('safe.months', {})).toMatchObject({
      rows: [{ month: '2026-03', closedBy: '唐晚晴', second: '江柏屿' }],
    });
    await signIn(office, LOGINS.admin);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('is read-only from then on: what was wrong in it is reversed this month', async () => {
    await office.call('titleMove.sendToRegistry', errand());
    await comeTo('2026-04-01');
    await closeDay('2026-03-02');
    await office.call('safe.closeMonth', await closeMonth());
    const pieces = [{ titleId: its.titles[1] ?? 0 }];
    expect(
      await office.outcome('titleMove.sendToRegistry', errand({ pieces, dueOn: '2026-04-30', movedOn: '2026-03-31' })),
    ).toBe('monthClosed');
    expect(await office.outcome('safe.closeDay', await closing('2026-03-31'))).toBe('monthClosed');
    const { rows } = await office.call('titleMove.slips', { kind: 'registrationOut' });
    const { reason, secondId, signatures: two } = act(its.people, '上月记错');
    await office.call('titleMove.reverse', { slipId: rows[0]?.id ?? 0, reason, secondId, signatures: two });
    expect(await balance('2026-04-01')).toMatchObject({ opening: 6, came: 1, closing: 7 });
    expect(await balance('2026-03-02')).toMatchObject({ closing: 6 });
  });

  test('what both sign is what they saw: safe by safe, and refused when something moved meanwhile', async () => {
    await registerSafe(office, its.people, '二号柜');
    await comeTo('2026-04-01');
    await office.call('titleMove.sendToRegistry', errand({ dueOn: '2026-04-30', movedOn: '2026-03-20' }));
    await closeDay('2026-03-02');
    await closeDay('2026-03-20');
    const input = await closeMonth();
    const { next } = await office.call('safe.months', {});
    expect(next?.safes).toEqual([{ safe: '一号柜', opening: 0, came: 7, went: 1, closing: 6 }]);
    const sent = { pieces: [{ titleId: its.titles[1] ?? 0 }], party: '登记中心', dueOn: '2026-04-30' };
    await office.call('titleMove.sendToRegistry', { ...act(its.people), ...sent, movedOn: '2026-04-01' });
    expect(await office.outcome('safe.closeMonth', { ...input, seen: 'f'.repeat(64) })).toBe('monthChanged');
    // Of March nothing has changed: what both have seen still stands.
    expect(await office.outcome('safe.closeMonth', input)).toBe('done');
  });

  test('a slip that is dated back into the month between looking and signing is noticed', async () => {
    const second = await registerSafe(office, its.people, '二号柜');
    await comeTo('2026-04-01');
    await closeDay('2026-03-02');
    const input = await closeMonth();
    const moved = { pieces: [{ titleId: first() }], compartmentId: second.compartments[0] ?? 0 };
    await office.call('titleMove.move', { ...act(its.people), ...moved, movedOn: '2026-03-20' });
    for (const safeId of [its.safe.id, second.id]) {
      const { contentHash: seen } = await office.call('safe.balance', { safeId, day: '2026-03-20' });
      await office.call('safe.closeDay', { safeId, day: '2026-03-20', seen, secondId: its.people.keeper, signatures });
    }
    expect(await office.outcome('safe.closeMonth', input)).toBe('monthChanged');
    expect(await office.outcome('safe.closeMonth', await closeMonth())).toBe('done');
  });

  test('months are closed in their order', async () => {
    await comeTo('2026-05-01');
    await closeDay('2026-03-02');
    expect(await office.outcome('safe.closeMonth', await closeMonth({ month: '2026-04' }))).toBe('earlierMonthOpen');
    await office.call('safe.closeMonth', await closeMonth());
    const april = await closeMonth({ month: '2026-04' });
    await office.call('safe.closeMonth', april);
    expect((await office.call('safe.months', {})).rows.map(({ month }) => month)).toEqual(['2026-04', '2026-03']);
  });

  test('what was signed for a day and a month is walked by the check of the journal', async () => {
    await comeTo('2026-04-01');
    await closeDay('2026-03-02');
    await office.call('safe.closeMonth', await closeMonth());
    await signIn(office, LOGINS.admin);
    const { db } = office.ledger;
    db.exec('DROP TRIGGER safe_signature_no_update; DROP TRIGGER journal_safe_signature_update');
    for (const kind of ['closing', 'month']) {
      const of = db.prepare<[string], { hash: string; id: number }>(
        'SELECT content_hash AS hash, id FROM safe_signature WHERE subject_kind = ? LIMIT 1',
      );
      const { hash, id } = of.get(kind) ?? { hash: '', id: 0 };
      const write = db.prepare('UPDATE safe_signature SET content_hash = ? WHERE id = ?');
      write.run('f'.repeat(64), id);
      expect(await office.call('audit.verify', {}), kind).toMatchObject({ whole: false });
      write.run(hash, id);
      expect(await office.call('audit.verify', {}), kind).toMatchObject({ whole: true });
    }
  });
});
