import type { ParsedOf } from '../../../shared/api/contract';
import type { TitleDuty } from '../../../shared/api/desk.contract';
import {
  MOST_CONTRACTS,
  type Standing,
  type TitleFilter,
  type TitleRow,
  type TitleSummary,
  type title,
} from '../../../shared/api/title.contract';
import { addDays, type Day, daysBetween } from '../../../shared/calendar/working-days';
import { matchQuery } from '../../search/tokenise';
import type { Listed, ListingRepo } from './listing.repo';
import type { Holding, Stock } from './stock';
import type { Title } from './title.repo';
import { EXPIRY_NOTICE_DAYS, isHere, isOut, projectOfProvisionalNo, provisionalNo } from './title.rules';

/** A compartment with the safe that it is in. */
export interface NamedCompartment {
  id: number;
  name: string;
  safeId: number;
  safe: string;
}

interface Parts {
  listing: ListingRepo;
  stock: Stock;
  compartments(): readonly NamedCompartment[];
}

export type TitleListing = ReturnType<typeof createTitleListing>;

/** Lists of titles with where they are: a few statements, however many there are. */
export function createTitleListing({ listing, stock, compartments }: Parts) {
  const slipsOf = (holdings: readonly Holding[]) =>
    new Map(listing.slips([...new Set(holdings.map(({ slipId }) => slipId))]).map((its) => [its.id, its]));

  /** What is where, title by title, with safes, slips and days in words. */
  const standings = (holdings: readonly Holding[]): Map<number, Standing[]> => {
    const named = new Map(compartments().map((its) => [its.id, its]));
    const slips = slipsOf(holdings);
    const found = new Map<number, Standing[]>();
    for (const { titleId, place, compartmentId, quantity, since, slipId, cameFromId } of holdings) {
      const where = compartmentId === undefined ? undefined : named.get(compartmentId);
      const slip = slips.get(slipId);
      const standing: Standing = {
        ...{ place, quantity, since, slipId, slipNo: slip?.no ?? '' },
        ...(where && { compartmentId: where.id, compartment: where.name, safeId: where.safeId, safe: where.safe }),
        ...(isOut(place) && slip && { party: slip.party, ...(slip.dueOn && { dueOn: slip.dueOn }) }),
        ...(place !== 'safe' && cameFromId !== undefined && { homeId: cameFromId }),
      };
      const its = found.get(titleId);
      if (its) its.push(standing);
      else found.set(titleId, [standing]);
    }
    return found;
  };

  const rowOf = ({ archiveNo, aManagerId: _, ...its }: Title, its_standings: Standing[]): TitleRow => ({
    ...its,
    number: archiveNo ?? provisionalNo(its.projectId),
    standings: its_standings,
  });

  /** These titles as they stand at the end of that day, or now. */
  const rows = (some: readonly Title[], day?: Day): TitleRow[] => {
    const meant = new Set(some.map(({ id }) => id));
    const where = standings(stock.on(day).filter(({ titleId }) => meant.has(titleId)));
    return some.map((its) => rowOf(its, where.get(its.id) ?? []));
  };

  const byIds = (ids: readonly number[]): TitleRow[] => {
    const found = new Map(rows(listing.byIds(ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => found.get(id) ?? []);
  };

  /** What of it is past its day. */
  const overdue = (holdings: readonly Holding[], today: Day): Holding[] => {
    const out = holdings.filter(({ place }) => isOut(place));
    const slips = slipsOf(out);
    return out.filter(({ slipId }) => (slips.get(slipId)?.dueOn ?? today) < today);
  };

  const titlesIn = (holdings: readonly Holding[], isMeant: (its: Holding) => boolean): Set<number> =>
    new Set(holdings.filter(isMeant).map(({ titleId }) => titleId));
  const notGone = ({ place }: Holding) => isHere(place) || isOut(place) || place === 'missing';

  /** Titles that a choice means, as far as it is about where they are. */
  const chosen = (which: TitleFilter['which'], holdings: readonly Holding[], today: Day): Set<number> | undefined => {
    switch (which) {
      case 'all':
      case 'gone':
        return undefined;
      case 'here':
        return titlesIn(holdings, ({ place }) => isHere(place));
      case 'out':
        return titlesIn(holdings, ({ place }) => isOut(place));
      case 'overdue':
        return titlesIn(overdue(holdings, today), () => true);
      case 'expiring':
        return titlesIn(holdings, ({ place }) => isHere(place) || isOut(place));
      case 'missing':
        return titlesIn(holdings, ({ place }) => place === 'missing');
    }
  };

  const expiryLimit = (today: Day) => addDays(today, EXPIRY_NOTICE_DAYS);

  /** Everything that a filter means, the newest first. */
  const found = (filter: TitleFilter, today: Day): Listed[] => {
    const { kind, which, safeId, compartmentId, text } = filter;
    const typed = projectOfProvisionalNo(text);
    if (typed !== undefined && filter.projectId !== undefined && typed !== filter.projectId) return [];
    const listed = listing.ids({
      ...{ kind, projectId: filter.projectId ?? typed },
      match: typed === undefined ? matchQuery(text) : undefined,
      expiresBy: which === 'expiring' ? expiryLimit(today) : undefined,
    });
    const holdings = stock.on();
    const meant = chosen(which, holdings, today);
    const still = which === 'gone' ? titlesIn(holdings, notGone) : undefined;
    const inside = new Set(
      compartments().flatMap((its) =>
        (safeId ?? its.safeId) === its.safeId && (compartmentId ?? its.id) === its.id ? its.id : [],
      ),
    );
    const lying =
      safeId === undefined && compartmentId === undefined
        ? undefined
        : titlesIn(holdings, (its) => its.compartmentId !== undefined && inside.has(its.compartmentId));
    return listed.filter(({ id }) => (meant?.has(id) ?? true) && !still?.has(id) && (lying?.has(id) ?? true));
  };

  const list = ({ offset, limit, ...filter }: ParsedOf<typeof title.list>, today: Day) => {
    const all = found(filter, today);
    return {
      rows: byIds(all.slice(offset, offset + limit).map(({ id }) => id)),
      total: all.length,
      pieces: all.reduce((sum, { quantity }) => sum + quantity, 0),
    };
  };

  const summary = (today: Day): TitleSummary => {
    const holdings = stock.on();
    const all = listing.ids({});
    const still = titlesIn(holdings, notGone);
    const count = (which: TitleFilter['which']) => chosen(which, holdings, today)?.size ?? 0;
    const hereOrOut = titlesIn(holdings, ({ place }) => isHere(place) || isOut(place));
    return {
      ...{ all: all.length, here: count('here'), out: count('out') },
      ...{ overdue: count('overdue'), missing: count('missing'), gone: all.length - still.size },
      expiring: listing.ids({ expiresBy: expiryLimit(today) }).filter(({ id }) => hereOrOut.has(id)).length,
      piecesInSafes: holdings.reduce((sum, its) => sum + (its.place === 'safe' ? its.quantity : 0), 0),
    };
  };

  /** What somebody has to see to: what is out past its day, and what expires; the first day first. */
  const duties = (today: Day): TitleDuty[] => {
    const holdings = stock.on();
    const late = overdue(holdings, today);
    const slips = slipsOf(late);
    const hereOrOut = titlesIn(holdings, ({ place }) => isHere(place) || isOut(place));
    const expiring = listing.ids({ expiresBy: expiryLimit(today) }).filter(({ id }) => hereOrOut.has(id));
    const ids = [...new Set([...late.map(({ titleId }) => titleId), ...expiring.map(({ id }) => id)])];
    const titles = new Map(listing.byIds(ids).map((its) => [its.id, its]));
    const dutyOf = (id: number, more: Pick<TitleDuty, 'kind' | 'day' | 'party' | 'slipNo'>): TitleDuty[] => {
      const its = titles.get(id);
      if (!its) return [];
      const { certificateNo, name, client, aManagerId, archiveNo, projectId } = its;
      const days = daysBetween(today, more.day);
      return [
        {
          titleId: id,
          certificateNo,
          name,
          client,
          aManagerId,
          number: archiveNo ?? provisionalNo(projectId),
          days,
          ...more,
        },
      ];
    };
    return [
      ...late.flatMap(({ titleId, place, slipId }) => {
        const { dueOn: day = today, party = '', no: slipNo = '' } = slips.get(slipId) ?? {};
        return dutyOf(titleId, { kind: place === 'lent' ? 'overdueLent' : 'overdueErrand', day, party, slipNo });
      }),
      ...expiring.flatMap(({ id }) => dutyOf(id, { kind: 'expiring', day: titles.get(id)?.expiresOn ?? today })),
    ].sort((a, b) => a.day.localeCompare(b.day));
  };

  return {
    list,
    summary,
    duties,
    rows,
    rowOf,
    standings,
    byIds,
    ids: (filter: TitleFilter, today: Day): number[] => found(filter, today).map(({ id }) => id),
    /** Safe and compartment that a list is narrowed to, in words. */
    placeOf: ({ safeId, compartmentId }: Pick<TitleFilter, 'safeId' | 'compartmentId'>): string | undefined => {
      const its = compartments().find(({ id }) => id === compartmentId);
      return its ? `${its.safe} ${its.name}` : compartments().find((one) => one.safeId === safeId)?.safe;
    },
    contracts: (text: string, today: Day) => listing.contracts(text, today, MOST_CONTRACTS),
  };
}
