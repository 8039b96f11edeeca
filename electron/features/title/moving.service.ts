import { AppError } from '../../../shared/api/errors';
import type { SlipKind, Written } from '../../../shared/api/title-move.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Commit, Remembered } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { TwoSigners } from '../../ipc/signer';
import type { MovementRepo } from './movement.repo';
import type { Holding, Stock } from './stock';
import type { Title, TitleRepo } from './title.repo';
import {
  type Hindrance,
  isWay,
  type Line,
  NOT_YET,
  type SlipDraft,
  type Spot,
  slipHash,
  whyNotDue,
  whyNotOnDay,
  writeSlipNo,
} from './title.rules';

/** The safes, as a movement needs them. */
export interface Safes {
  /** Is that compartment in use? Throws otherwise. */
  demandCompartment(id: number): void;
  /** Do these two hold key and combination of each safe in which the compartments are? Throws otherwise. */
  demandOpenable(compartmentIds: readonly number[], operatorId: number, secondId: number): void;
  /** Writes down that these safes were open for a slip; inside its commit. */
  noteOpening(
    compartmentIds: readonly number[],
    slip: { id: number; reason: string },
    by: TwoSigners,
    ctx: SignedInContext,
  ): void;
}

export interface MovingParts {
  titles: TitleRepo;
  movements: MovementRepo;
  stock: Stock;
  safes: Safes;
  commit: Commit;
  demandPresent(staffId: number): void;
}

/** `field`: the entry that the hindrance is about. */
export function demandNone(hindrance: Hindrance | undefined, field?: string): void {
  if (hindrance) throw new AppError('conflict', hindrance.reason, { ...hindrance.details, ...(field && { field }) });
}

/** The entry that is to blame. */
const DUE_FIELD = 'dueOn';
const DUE = { field: DUE_FIELD };

export type Moving = ReturnType<typeof createMoving>;

/** Every way in and out of a safe goes through here: looked at, signed by two, written once. */
export function createMoving({ titles, movements, stock, safes, commit, demandPresent }: MovingParts) {
  const demandTitle = (id: number): Title => {
    const found = titles.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchTitle');
    return found;
  };

  /** What lies there of a title: all of it, or `quantity` pieces; throws with where it is instead. */
  const taken = (
    {
      titleId,
      quantity,
      compartmentId,
    }: { titleId: number; quantity?: number | undefined; compartmentId?: number | undefined },
    place: Spot['place'],
  ): Omit<Line, 'to'>[] => {
    const its = demandTitle(titleId);
    const line = (spot: Holding, count: number) => ({
      ...{ titleId, certificateNo: its.certificateNo, quantity: count },
      from: spotOf(spot),
    });
    const all = stock.of(titleId);
    const there = all.filter(
      (spot) => spot.place === place && (compartmentId === undefined || spot.compartmentId === compartmentId),
    );
    if (there.length === 0) throw notThere(its, all, place);
    if (quantity === undefined) return there.map((spot) => line(spot, spot.quantity));
    const [only, other] = there;
    if (other || !only) throw new AppError('conflict', 'whichCompartment', { certificateNo: its.certificateNo });
    if (quantity > only.quantity)
      throw new AppError('conflict', 'notSoMany', { certificateNo: its.certificateNo, count: only.quantity });
    return [line(only, quantity)];
  };

  const notThere = (its: Title, all: readonly Holding[], place: Spot['place']): AppError => {
    const details = { certificateNo: its.certificateNo };
    if (its.storage === 'electronic' && place !== 'electronic')
      return new AppError('conflict', 'electronicStaysOut', details);
    const [out] = all;
    if (!out) return new AppError('conflict', 'titleNotHere', details);
    const slip = movements.slip(out.slipId);
    const told = { ...details, no: slip?.no ?? '', party: slip?.party ?? '', day: slip?.dueOn ?? out.since };
    return new AppError('conflict', out.place === place ? 'titleElsewhere' : `titleIs${capital(out.place)}`, told);
  };

  /** How many pieces of it lie there; in any compartment, when none is named. */
  const lies = (titleId: number, spot: Spot): number =>
    stock
      .of(titleId)
      .filter(
        (its) =>
          its.place === spot.place && (spot.compartmentId === undefined || its.compartmentId === spot.compartmentId),
      )
      .reduce((sum, { quantity }) => sum + quantity, 0);

  /** What was lent on a borrowing slip comes back on it, with the archivist and a second person. */
  const demandNotBorrowed = (titleIds: readonly number[]): void => {
    for (const id of titleIds) {
      const no = titles.borrowedOn(id)?.no;
      if (no === undefined) continue;
      throw new AppError('conflict', 'returnedOnBorrowing', { certificateNo: demandTitle(id).certificateNo, no });
    }
  };
  const isBorrowed = (slipId: number): boolean =>
    movements.lines(slipId).some(({ titleId }) => titles.borrowedOn(titleId) !== undefined);

  const compartmentsOf = (lines: readonly Line[]): number[] => [
    ...new Set(lines.flatMap(({ from, to }) => [from.compartmentId ?? [], to.compartmentId ?? []].flat())),
  ];

  /** Looks at a draft as it would be written now; throws what is in the way. */
  const demandPossible = (draft: SlipDraft, operatorId: number, secondId: number, ctx: SignedInContext): void => {
    if (operatorId === secondId) throw new AppError('conflict', 'oneSignsForBoth', { field: 'secondId' });
    const wrongDue = draft.dueOn === undefined ? undefined : whyNotDue(draft.dueOn, draft.movedOn);
    if (wrongDue) throw new AppError('invalid', wrongDue.reason, { ...wrongDue.details, ...DUE });
    demandPresent(operatorId);
    demandPresent(secondId);
    const closedMonth = movements.closedMonth();
    for (const line of draft.lines) {
      const days = [line.from, line.to].flatMap(({ compartmentId }) =>
        compartmentId === undefined ? [] : (movements.closedDay(compartmentId) ?? []),
      );
      const known = { closedMonth, lastOfTitle: movements.lastDayOfTitle(line.titleId), closedDay: days.sort().at(-1) };
      demandNone(whyNotOnDay(draft.movedOn, ctx.today, known), 'movedOn');
      if (!isWay(draft.kind, line.from.place, line.to.place)) throw new AppError('conflict', 'noSuchWay');
      if (line.to.compartmentId !== undefined) safes.demandCompartment(line.to.compartmentId);
    }
    safes.demandOpenable(compartmentsOf(draft.lines), operatorId, secondId);
    demandOthersFreed(draft, [operatorId, secondId]);
  };

  /** Whoever entered that a contract is settled, or freed a title from it, does not sign for what goes out upon that. */
  const demandOthersFreed = ({ lines }: SlipDraft, signers: readonly number[]): void => {
    for (const { titleId, certificateNo, to } of lines) {
      if (to.place !== 'released' && to.place !== 'outside') continue;
      const by = titles.freedBy(titleId).find(({ staffId }) => signers.includes(staffId));
      if (by)
        throw new AppError('notAllowed', 'freedByThemselves', {
          certificateNo,
          name: by.name,
          contractNo: by.contractNo,
        });
    }
  };

  /** Writes a slip with its movements and signatures; inside a commit. */
  const write = (draft: SlipDraft, by: TwoSigners, ctx: SignedInContext): Written => {
    const [operatorId, secondId] = [by.operator.staffId, by.second.staffId];
    const year = draft.movedOn.slice(0, 4);
    const no = writeSlipNo(draft.kind, year, movements.numbersOfYear(draft.kind, year) + 1);
    const slip = { ...draft, no, operatorId, secondId };
    const id = movements.add({ ...slip, at: ctx.at });
    const hash = slipHash(slip);
    movements.sign(id, operatorId, 'operator', ctx.at, hash);
    movements.sign(id, secondId, 'second', ctx.at, hash);
    safes.noteOpening(compartmentsOf(draft.lines), { id, reason: draft.reason }, by, ctx);
    return { id, no };
  };

  /** Hash of a draft, by which it is seen whether it is still the same when the secrets have been checked. */
  const seenIn = (draft: SlipDraft): string => slipHash({ ...draft, no: '', operatorId: 0, secondId: 0 });

  /** One act in one event. `completed` writes what belongs to it and answers the slip as it is signed. */
  const carryOut = (
    draft: SlipDraft,
    seen: string,
    by: TwoSigners,
    ctx: SignedInContext,
    completed: () => SlipDraft = () => draft,
  ): Written => {
    if (seenIn(draft) !== seen) throw new AppError('conflict', 'titlesChangedMeanwhile');
    demandPossible(draft, by.operator.staffId, by.second.staffId, ctx);
    return commit(ctx, actionOf(draft.kind), told(draft, by), () => write(completed(), by, ctx));
  };

  return { demandTitle, taken, lies, demandNotBorrowed, isBorrowed, demandPossible, write, seenIn, carryOut };
}

const spotOf = ({ place, compartmentId }: Holding): Spot => ({
  place,
  ...(compartmentId !== undefined && { compartmentId }),
});
const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
export const actionOf = (kind: SlipKind): string => `title.${kind}`;

/** What the journal remembers of the call; the rows tell the rest. */
export const told = (draft: SlipDraft, by: TwoSigners): Remembered => ({
  titles: [...new Set(draft.lines.map(({ titleId }) => titleId))].filter((id) => id !== NOT_YET),
  basis: draft.basis,
  operator: by.operator.staffId,
  second: by.second.staffId,
});

/** What every act says of itself. */
export const headOf = (
  kind: SlipKind,
  its: { reason: string; basis: string; remarks: string; movedOn?: Day | undefined },
  today: Day,
): Omit<SlipDraft, 'lines'> => ({
  kind,
  movedOn: its.movedOn ?? today,
  reason: its.reason,
  basis: its.basis,
  party: '',
  remarks: its.remarks,
});
