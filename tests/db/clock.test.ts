import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '../../electron/ipc/context';
import { reachesUnknownYear } from '../../shared/calendar/working-days';
import {
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  registerProject,
  signIn,
} from '../api/office';
import { replayDifferences } from './replay';

let office: Office;
let people: People;
beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.a);
});
afterEach(() => office.close());

const events = (order: string) =>
  office.ledger.db.prepare(`SELECT seq, at, action, input FROM event ORDER BY ${order}`).all() as {
    seq: number;
    at: string;
    action: string;
    input: string;
  }[];
const jumps = () => events('seq').filter(({ action }) => action === 'clock.wentBack');
const register = (name: string) => office.call('client.register', { kind: 'enterprise', name });

describe('a clock that is set back', () => {
  test('three days: one event says so, the order of events stays, the journal is whole', async () => {
    await register('甲');
    office.at('2026-02-27T09:00:00+08:00');
    await register('乙');
    await register('丙');
    const [jump, ...others] = jumps();
    expect(others).toEqual([]);
    const { from, to } = JSON.parse(jump?.input ?? '{}') as { from: string; to: string };
    expect([from.slice(0, 10), to.slice(0, 10)]).toEqual(['2026-03-02', '2026-02-27']);
    const bySeq = events('seq');
    expect(bySeq.map(({ seq }) => seq)).toEqual(bySeq.map((_, i) => i + 1));
    expect(bySeq.slice(-4).map(({ action }) => action)).toEqual([
      'client.register',
      'clock.wentBack',
      'client.register',
      'client.register',
    ]);
    // Negative control: whoever ordered by the clock would tell another story.
    expect(events('at, seq').map(({ seq }) => seq)).not.toEqual(bySeq.map(({ seq }) => seq));
    await signIn(office, LOGINS.admin);
    const { events: shown } = await office.call('audit.list', { limit: 200 });
    expect(shown.map(({ seq }) => seq)).toEqual(events('seq DESC').map(({ seq }) => seq));
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
    expect(replayDifferences(office.ledger.db)).toEqual([]);
  });

  test('a second time: a second event; by half a minute: none', async () => {
    office.at('2026-03-02T08:59:40+08:00');
    await register('甲');
    expect(jumps()).toHaveLength(0);
    office.at('2026-03-01T09:00:00+08:00');
    await register('乙');
    office.at('2026-02-28T09:00:00+08:00');
    await register('丙');
    expect(jumps()).toHaveLength(2);
  });

  test('an act that is refused after the jump leaves the jump alone in the journal', async () => {
    const { seq } = office.app.journal.head();
    office.at('2026-02-27T09:00:00+08:00');
    await office.reply('people.signIn', { login: LOGINS.a, password: 'wrong one' });
    expect(
      events('seq')
        .slice(seq)
        .map(({ action }) => action),
    ).toEqual(['clock.wentBack', 'secret.wrong']);
  });
});

describe('days and limits', () => {
  const dossierDue = async (disbursedOn: string) => {
    const { projectId } = await registerProject(office, people, 1, disbursedOn);
    const id = await compileSample(office, projectId);
    return { id, view: await office.call('dossier.show', { id }) };
  };
  const lateAt = async (id: number, instant: string) => {
    office.at(instant);
    await signIn(office, LOGINS.a);
    return (await office.call('dossier.show', { id })).lateDays;
  };

  test('the day turns at midnight in China, wherever the PC believes to be', async () => {
    const { id } = await dossierDue('2026-03-02');
    const zone = process.env.TZ;
    const offsets = new Set<number>();
    try {
      for (const elsewhere of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
        process.env.TZ = elsewhere;
        offsets.add(new Date().getTimezoneOffset());
        expect(await lateAt(id, '2026-03-05T23:59:58+08:00'), elsewhere).toBe(0);
        expect(await lateAt(id, '2026-03-06T00:00:01+08:00'), elsewhere).toBe(1);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(offsets.size).toBe(4);
  });

  test('ten years forward: late by 3653 days, three leap days included', async () => {
    const { id } = await dossierDue('2026-03-02');
    expect(await lateAt(id, '2036-03-05T09:00:00+08:00')).toBe(3653);
    await register('十年后');
    expect(events('seq').at(-1)?.at.slice(0, 4)).toBe('2036');
    // And back again, when somebody has noticed: one event.
    office.at('2026-03-03T09:00:00+08:00');
    await signIn(office, LOGINS.a);
    await register('今天');
    expect(jumps()).toHaveLength(1);
  });

  test('a limit runs over the leap day, and says that it is a guess where the holidays are not known yet', async () => {
    const { view } = await dossierDue('2028-02-25');
    expect(view).toMatchObject({ aToBDueOn: '2028-03-01', bToArchiveDueOn: '2028-03-03' });
    const known = await office.call('calendar.years', {});
    expect(reachesUnknownYear('2028-03-01', known)).toBe(true);
    expect(dayOf(new Date('2028-02-28T16:00:00Z'))).toBe('2028-02-29');
    office.at('2028-02-29T23:30:00+08:00');
    await signIn(office, LOGINS.a);
    expect(await office.call('company.status', {})).toMatchObject({ today: '2028-02-29', workingDay: true });
  });
});
