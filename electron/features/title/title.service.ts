import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Security, title } from '../../../shared/api/title.contract';
import type { titleMove, Written } from '../../../shared/api/title-move.contract';
import type { SignedInContext } from '../../ipc/context';
import type { Signer, TwoSigners } from '../../ipc/signer';
import { createActs, type Stocktakes } from './acts.service';
import type { FixedTitles } from './fixed-titles';
import type { ListingRepo } from './listing.repo';
import { createTitleListing, type NamedCompartment } from './listing.service';
import { createMoving, demandNone, type MovingParts } from './moving.service';
import { createTitleReading } from './reading.service';
import { certificateKey, freedHash, NOT_YET, type SlipDraft, whyFieldsWrong } from './title.rules';

interface Parts extends MovingParts {
  listing: ListingRepo;
  fixedTitles: FixedTitles;
  compartments(): readonly NamedCompartment[];
  handoverOf(titleId: number): { id: number; no: string } | undefined;
  /** The number of an open handover on which a certificate stands. */
  waitingWith(certificateKey: string): string | undefined;
  stocktakes: Stocktakes;
}

export type TitleService = ReturnType<typeof createTitleService>;

/** Title documents: what they are, where they are, and every way in and out of a safe. */
export function createTitleService(parts: Parts) {
  const { titles, movements, stock, commit, demandPresent } = parts;
  const moving = createMoving(parts);

  /** The same certificate cannot be here twice; one that has gone back to its owner may come again. */
  const whyNotNewCertificate = (certificateNo: string): AppError | undefined => {
    const key = certificateKey(certificateNo);
    const details = { certificateNo, ...NUMBER };
    const here = titles.withCertificate(key).find(({ id }) => stock.of(id).some(({ place }) => !GONE.has(place)));
    if (here) return new AppError('conflict', 'certificateHere', details);
    const no = parts.waitingWith(key);
    return no === undefined ? undefined : new AppError('conflict', 'certificateOnList', { ...details, no });
  };
  const demandNewCertificate = (certificateNo: string): void => {
    const because = whyNotNewCertificate(certificateNo);
    if (because) throw because;
  };

  const acts = createActs({
    titles,
    movements,
    moving,
    demandNewCertificate,
    stocktakes: parts.stocktakes,
  });
  const listing = createTitleListing(parts);
  const { whyNotReversible, doable } = acts;
  const reading = createTitleReading({ ...parts, listing, whyNotReversible, doable });

  /** The old one goes, and with the new one's row its own line comes. */
  const exchange = (
    input: Pick<ParsedOf<typeof titleMove.exchange>, 'titleId' | 'becomes' | 'compartmentId'>,
    draft: SlipDraft,
    seen: string,
    by: TwoSigners,
    ctx: SignedInContext,
  ): Written & { titleId: number } => {
    const { projectId } = moving.demandTitle(input.titleId);
    let titleId = 0;
    const written = moving.carryOut(draft, seen, by, ctx, () => {
      const key = certificateKey(input.becomes.certificateNo);
      const row = { projectId, certificateKey: key, replacesId: input.titleId, registeredOn: draft.movedOn };
      titleId = titles.add({ ...input.becomes, ...row });
      for (const its of titles.securities(input.titleId))
        if (its.endedOn === undefined) titles.secure(titleId, its.projectId, draft.movedOn);
      const old = draft.lines.filter((line) => line.titleId !== NOT_YET);
      return { ...draft, lines: [...old, acts.entering(titleId, input)] };
    });
    return { ...written, titleId };
  };

  const remortgage = (draft: SlipDraft, seen: string, by: TwoSigners, ctx: SignedInContext): Written =>
    moving.carryOut(draft, seen, by, ctx, () => {
      for (const id of new Set(draft.lines.map(({ titleId }) => titleId)))
        titles.secure(id, draft.projectId ?? 0, draft.movedOn);
      return draft;
    });

  /** What an act made a title secure ends with it. */
  const reverse = (draft: SlipDraft, seen: string, by: TwoSigners, ctx: SignedInContext): Written =>
    moving.carryOut(draft, seen, by, ctx, () => {
      const slip = movements.slip(draft.reversesId ?? 0);
      const ended = { on: draft.movedOn, by: by.operator.staffId, because: slip?.no ?? '' };
      for (const { titleId, from, to } of draft.lines)
        if (to.place === 'outside' || (slip?.kind === 'remortgage' && from.place === to.place))
          for (const its of titles.securities(titleId))
            if (its.endedOn === undefined && (slip?.projectId ?? its.projectId) === its.projectId)
              titles.free(titleId, its.projectId, ended);
      return draft;
    });

  const describe = ({ id, reason, ...its }: ParsedOf<typeof title.describe>, ctx: SignedInContext): void => {
    moving.demandTitle(id);
    demandNone(whyFieldsWrong(its));
    commit(ctx, 'title.describe', { id }, () => titles.describe({ id, ...its }), reason);
  };

  const lookUp = ({ titleId, ...its }: ParsedOf<typeof title.lookUp>, ctx: SignedInContext): void => {
    acts.demandOther(moving.demandTitle(titleId), ctx);
    if (its.lookedOn > ctx.today)
      throw new AppError('invalid', 'movedTomorrow', { day: its.lookedOn, field: 'lookedOn' });
    commit(ctx, 'title.lookUp', { titleId, result: its.result }, () => titles.lookUp(titleId, its, ctx.actor.staffId));
  };

  const demandSecures = (titleId: number, projectId: number): Security => {
    const { certificateNo } = moving.demandTitle(titleId);
    const open = reading.securities(titleId).find((its) => its.projectId === projectId && its.endedOn === undefined);
    if (!open || open.passedTo) throw new AppError('conflict', 'securesNot', { certificateNo });
    return open;
  };
  const endSecurity = (
    { titleId, projectId, reason }: Omit<ParsedOf<typeof title.endSecurity>, 'signature'>,
    signer: Signer,
    ctx: SignedInContext,
  ): void => {
    const { id, sinceOn } = demandSecures(titleId, projectId);
    const endedById = signer.staffId;
    demandPresent(endedById);
    const write = () => {
      titles.free(titleId, projectId, { on: ctx.today, by: endedById, because: reason });
      const signed = freedHash({ titleId, projectId, sinceOn, endedOn: ctx.today, endedById, reason });
      titles.signFreed(id, endedById, ctx.at, signed);
    };
    commit(ctx, 'title.endSecurity', { titleId, projectId }, write, reason);
  };

  return {
    ...reading,
    listing,
    acts,
    moving,
    whyNotNewCertificate,
    exchange,
    remortgage,
    reverse,
    describe,
    lookUp,
    demandSecures,
    endSecurity,
  };
}

/** The entry that is to blame. */
const NUMBER = { field: 'certificateNo' };
/** Where a certificate no longer counts as here. */
const GONE: ReadonlySet<string> = new Set(['released', 'exchanged']);
