import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  COUNTED_CHOICES,
  type ComplaintStatistics,
  type CountedChoice,
  TALLY_BY,
} from '../../shared/api/complaint-book.contract';
import { addDays, type Day, daysBetween } from '../../shared/calendar/working-days';
import { CAST, type Cast, castCompany, complain, procedureId, type Role, signInAs, take } from './complaints';
import { type Office, openOffice } from './office';

// A Monday; there is no holiday before the 4th of April.
const START = '2026-03-02';
const TODAY = '2026-04-01';
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
let office: Office;
let cast: Cast;
beforeEach(async () => {
  office = openOffice(`${START}T09:00:00+08:00`);
  cast = await castCompany(office);
});
afterEach(() => office.close());

interface Round {
  begin: number;
  answer: number;
  satisfied: boolean;
}
/** A complaint to the service company as a person would tell it: days after the registration, or after the round began. */
interface Told {
  kind: 'attitude' | 'efficiency';
  at: number;
  hasUnit: boolean;
  accused: readonly ('worker' | 'tester')[];
  cause: string;
  justified: boolean;
  major: boolean;
  rounds: readonly Round[];
  stops: 'not' | 'registered' | 'begun' | 'answered';
  closing: number;
}

/** The same cases in every run. */
function cases(many: number): Told[] {
  let seed = 7;
  const pick = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % (most + 1);
  };
  const among = <T>(...all: readonly T[]): T => all[pick(all.length - 1)] as T;
  return Array.from({ length: many }, (): Told => {
    const round = (last: boolean): Round => ({ begin: pick(3), answer: pick(2), satisfied: last && pick(2) > 0 });
    return {
      ...{
        kind: among('attitude', 'efficiency'),
        at: pick(15),
        hasUnit: pick(3) > 0,
        cause: among('拖延', '态度生硬'),
      },
      ...{
        accused: among([], ['worker'], ['worker', 'tester'] as const),
        justified: pick(4) > 0,
        major: pick(3) === 0,
      },
      rounds: pick(3) === 0 ? [round(false), round(true)] : [round(true)],
      ...{ stops: among('not', 'not', 'not', 'registered', 'begun', 'answered'), closing: pick(2) },
    };
  });
}

/** Of three rounds the middle one was too late. */
const THRICE: Told = {
  ...{ kind: 'attitude', at: 0, hasUnit: true, accused: [], cause: '拖延', justified: true, major: false },
  rounds: [0, 4, 0].map((begin, index) => ({ begin, answer: 0, satisfied: index === 2 })),
  ...{ stops: 'not', closing: 0 },
};

/** What is done on which day, and by whom, so that the case is as it was told. */
function actsOf(told: Told): { day: number; play: (id: () => number, keep: (id: number) => void) => Promise<void> }[] {
  const by: Role = told.hasUnit ? 'head' : 'hr';
  const step = (day: number, role: Role, code: string, said: Parameters<typeof take>[4]) => ({
    ...{ day, play: (id: () => number) => take(office, id(), role, code, said) },
  });
  const register = {
    day: told.at,
    play: async (_: () => number, keep: (id: number) => void) =>
      keep(
        await complain(office, '服务投诉', {
          kind: told.kind,
          accused: told.accused.map((who) => cast[who]),
          ...(told.hasUnit && { unitId: cast.unitId }),
        }),
      ),
  };
  if (told.stops === 'registered') return [register];
  const { justified, major } = told;
  const assess = step(told.at, 'hr', 'assess', { justified, major, urgent: false });
  const close = (day: number) => step(day + told.closing, 'hr', 'close', { summary: '完' });
  if (!justified) return [register, assess, step(told.at, 'hr', 'explain', { explanation: '不属实' }), close(told.at)];
  let day = told.at;
  const rounds = told.rounds.flatMap(({ begin, answer, satisfied }, index) => {
    const isLast = index === told.rounds.length - 1;
    const [began, answered] = [day + begin, day + begin + answer];
    day = answered;
    const all = [
      step(began, by, 'begin', { firstSteps: '了解' }),
      step(began, by, 'investigate', { findings: '属实', cause: told.cause }),
      step(began, by, 'propose', { solution: '致歉' }),
      step(answered, 'manager', 'approve', { granted: true }),
      step(answered, by, 'carryOut', { done: '已致歉' }),
      step(answered, by, 'answer', { way: '电话', answer: '已处理' }),
      step(answered, 'hr', 'feedback', { satisfied, way: '电话' }),
    ];
    const reopen = {
      day: answered,
      play: async (id: () => number) => {
        await signInAs(office, 'hr');
        await office.call('complaint.reopen', { id: id(), reason: '不满意' });
      },
    };
    if (!isLast) return [...all, reopen];
    if (told.stops === 'begun') return all.slice(0, 1);
    return told.stops === 'answered' ? all.slice(0, 6) : all;
  });
  return [register, assess, ...rounds, ...(told.stops === 'not' ? [close(day)] : [])];
}

/** Everybody's acts, day by day. */
async function play(all: readonly Told[]): Promise<void> {
  const ids: number[] = [];
  const acts = all.flatMap((told, index) => actsOf(told).map((its) => ({ ...its, index })));
  for (const { day, play: act, index } of acts.sort((a, b) => a.day - b.day)) {
    office.at(`${addDays(START, day)}T09:00:00+08:00`);
    await act(
      () => ids[index] ?? 0,
      (id) => {
        ids[index] = id;
      },
    );
  }
  office.at(`${TODAY}T09:00:00+08:00`);
}

/** So many weekdays later; nobody is off in this March. */
function weekdaysLater(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (![0, 6].includes(new Date(at).getUTCDay())) left -= 1;
  }
  return at;
}

/** What a person with a calendar finds out about a case, step by step. */
function known(told: Told) {
  const registeredOn = addDays(START, told.at);
  const isRefused = !told.justified && told.stops !== 'registered';
  const closes = told.stops === 'not' || isRefused;
  let late = false;
  let day = told.at;
  let allowedUntil = registeredOn;
  const rounds = told.stops === 'registered' ? [{ begin: 99, answer: 0, satisfied: false }] : told.rounds;
  for (const [index, { begin, answer }] of (isRefused ? [] : rounds).entries()) {
    const isLast = index === rounds.length - 1;
    const from = addDays(START, day);
    const [mustBegin, mustAnswer] = [weekdaysLater(from, 1), weekdaysLater(from, 2)];
    const began = told.stops === 'registered' ? TODAY : addDays(START, day + begin);
    const answered =
      isLast && told.stops !== 'not' && told.stops !== 'answered' ? TODAY : addDays(START, day + begin + answer);
    late ||= began > mustBegin || answered > mustAnswer;
    allowedUntil = mustAnswer;
    day += begin + answer;
  }
  const closedOn = closes ? addDays(START, day + told.closing) : undefined;
  const heard = told.stops === 'not' && !isRefused ? told.rounds.at(-1)?.satisfied : undefined;
  const before = !isRefused && told.rounds.length > 1 && told.stops !== 'registered' ? false : undefined;
  return {
    ...{ registeredOn, closedOn, late, satisfied: heard ?? before },
    justified: told.justified && told.stops !== 'registered',
    major: told.major && told.stops !== 'registered',
    reopened: !isRefused && told.stops !== 'registered' && told.rounds.length > 1,
    cause:
      isRefused || told.stops === 'registered' || (told.stops === 'begun' && told.rounds.length === 1)
        ? ''
        : told.cause,
    unit: told.hasUnit,
    ...{ kind: told.kind, accused: told.accused },
    after: closedOn === undefined ? undefined : daysBetween(registeredOn, closedOn),
    allowed: closedOn === undefined || isRefused ? undefined : daysBetween(registeredOn, allowedUntil),
  };
}
type Known = ReturnType<typeof known>;

function counted(all: readonly Known[]) {
  const many = (is: (its: Known) => boolean) => all.filter(is).length;
  const closed = many(({ closedOn }) => closedOn !== undefined);
  const onTime = many((its) => its.closedOn !== undefined && !its.late);
  const overdue = many((its) => its.closedOn === undefined && its.late);
  const [satisfied, dissatisfied] = [many((its) => its.satisfied === true), many((its) => its.satisfied === false)];
  const mean = (days: (number | undefined)[]) => {
    const there = days.filter((its) => its !== undefined);
    return there.length === 0 ? undefined : Math.round((there.reduce((a, b) => a + b, 0) / there.length) * 10) / 10;
  };
  const share = (part: number, of: number) => (of === 0 ? undefined : Math.round((part / of) * 100));
  return {
    ...{
      registered: all.length,
      justified: many((its) => its.justified),
      major: many((its) => its.major),
      closed,
      onTime,
    },
    ...{ late: closed - onTime, open: all.length - closed, overdue, satisfied, dissatisfied },
    reopened: many((its) => its.reopened),
    onTimeShare: share(onTime, closed + overdue),
    satisfiedShare: share(satisfied, satisfied + dissatisfied),
    ...{ closedAfter: mean(all.map(({ after }) => after)), allowed: mean(all.map(({ allowed }) => allowed)) },
  };
}

/** Every number opens its list, and the list has as many rows. */
async function everyNumberOpensItsList(its: ComplaintStatistics, asked = MARCH): Promise<void> {
  const lists = async (which: CountedChoice, line: object) =>
    (await office.call('complaintBook.counted', { ...asked, which, ...line })).total;
  for (const which of COUNTED_CHOICES) {
    expect({ which, is: await lists(which, {}) }).toEqual({ which, is: its.total[which] });
    for (const by of TALLY_BY)
      for (const row of its[by])
        expect({ which, by, key: row.key, is: await lists(which, { by, key: row.key }) }).toEqual({
          ...{ which, by, key: row.key, is: row[which] },
        });
  }
}

describe('the statistics of complaints', () => {
  test('say of random cases what a person with a calendar says, and every number opens the list that it counts', async () => {
    const told = [...cases(16), THRICE];
    await play(told);
    await signInAs(office, 'manager');
    const its = await office.call('complaintBook.statistics', MARCH);
    const all = told.map(known);
    expect({ ...counted([]), ...its.total }).toEqual(counted(all));
    // The random cases have all there is to count.
    for (const which of COUNTED_CHOICES) expect({ which, is: its.total[which] > 0 }).toEqual({ which, is: true });
    const lineOf = (by: (typeof TALLY_BY)[number], key: string) => ({
      ...counted([]),
      ...its[by].find((row) => row.key === key),
    });
    const same = (by: (typeof TALLY_BY)[number], key: string, of: (its: Known) => boolean) =>
      expect(lineOf(by, key)).toMatchObject(counted(all.filter(of)));
    const [first] = its.kind;
    const firstId = first?.key.split(' ')[0];
    for (const kind of ['attitude', 'efficiency']) same('kind', `${firstId} ${kind}`, (one) => one.kind === kind);
    same('unit', String(cast.unitId), ({ unit }) => unit);
    same('unit', '', ({ unit }) => !unit);
    for (const cause of ['拖延', '态度生硬', '']) same('cause', cause, (one) => one.cause === cause);
    for (const who of ['worker', 'tester'] as const)
      same('person', String(cast[who]), ({ accused }) => accused.includes(who));
    same('person', '', ({ accused }) => accused.length === 0);
    same('month', '2026-03', () => true);
    await everyNumberOpensItsList(its);
  });

  test('of a procedure have its own title on paper; of a period without complaints they are empty', async () => {
    await complain(office, '检测申诉', { kind: 'general', complainant: '' });
    await complain(office, '服务投诉', { kind: 'other', unitId: cast.unitId, accused: [cast.worker] });
    const procedureFirstId = await procedureId(office, '检测申诉');
    await signInAs(office, 'manager');
    const asked = { ...MARCH, procedureFirstId };
    const its = await office.call('complaintBook.statistics', asked);
    expect(its).toMatchObject({ procedure: '检测申诉', form: '投诉统计表', total: { registered: 1 } });
    expect(its.kind).toMatchObject([{ name: '一般事务', procedure: '检测申诉', registered: 1 }]);
    expect(await office.call('complaintBook.counted', { ...asked, by: 'person', key: '' })).toMatchObject({
      ...{ total: 1, name: '', rows: [{ kind: '一般事务', accused: [], standing: 'open' }] },
    });
    const paper = await office.call('print.form', { form: 'complaint-statistics', asked });
    expect(paper).toMatchObject({ form: 'complaint-statistics', complaints: its });
    const empty = await office.call('complaintBook.statistics', { from: '2025-01-01', to: '2025-12-31' });
    expect(empty).toMatchObject({ total: { registered: 0, open: 0 }, kind: [], person: [], month: [] });
    expect(empty.total.onTimeShare).toBeUndefined();
  });

  test('go along as a file, line by line, and so does the list of a number', async () => {
    await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId, accused: [cast.worker] });
    await signInAs(office, 'manager');
    const texts = JSON.parse(readFileSync(new URL('../../renderer/i18n/zh-CN/export.json', import.meta.url), 'utf8'));
    const audit = JSON.parse(readFileSync(new URL('../../renderer/i18n/zh-CN/audit.json', import.meta.url), 'utf8'));
    const words = { ...audit, ...texts } as Record<string, string>;
    office.savePath = join(office.dataDir, 'statistics.csv');
    await office.call('export.save', {
      ...{ list: { name: 'complaintStatistics', by: 'person', ...MARCH }, format: 'csv', words },
    });
    const [heading = '', line = ''] = readFileSync(office.savePath, 'utf8').split('\r\n');
    expect(heading).toContain('统计项');
    expect(heading).not.toMatch(/[a-z]--|"[a-z]/);
    expect(line).toContain(CAST.worker.name);
    await office.call('export.save', { list: { name: 'countedComplaints', ...MARCH }, format: 'csv', words });
    const file = readFileSync(office.savePath, 'utf8');
    expect(file).toContain('诉〔2026〕001号');
    expect(file).toContain('在办');
    expect(file.split('\r\n')[0]).not.toMatch(/"[a-z]/);
  });

  test('follow what happens, and are for nobody who does not oversee complaints', async () => {
    const id = await complain(office, '服务投诉', { kind: 'other' });
    await signInAs(office, 'manager');
    expect(await office.call('complaintBook.statistics', MARCH)).toMatchObject({
      total: { registered: 1, justified: 0 },
    });
    await take(office, id, 'hr', 'assess', { justified: true, major: true, urgent: false });
    expect(await office.call('complaintBook.statistics', MARCH)).toMatchObject({ total: { justified: 1, major: 1 } });
    await signInAs(office, 'clerk');
    for (const name of ['complaintBook.statistics', 'complaintBook.counted'])
      expect(await office.reply(name, MARCH)).toMatchObject({ error: { code: 'notAllowed' } });
  });
});
