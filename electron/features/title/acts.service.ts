import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { type DoableAct, TITLE_ACTS, type TitleAct } from '../../../shared/api/title.contract';
import type { SlipKind, SlipRow, titleMove } from '../../../shared/api/title-move.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';
import type { MovementRepo } from './movement.repo';
import { headOf, type Moving } from './moving.service';
import { refusalOf } from './refusal';
import type { Title, TitleRepo } from './title.repo';
import {
  becomesOf,
  cameBack,
  certificateKey,
  entryOf,
  type Line,
  NOT_YET,
  opposite,
  type SlipDraft,
  type Spot,
  stillSecured,
  whyFieldsWrong,
} from './title.rules';

interface Parts {
  titles: TitleRepo;
  movements: MovementRepo;
  moving: Moving;
  /** Is a certificate with that number here, or on its way? Throws with where. */
  demandNewCertificate(certificateNo: string): void;
  stocktakes: Stocktakes;
}

/** Pieces by which a stocktake is meant: from where, or into which compartment. */
interface Declared {
  titleId: number;
  certificateNo: string;
  compartmentId?: number | undefined;
  quantity: number;
}
/** What closed stocktakes say; each throws what is in the way. */
export interface Stocktakes {
  demandClosed(id: number): { no: string };
  /** Did that one not find them, and has nobody declared them missing since? */
  demandMissing(id: number, pieces: readonly Declared[]): void;
  /** Did that one miss them, or come upon them? */
  demandTurnedUp(id: number, pieces: readonly Declared[]): void;
}

/** What a person asks for, without who signs it. */
type Asked<M extends keyof typeof titleMove> = Omit<ParsedOf<(typeof titleMove)[M]>, 'signatures' | 'secondId'>;
type Pieces = { titleId: number; quantity?: number | undefined; compartmentId?: number | undefined };

/** Each act at the safe as a draft that two people can sign: whatever is in its way is said before anybody types a PIN. */
export function createActs({ titles, movements, moving, demandNewCertificate, stocktakes }: Parts) {
  const { taken, demandTitle } = moving;

  const demandOnce = (ids: readonly number[]): void => {
    if (new Set(ids).size < ids.length) throw new AppError('conflict', 'titleTwice');
  };
  const going = (pieces: readonly Pieces[], from: Spot['place'], to: (title: Pieces) => Spot): Line[] => {
    demandOnce(pieces.map(({ titleId }) => titleId));
    return pieces.flatMap((its) => taken(its, from).map((line) => ({ ...line, to: to(its) })));
  };
  /** Into the compartment that each line names. */
  const coming = (pieces: readonly (Pieces & { compartmentId: number })[], from: Spot['place']): Line[] =>
    going(
      pieces.map(({ compartmentId: _, ...its }) => its),
      from,
      ({ titleId }) => ({ place: 'safe', compartmentId: pieces.find((its) => its.titleId === titleId)?.compartmentId }),
    );

  /** Two borrowers of one title would have one due day: the later one. */
  const demandNoneOut = (titleId: number, place: Spot['place']): void => {
    const its = demandTitle(titleId);
    if (moving.lies(titleId, { place }) > 0)
      throw new AppError('conflict', 'partIsOut', { certificateNo: its.certificateNo });
  };
  const out = (
    kind: 'lent' | 'registrationOut',
    to: Spot['place'],
    input: Asked<'sendToRegistry'>,
    today: Day,
  ): SlipDraft => {
    const lines = going(input.pieces, 'safe', () => ({ place: to }));
    for (const { titleId } of input.pieces) demandNoneOut(titleId, to);
    const { party, partyStaffId, dueOn } = input;
    return { ...headOf(kind, input, today), party, partyStaffId, dueOn, lines };
  };
  const back = (kind: SlipKind, from: Spot['place'], input: Asked<'giveBack'>, today: Day): SlipDraft => ({
    ...headOf(kind, input, today),
    lines: coming(input.pieces, from),
  });

  /** Every contract that a title secures must be settled before it goes. */
  const demandFree = (titleId: number, on: Day): void => {
    const contracts = stillSecured(titles.securities(titleId), on);
    if (contracts.length > 0)
      throw new AppError('conflict', 'titleStillSecures', {
        certificateNo: demandTitle(titleId).certificateNo,
        contracts: contracts.join('、'),
      });
  };

  /** All pieces of a title that is here as a whole. */
  const whole = (titleId: number, to: (from: Spot) => Spot): Line[] => {
    const its = demandTitle(titleId);
    const lines = taken({ titleId }, its.storage === 'electronic' ? 'electronic' : 'safe');
    if (lines.reduce((sum, { quantity }) => sum + quantity, 0) < its.quantity)
      throw new AppError('conflict', 'titleNotWhole', { certificateNo: its.certificateNo });
    return lines.map((line) => ({ ...line, to: to(line.from) }));
  };

  const release = (input: Asked<'release'>, today: Day): SlipDraft => {
    demandOnce(input.titleIds);
    const head = headOf('release', input, today);
    for (const id of input.titleIds) demandFree(id, head.movedOn);
    const lines = input.titleIds.flatMap((id) => whole(id, () => ({ place: 'released' })));
    return { ...head, party: input.party, lines };
  };

  const remortgage = (input: Asked<'remortgage'>, today: Day): SlipDraft => {
    demandOnce(input.titleIds);
    const project = titles.project(input.projectId);
    if (!project) throw new AppError('notFound', 'noSuchProject');
    for (const id of input.titleIds)
      if (titles.securities(id).some((its) => its.projectId === project.id && its.endedOn === undefined))
        throw new AppError('conflict', 'alreadySecures', {
          certificateNo: demandTitle(id).certificateNo,
          contractNo: project.contractNo,
        });
    const lines = input.titleIds.flatMap((id) => whole(id, (from) => from));
    return { ...headOf('remortgage', input, today), projectId: project.id, lines };
  };

  const move = (input: Asked<'move'>, today: Day): SlipDraft => {
    const lines = going(input.pieces, 'safe', () => ({ place: 'safe', compartmentId: input.compartmentId }));
    const idle = lines.find(({ from }) => from.compartmentId === input.compartmentId);
    if (idle)
      throw new AppError('conflict', 'alreadyThere', { certificateNo: demandTitle(idle.titleId).certificateNo });
    return { ...headOf('moved', input, today), lines };
  };

  /** All pieces of a certificate that a new one takes the place of: at the registry, or here. */
  const oldOne = (titleId: number): Line[] => {
    const old = demandTitle(titleId);
    const from = (['registration', 'safe', 'electronic'] as const).find((place) => moving.lies(titleId, { place }) > 0);
    const lines = taken({ titleId }, from ?? 'safe').map((line): Line => ({ ...line, to: { place: 'exchanged' } }));
    if (lines.reduce((sum, { quantity }) => sum + quantity, 0) < old.quantity)
      throw new AppError('conflict', 'titleNotWhole', { certificateNo: old.certificateNo });
    return lines;
  };

  /** The new certificate's own line; it has a row of its own with the commit only. */
  const entering = (titleId: number, its: Pick<Asked<'exchange'>, 'becomes' | 'compartmentId'>): Line => ({
    ...{
      titleId,
      certificateNo: its.becomes.certificateNo,
      quantity: its.becomes.quantity,
      from: { place: 'outside' },
    },
    to: entryOf(its.becomes.storage, its.compartmentId),
  });

  /** The old certificate as it stands, wherever that is, and where the new one comes. */
  const exchange = (input: Asked<'exchange'>, today: Day): SlipDraft => {
    const wrong = whyFieldsWrong(input.becomes);
    if (wrong) throw new AppError('invalid', wrong.reason, wrong.details);
    const old = demandTitle(input.titleId);
    if (certificateKey(old.certificateNo) !== certificateKey(input.becomes.certificateNo))
      demandNewCertificate(input.becomes.certificateNo);
    if (input.becomes.storage === 'paper' && input.compartmentId === undefined)
      throw new AppError('invalid', 'compartmentNeeded', { field: 'compartmentId' });
    const lines = [...oldOne(old.id), entering(NOT_YET, input)];
    // What goes from the safe leaves the house, to be cancelled or kept by somebody; at the registry it is out already.
    if (input.party === '' && lines.some(({ from }) => from.place === 'safe'))
      throw new AppError('invalid', 'oldNeedsTaker', { certificateNo: old.certificateNo, field: 'party' });
    return { ...headOf('exchange', input, today), party: input.party, becomes: becomesOf(input.becomes), lines };
  };

  const toMissing = (): Spot => ({ place: 'missing' });
  /** It rests on the stocktake: its number is the basis. */
  const counted = (
    kind: 'missing' | 'found',
    input: Asked<'declareMissing' | 'declareFound'>,
    lines: Line[],
    today: Day,
  ): SlipDraft => {
    const { no } = stocktakes.demandClosed(input.stocktakeId);
    const [demand, side] =
      kind === 'missing' ? [stocktakes.demandMissing, 'from' as const] : [stocktakes.demandTurnedUp, 'to' as const];
    const meant = lines.map(({ titleId, certificateNo, quantity, ...its }) => ({
      ...{ titleId, certificateNo, quantity, compartmentId: its[side].compartmentId },
    }));
    demand(input.stocktakeId, meant);
    return { ...headOf(kind, { ...input, basis: no }, today), stocktakeId: input.stocktakeId, lines };
  };

  const reverse = (input: Asked<'reverse'>, today: Day): SlipDraft => {
    const slip = movements.slip(input.slipId);
    if (!slip) throw new AppError('notFound', 'noSuchSlip');
    const hindrance = whyNotReversible(slip.id, today);
    if (hindrance) throw new AppError('conflict', hindrance, { no: slip.no });
    const lines = movements.lines(slip.id).map(
      ({ titleId, certificateNo, quantity, fromPlace, fromCompartmentId, toPlace, toCompartmentId }): Line => ({
        ...{ titleId, certificateNo, quantity },
        from: { place: fromPlace, compartmentId: fromCompartmentId },
        to: { place: toPlace, compartmentId: toCompartmentId },
      }),
    );
    demandNotHereAnew(lines);
    return { ...headOf('reversal', { ...input, basis: slip.no }, today), reversesId: slip.id, lines: opposite(lines) };
  };

  /** A certificate that has gone may have come again meanwhile under another row, or wait on a list. */
  const demandNotHereAnew = (lines: readonly Line[]): void => {
    const leaves = new Set(
      lines.flatMap(({ from, certificateNo }) => (from.place === 'outside' ? certificateKey(certificateNo) : [])),
    );
    for (const { to, certificateNo } of lines)
      if ((to.place === 'released' || to.place === 'exchanged') && !leaves.has(certificateKey(certificateNo)))
        demandNewCertificate(certificateNo);
  };

  /** A reversal that takes a title out of the house, or from a contract, asks what a release asks. */
  const isBound = (slip: SlipRow, on: Day): boolean =>
    movements.lines(slip.id).some(({ titleId, fromPlace }) => {
      const all = titles.securities(titleId);
      const concerned = fromPlace === 'outside' ? all : all.filter(({ projectId }) => projectId === slip.projectId);
      return stillSecured(concerned, on).length > 0;
    });

  /** A slip can be taken back as long as everything still lies where it put it. */
  const whyNotReversible = (slipId: number, on: Day): string | undefined => {
    const slip = movements.slip(slipId);
    if (slip?.reversedById !== undefined) return 'alreadyReversed';
    if (slip?.kind === 'reversal') return 'reversalStays';
    if (slip && cameBack(slip.kind)) return 'cameBackStays';
    const movedOn = movements
      .lines(slipId)
      .some(
        (its) => moving.lies(its.titleId, { place: its.toPlace, compartmentId: its.toCompartmentId }) < its.quantity,
      );
    if (movedOn) return 'movedOnSince';
    if (slip?.kind === 'lent' && moving.isBorrowed(slipId)) return 'lentOnBorrowing';
    return slip && isBound(slip, on) ? 'reversalFrees' : undefined;
  };

  /** The handling officer does not look up the own title. */
  const demandOther = ({ aManagerId, certificateNo }: Title, ctx: SignedInContext): void => {
    if (aManagerId === ctx.actor.staffId) throw new AppError('notAllowed', 'ownTitleLookedUp', { certificateNo });
  };

  /** What can be done with a title now, each by looking at what the act itself would look at. */
  const doable = (its: Title, ctx: SignedInContext): DoableAct[] => {
    const { id: titleId } = its;
    const tries: Readonly<Record<TitleAct, () => unknown>> = {
      lend: () => taken({ titleId }, 'safe') && demandNoneOut(titleId, 'lent'),
      giveBack: () => taken({ titleId }, 'lent') && moving.demandNotBorrowed([titleId]),
      sendToRegistry: () => taken({ titleId }, 'safe') && demandNoneOut(titleId, 'registration'),
      takeBack: () => taken({ titleId }, 'registration'),
      exchange: () => oldOne(titleId),
      remortgage: () => whole(titleId, (from) => from),
      release: () => {
        whole(titleId, (from) => from);
        demandFree(titleId, ctx.today);
      },
      move: () => taken({ titleId }, 'safe'),
      lookUp: () => demandOther(its, ctx),
    };
    return TITLE_ACTS.map((act) => {
      const because = refusalOf(tries[act]);
      return { act, ...(because && { because }) };
    });
  };

  return {
    doable,
    demandOther,
    /** For a borrowing slip: no command lends without one. */
    lend: (input: Asked<'sendToRegistry'>, today: Day) => out('lent', 'lent', input, today),
    sendToRegistry: (input: Asked<'sendToRegistry'>, today: Day) =>
      out('registrationOut', 'registration', input, today),
    giveBack: (input: Asked<'giveBack'>, today: Day) => back('returned', 'lent', input, today),
    takeBack: (input: Asked<'giveBack'>, today: Day) => back('registrationBack', 'registration', input, today),
    declareMissing: (input: Asked<'declareMissing'>, today: Day) =>
      counted('missing', input, going(input.pieces, 'safe', toMissing), today),
    declareFound: (input: Asked<'declareFound'>, today: Day) =>
      counted('found', input, coming(input.pieces, 'missing'), today),
    release,
    remortgage,
    move,
    exchange,
    reverse,
    whyNotReversible,
    entering,
  };
}
