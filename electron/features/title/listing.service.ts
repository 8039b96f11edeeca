import type { ParsedOf } from '../../../shared/api/contract';
import type { TitleDuties } from '../../../shared/api/desk.contract';
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
import type { FixedTitles } from './fixed-titles';
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
  fixedTitles: FixedTitles;
  stock: Stock;
  compartments(): readonly NamedCompartment[];
}

/** Whose desk it is for, and what stands on it already. */
export interface Whose {
  aManagerId?: number;
  told: ReadonlySet<number>;
}

export type TitleListing = ReturnType<typeof createTitleListing>;

/** Lists of titles with where they are: a few statements, however many there are. */
export function createTitleListing({ listing, fixedTitles, stock, compartments }: Parts) {
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
        ...(isOut(place) && slip?.borrowingId !== undefined && { borrowingId: slip.borrowingId }),
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

  /** These titles as they stand now. */
  const rows = (some: readonly Title[]): TitleRow[] => {
    const where = standings(stock.ofAll(some.map(({ id }) => id)));
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
    const projectId = filter.projectId ?? typed;
    const match = typed === undefined ? matchQuery(text) : undefined;
    const expiresBy = which === 'expiring' ? expiryLimit(today) : undefined;
    const listed =
      match === undefined && expiresBy === undefined
        ? fixedTitles
            .all()
            .filter((its) => (kind ?? its.kind) === its.kind && (projectId ?? its.projectId) === its.projectId)
            .reverse()
        : listing.ids({ kind, projectId, match, expiresBy });
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

  /** One walk through what is where counts everything. */
  const summary = (today: Day): TitleSummary => {
    const holdings = stock.on();
    const [here, out, missing] = [new Set<number>(), new Set<number>(), new Set<number>()];
    let piecesInSafes = 0;
    for (const { place, titleId, quantity } of holdings) {
      if (place === 'safe') piecesInSafes += quantity;
      if (isHere(place)) here.add(titleId);
      else if (isOut(place)) out.add(titleId);
      else if (place === 'missing') missing.add(titleId);
    }
    const all = listing.count();
    const still = new Set([...here, ...out, ...missing]);
    const expiring = listing.expiring(expiryLimit(today));
    return {
      ...{ all, here: here.size, out: out.size, missing: missing.size, gone: all - still.size, piecesInSafes },
      overdue: new Set(overdue(holdings, today).map(({ titleId }) => titleId)).size,
      expiring: expiring.filter(({ titleId }) => here.has(titleId) || out.has(titleId)).length,
    };
  };

  /**
   * What has to be seen to: what is out past its day, and what expires; the first day first. `aManagerId`: only that A's. `told`: slips
   * of which the same desk says already that they are overdue.
   */
  const duties = (today: Day, most: number, { aManagerId, told }: Whose): TitleDuties => {
    const holdings = stock.on();
    const allLate = overdue(holdings, today);
    const slips = slipsOf(allLate);
    const late = allLate.filter(({ slipId }) => !told.has(slips.get(slipId)?.borrowingId ?? 0));
    const hereOrOut = titlesIn(holdings, ({ place }) => isHere(place) || isOut(place));
    const mine = aManagerId === undefined ? undefined : new Set(listing.ids({ aManagerId }).map(({ id }) => id));
    const due = [
      ...late.map(({ titleId, place, slipId }) => {
        const { dueOn: day = today, party = '', no: slipNo = '' } = slips.get(slipId) ?? {};
        return {
          kind: place === 'lent' ? ('overdueLent' as const) : ('overdueErrand' as const),
          titleId,
          day,
          party,
          slipNo,
        };
      }),
      ...listing
        .expiring(expiryLimit(today))
        .filter(({ titleId }) => hereOrOut.has(titleId))
        .map((its) => ({ kind: 'expiring' as const, ...its })),
    ]
      .filter(({ titleId }) => mine?.has(titleId) ?? true)
      .sort((a, b) => a.day.localeCompare(b.day));
    const shown = due.slice(0, most);
    const titles = new Map(listing.byIds(shown.map(({ titleId }) => titleId)).map((its) => [its.id, its]));
    return {
      titles: shown.flatMap((one) => {
        const its = titles.get(one.titleId);
        if (!its) return [];
        const { certificateNo, name, client, archiveNo, projectId } = its;
        const number = archiveNo ?? provisionalNo(projectId);
        return [{ ...one, certificateNo, name, client, number, days: daysBetween(today, one.day) }];
      }),
      titlesTotal: due.length,
      titlesLate: due.filter(({ day }) => day < today).length,
    };
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
