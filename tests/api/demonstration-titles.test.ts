import { describe, expect, test } from 'vitest';
import type { TitlePlace } from '../../shared/api/title-fields';
import { LOGINS, type Office, openOffice, signIn } from './office';

async function found(at: string): Promise<Office> {
  const office = openOffice(at);
  await office.call('company.foundDemonstration', {});
  await signIn(office, LOGINS.archivist);
  return office;
}
const count = async (office: Office, which: 'all' | 'out' | 'overdue' | 'expiring' | 'gone') =>
  (await office.call('title.list', { which })).rows.map(({ certificateNo }) => certificateNo);

describe('the safes of the demonstration company', () => {
  test('have titles in their compartments, lent, late, at the registry, exchanged, expiring, electronic and given back', async () => {
    const office = await found('2026-03-02T16:00:00+08:00');
    const { rows, pieces } = await office.call('title.list', {});
    expect([rows.length, pieces]).toEqual([14, 15]);
    const places = rows.flatMap(({ standings }) => standings.map(({ place }) => place));
    const times = (place: TitlePlace) => places.filter((its) => its === place).length;
    expect([times('safe'), times('lent'), times('registration')]).toEqual([9, 1, 1]);
    expect([times('exchanged'), times('released'), times('electronic')]).toEqual([1, 1, 1]);
    expect(await count(office, 'overdue')).toEqual(['粤（2016）广州市不动产权第0021107号']);
    expect(await count(office, 'expiring')).toEqual(['粤（2025）深圳市不动产证明第0001103号']);
    const safes = await office.call('safe.list', {});
    expect(safes.map(({ name, custody }) => [name, ...custody.map(({ holder }) => holder)])).toEqual([
      ['一号柜', '沈砚秋', '陆知微'],
      ['二号柜', '沈砚秋', '陆知微'],
    ]);
    const exchanged = rows.find(({ replacesId }) => replacesId !== undefined);
    expect((await office.call('title.show', { id: exchanged?.id ?? 0 })).replaces?.certificateNo).toContain('0021101');
    const slips = await office.call('titleMove.slips', {});
    expect(new Set(slips.rows.map(({ kind }) => kind))).toEqual(
      new Set(['in', 'lent', 'returned', 'registrationOut', 'exchange', 'moved', 'reversal', 'release']),
    );
    office.close();
  });

  test.each([
    ['2026-03-01T08:30:00+08:00', '2026-02', '2026-03'],
    ['2026-03-27T10:00:00+08:00', '2026-02', '2026-03-25'],
    ['2026-12-31T23:59:00+08:00', '2026-11', '2026-12-29'],
    ['2028-02-29T12:00:00+08:00', '2028-01', '2028-02-27'],
  ])(
    'founded on %s they have closed month %s and left what is of late, in a whole journal',
    async (at, month, late) => {
      const office = await found(at);
      const { rows } = await office.call('safe.months', {});
      expect(rows.map((its) => its.month)).toEqual([month]);
      const closings = await office.call('safe.closings', {});
      expect(closings.length).toBeGreaterThan(8);
      // What moved lately is still to be closed by whoever tries the program; but for a month that is over.
      expect(closings.filter(({ day }) => day >= late)).toEqual([]);
      await signIn(office, LOGINS.admin);
      const { events } = await office.call('audit.list', { limit: 200 });
      const instants = events.map((event) => event.at).reverse();
      expect(instants).toEqual([...instants].sort());
      expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
      office.close();
    },
  );
});
