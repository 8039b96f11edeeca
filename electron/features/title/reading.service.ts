import type { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import {
  MOST_TITLES,
  type Standing,
  type TitleFilter,
  type TitleRow,
  type TitleView,
} from '../../../shared/api/title.contract';
import {
  MOST_REGISTER_LINES,
  type Movement,
  type registerFilter,
  type SlipRow,
  type SlipView,
  type slipFilter,
  type TitleRegister,
} from '../../../shared/api/title-move.contract';
import { addDays, type Day } from '../../../shared/calendar/working-days';
import { halfWidth } from '../../../shared/entry/read-entry';
import type { KeptLine, MovementRepo } from './movement.repo';
import type { Holding, Stock } from './stock';
import type { Title, TitleRepo } from './title.repo';
import { certificateKey, EXPIRY_NOTICE_DAYS, provisionalNo } from './title.rules';

/** A compartment with the safe that it is in. */
export interface NamedCompartment {
  id: number;
  name: string;
  safeId: number;
  safe: string;
}

interface Parts {
  titles: TitleRepo;
  movements: MovementRepo;
  stock: Stock;
  compartments(): readonly NamedCompartment[];
  handoverOf(titleId: number): { id: number; no: string } | undefined;
  whyNotReversible(slipId: number): string | undefined;
}

const HERE: readonly Standing['place'][] = ['safe', 'electronic'];
const OUT: readonly Standing['place'][] = ['lent', 'registration'];

/** Titles with where they are, slips, and the register. */
export function createTitleReading({ titles, movements, stock, compartments, handoverOf, whyNotReversible }: Parts) {
  /** What is where, title by title, with safes, slips and days in words. */
  const standings = (holdings: readonly Holding[]): Map<number, Standing[]> => {
    const named = new Map(compartments().map((its) => [its.id, its]));
    const slips = new Map<number, SlipRow | undefined>();
    const slipOf = (id: number) => {
      if (!slips.has(id)) slips.set(id, movements.slip(id));
      return slips.get(id);
    };
    const found = new Map<number, Standing[]>();
    for (const { titleId, place, compartmentId, quantity, since, slipId } of holdings) {
      const where = compartmentId === undefined ? undefined : named.get(compartmentId);
      const slip = slipOf(slipId);
      const standing: Standing = {
        ...{ place, quantity, since, slipId, slipNo: slip?.no ?? '' },
        ...(where && { compartmentId: where.id, compartment: where.name, safeId: where.safeId, safe: where.safe }),
        ...(OUT.includes(place) && slip && { party: slip.party, ...(slip.dueOn && { dueOn: slip.dueOn }) }),
      };
      found.set(titleId, [...(found.get(titleId) ?? []), standing]);
    }
    return found;
  };

  const rowOf = ({ archiveNo, aManagerId: _, ...its }: Title, its_standings: Standing[]): TitleRow => ({
    ...its,
    number: archiveNo ?? provisionalNo(its.projectId),
    standings: its_standings,
  });

  const rows = (some: readonly Title[], day?: Day): TitleRow[] => {
    const where = standings(stock.on(day));
    return some.map((its) => rowOf(its, where.get(its.id) ?? []));
  };

  const list = (filter: TitleFilter, today: Day) => {
    const found = rows(titles.all()).filter((row) => isMeant(row, filter, today));
    return {
      rows: found.slice(0, MOST_TITLES),
      total: found.length,
      pieces: sum(found.map(({ quantity }) => quantity)),
    };
  };

  const lineOf = (its: KeptLine): Movement => {
    const { archiveNo, projectId, slipId: _, movedOn: __, ...line } = its;
    return { ...line, number: archiveNo ?? provisionalNo(projectId) };
  };

  const demandTitle = (id: number): Title => {
    const found = titles.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchTitle');
    return found;
  };
  const demandSlip = (id: number): SlipRow => {
    const found = movements.slip(id);
    if (!found) throw new AppError('notFound', 'noSuchSlip');
    return found;
  };

  const show = (id: number): TitleView => {
    const its = demandTitle(id);
    const old = its.replacesId === undefined ? undefined : titles.byId(its.replacesId);
    const replacedBy = titles.replacedBy(id);
    const handover = handoverOf(id);
    const again = titles
      .withCertificate(certificateKey(its.certificateNo))
      .filter((other) => other.id !== id)
      .map((other) => rowOf(demandTitle(other.id), []));
    return {
      ...rowOf(its, standings(stock.of(id)).get(id) ?? []),
      aManagerId: its.aManagerId,
      securities: titles.securities(id),
      life: movements.linesOfTitle(id).map((line) => ({
        ...demandSlip(line.slipId),
        ...{ movementId: line.id, quantity: line.quantity, fromPlace: line.fromPlace, toPlace: line.toPlace },
        ...(line.from && { from: line.from }),
        ...(line.to && { to: line.to }),
      })),
      lookups: titles.lookups(id),
      ...(old && { replaces: { id: old.id, certificateNo: old.certificateNo } }),
      ...(replacedBy && { replacedBy }),
      again: again.map(({ id: otherId, number, registeredOn }) => ({ id: otherId, number, registeredOn })),
      ...(handover && { handover }),
    };
  };

  const slip = (id: number): SlipView => {
    const notReversibleBecause = whyNotReversible(id);
    return {
      ...demandSlip(id),
      lines: movements.lines(id).map(lineOf),
      signatures: movements.signatures(id),
      reversible: notReversibleBecause === undefined,
      ...(notReversibleBecause && { notReversibleBecause }),
    };
  };

  const slips = ({ kind, from, to }: z.output<typeof slipFilter>) => ({
    rows: movements.slips(kind, from, to, MOST_TITLES),
    total: movements.countSlips(kind, from, to),
  });

  /** What came into the safes and left them. Moves inside a safe that is asked for are neither. */
  const register = ({ from, to, safeId }: z.output<typeof registerFilter>): TitleRegister => {
    const meant = compartments().filter((its) => safeId === undefined || its.safeId === safeId);
    const inside = new Set(meant.map(({ id }) => id));
    const isIn = (id: number | undefined) => id !== undefined && inside.has(id);
    const before = stock.on(addDays(from, -1)).filter(({ compartmentId }) => isIn(compartmentId));
    const opening = sum(before.map(({ quantity }) => quantity));
    let balance = opening;
    const lines = movements.linesBetween(from, to).flatMap((its) => {
      const came = isIn(its.toCompartmentId) ? its.quantity : 0;
      const went = isIn(its.fromCompartmentId) ? its.quantity : 0;
      if (came === went) return [];
      balance += came - went;
      const {
        id: slipId,
        no: slipNo,
        kind: slipKind,
        movedOn,
        reason,
        basis,
        party,
        operator,
        second,
      } = demandSlip(its.slipId);
      const slipped = { slipId, slipNo, slipKind, movedOn, reason, basis, party, operator, second };
      return [{ ...lineOf(its), ...slipped, came, went, balance }];
    });
    return {
      ...{ from, to, opening, closing: balance },
      ...(safeId !== undefined && meant[0] && { safe: meant[0].safe }),
      ...{ came: sum(lines.map((its) => its.came)), went: sum(lines.map((its) => its.went)) },
      ...{ lines: lines.slice(0, MOST_REGISTER_LINES), total: lines.length },
    };
  };

  return { list, show, rows, slip, slips, register, ofProject: (id: number) => rows(titles.ofProject(id)) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** Is it one of those that a list was narrowed to? */
function isMeant(row: TitleRow, filter: TitleFilter, today: Day): boolean {
  const { kind, projectId, safeId, compartmentId, text } = filter;
  if (kind !== undefined && row.kind !== kind) return false;
  if (projectId !== undefined && row.projectId !== projectId) return false;
  if (safeId !== undefined && !row.standings.some((its) => its.safeId === safeId)) return false;
  if (compartmentId !== undefined && !row.standings.some((its) => its.compartmentId === compartmentId)) return false;
  if (text !== '' && !says(row, text)) return false;
  return isChosen(row, filter.which, today);
}

function says(row: TitleRow, text: string): boolean {
  const wanted = halfWidth(text).toLowerCase();
  const texts = [row.certificateNo, row.name, row.owner, row.number, row.client, row.project, row.contractNo];
  return texts.some((its) => halfWidth(its).toLowerCase().includes(wanted));
}

function isChosen(row: TitleRow, which: TitleFilter['which'], today: Day): boolean {
  const { standings } = row;
  const here = standings.some(({ place }) => HERE.includes(place));
  const out = standings.some(({ place }) => OUT.includes(place));
  switch (which) {
    case 'all':
      return true;
    case 'here':
      return here;
    case 'out':
      return out;
    case 'overdue':
      return standings.some(({ dueOn }) => dueOn !== undefined && dueOn < today);
    case 'expiring':
      return (here || out) && row.expiresOn !== undefined && row.expiresOn <= addDays(today, EXPIRY_NOTICE_DAYS);
    case 'missing':
      return standings.some(({ place }) => place === 'missing');
    case 'gone':
      return !here && !out && !standings.some(({ place }) => place === 'missing');
  }
}
