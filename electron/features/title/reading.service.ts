import type { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import { type DoableAct, MOST_TITLES, type Security, type TitleView } from '../../../shared/api/title.contract';
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
import type { SignedInContext } from '../../ipc/context';
import type { NamedCompartment, TitleListing } from './listing.service';
import type { KeptLine, MovementRepo } from './movement.repo';
import type { Stock } from './stock';
import type { Title, TitleRepo } from './title.repo';
import { certificateKey, provisionalNo } from './title.rules';

interface Parts {
  titles: TitleRepo;
  movements: MovementRepo;
  stock: Stock;
  listing: TitleListing;
  compartments(): readonly NamedCompartment[];
  handoverOf(titleId: number): { id: number; no: string } | undefined;
  whyNotReversible(slipId: number, on: Day): string | undefined;
  doable(its: Title, ctx: SignedInContext): DoableAct[];
}

/** One title's life, slips, and the register. */
export function createTitleReading(parts: Parts) {
  const { titles, movements, stock, listing, compartments, handoverOf, whyNotReversible, doable } = parts;
  const { rowOf, standings } = listing;

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

  /** Of a certificate that was exchanged, the contracts go on with the one that took its place. */
  const securities = (id: number): Security[] => {
    const passedTo = stock.of(id).some(({ place }) => place === 'exchanged') ? titles.replacedBy(id) : undefined;
    return titles.securities(id).map((its) => (passedTo && its.endedOn === undefined ? { ...its, passedTo } : its));
  };

  const show = (id: number, ctx: SignedInContext): TitleView => {
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
      securities: securities(id),
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
      acts: doable(its, ctx),
    };
  };

  const slip = (id: number, today: Day): SlipView => {
    const its = demandSlip(id);
    const notReversibleBecause = whyNotReversible(id, today);
    const borrowing = its.kind === 'lent' || its.kind === 'returned' ? movements.borrowing(id) : undefined;
    return {
      ...its,
      ...(borrowing && { borrowing }),
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
  const wholeRegister = ({ from, to, safeId }: z.output<typeof registerFilter>): TitleRegister => {
    const meant = compartments().filter((its) => safeId === undefined || its.safeId === safeId);
    const inside = new Set(meant.map(({ id }) => id));
    const isIn = (id: number | undefined) => id !== undefined && inside.has(id);
    const before = stock.on(addDays(from, -1)).filter(({ compartmentId }) => isIn(compartmentId));
    const opening = sum(before.map(({ quantity }) => quantity));
    let balance = opening;
    const slipOf = remembered(demandSlip);
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
      } = slipOf(its.slipId);
      const slipped = { slipId, slipNo, slipKind, movedOn, reason, basis, party, operator, second };
      return [{ ...lineOf(its), ...slipped, came, went, balance }];
    });
    return {
      ...{ from, to, opening, closing: balance },
      ...(safeId !== undefined && meant[0] && { safe: meant[0].safe }),
      ...{ came: sum(lines.map((its) => its.came)), went: sum(lines.map((its) => its.went)) },
      ...{ lines, total: lines.length },
    };
  };
  const register = (asked: z.output<typeof registerFilter>): TitleRegister => {
    const { lines, ...its } = wholeRegister(asked);
    return { ...its, lines: lines.slice(0, MOST_REGISTER_LINES) };
  };

  return {
    securities,
    show,
    slip,
    slips,
    slipIds: ({ kind, from, to }: z.output<typeof slipFilter>) => movements.slipIds(kind, from, to),
    slipRow: movements.slip,
    register,
    registerLines: (asked: z.output<typeof registerFilter>) => wholeRegister(asked).lines,
    ofProject: (id: number) => listing.rows(titles.ofProject(id)),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** A slip has many lines: it is read once. */
function remembered<T>(read: (id: number) => T): (id: number) => T {
  const known = new Map<number, T>();
  return (id) => {
    const its = known.get(id) ?? read(id);
    known.set(id, its);
    return its;
  };
}
