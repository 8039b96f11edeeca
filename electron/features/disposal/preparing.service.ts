import type { ParsedOf } from '../../../shared/api/contract';
import type { DisposalKind, disposal } from '../../../shared/api/disposal.contract';
import { AppError } from '../../../shared/api/errors';
import type { Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import type { CandidateRow, CandidatesRepo } from './candidates.repo';
import type { DisposalRepo } from './disposal.repo';
import {
  contentHash,
  type Hindrance,
  type SignedDisposal,
  type SignedLine,
  whyNotDisposable,
  whyNotKeptOn,
  writeDisposalNo,
} from './disposal.rules';
import type { DossierMoves } from './moved-dossier';
import { barredIds, type Reading } from './reading.service';

interface Parts {
  repo: DisposalRepo;
  candidates: CandidatesRepo;
  dossiers: DossierMoves;
  reading: Reading;
  commit: Commit;
  demandPresent(staffId: number): void;
}

/** A list that nobody has signed yet. */
export type Draft = Omit<SignedDisposal, 'no'> & { witnessIds: readonly number[] };

type Unsigned<T> = Omit<T, 'signature'>;

/** What a list says of a hindrance, as a refusal. */
export function demandNone(hindrance: Hindrance | undefined): void {
  if (hindrance) throw new AppError('conflict', hindrance.reason, hindrance.details);
}

const NO_RECEIVER = { receiver: '', receiverPerson: '', receiverDocument: '' };

/** Makes lists: of what was appraised, of what is to be destroyed, of what goes to somebody outside. */
export function createPreparing({ repo, candidates, dossiers, reading, commit, demandPresent }: Parts) {
  const demandCandidate = (id: number, kind: DisposalKind, today: Day): CandidateRow => {
    const found = candidates.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchDossier');
    demandNone(whyNotDisposable(found, kind, today));
    return found;
  };

  const demandOnce = (ids: readonly number[]): void => {
    if (new Set(ids).size < ids.length) throw new AppError('conflict', 'dossierTwice');
  };

  /** Two different people who work here, and neither has a hand in it otherwise. */
  const demandWitnesses = (ids: readonly number[], barred: readonly number[]): void => {
    if (new Set(ids).size < ids.length) throw new AppError('conflict', 'witnessTwice', { field: 'secondWitnessId' });
    for (const id of ids) demandPresent(id);
    if (ids.some((id) => barred.includes(id))) throw new AppError('conflict', 'witnessInvolved');
  };

  const appraisal = (input: Unsigned<ParsedOf<typeof disposal.appraise>>, ctx: SignedInContext): Draft => {
    demandOnce(input.lines.map(({ dossierId }) => dossierId));
    const lines = input.lines.map(({ dossierId, keepUntil, decision, years, remarks }): SignedLine => {
      const its = demandCandidate(dossierId, 'appraisal', ctx.today);
      if (its.keepUntil !== keepUntil) throw new AppError('conflict', 'dossierChangedMeanwhile', namedIn(its));
      if (decision !== 'keep') return { ...lineOf(its, ctx.today), decision, remarks };
      const newUntil = years === undefined ? undefined : dossiers.yearsAfter(keepUntil, years);
      demandNone(whyNotKeptOn(its, newUntil, ctx.today));
      return { ...lineOf(its, ctx.today), decision, remarks, ...(newUntil && { newUntil }) };
    });
    const kind = 'appraisal';
    return { kind, reason: input.reason, ...NO_RECEIVER, lines, witnessIds: [] };
  };

  const destruction = (input: Unsigned<ParsedOf<typeof disposal.listForDestruction>>, ctx: SignedInContext): Draft => {
    const { appraisalId, reason, firstWitnessId, secondWitnessId } = input;
    const witnessIds = [firstWitnessId, secondWitnessId];
    const its = reading.demand(appraisalId);
    if (its.kind !== 'appraisal' || its.state !== 'approved') throw new AppError('conflict', 'appraisalNotApproved');
    demandWitnesses(witnessIds, [ctx.actor.staffId, ...barredIds(its)]);
    const left = repo.lines(appraisalId).filter(reading.isLeft);
    const chosen = input.dossierIds ?? left.map(({ dossierId }) => dossierId);
    demandOnce(chosen);
    if (chosen.length === 0) throw new AppError('conflict', 'nothingToDestroy', { no: its.no });
    const lines = chosen.map((id): SignedLine => {
      const line = left.find(({ dossierId }) => dossierId === id);
      const found = demandCandidate(id, 'destruction', ctx.today);
      if (!line) throw new AppError('conflict', 'notCondemned', { ...namedIn(found), no: its.no });
      if (repo.lastAppraisalOf(id) !== appraisalId) throw new AppError('conflict', 'appraisedAnew', namedIn(found));
      return { ...lineOf(found, ctx.today), remarks: line.remarks };
    });
    return { kind: 'destruction', reason, appraisalId, ...NO_RECEIVER, lines, witnessIds };
  };

  const transfer = (input: Unsigned<ParsedOf<typeof disposal.listForTransfer>>, ctx: SignedInContext): Draft => {
    const { dossierIds, supervisorId, reason, receiver, receiverPerson, receiverDocument } = input;
    demandOnce(dossierIds);
    demandWitnesses([supervisorId], [ctx.actor.staffId]);
    const lines = dossierIds.map((id) => lineOf(demandCandidate(id, 'transfer', ctx.today), ctx.today));
    const to = { receiver, receiverPerson, receiverDocument };
    return { kind: 'transfer', reason, ...to, lines, witnessIds: [supervisorId] };
  };

  /** Hash of a draft, by which it is seen whether it is still the same when the secret has been checked. */
  const seenIn = (draft: Draft): string => contentHash({ ...draft, no: '' });

  const make = (draft: Draft, seen: string, signer: Signer, ctx: SignedInContext): { id: number; no: string } => {
    if (seenIn(draft) !== seen) throw new AppError('conflict', 'listingChangedMeanwhile');
    demandPresent(signer.staffId);
    const { kind, lines, ...head } = draft;
    const told = { kind, dossiers: lines.length, signer: signer.staffId };
    return commit(ctx, `disposal.make.${kind}`, told, () => {
      const year = ctx.today.slice(0, 4);
      const no = writeDisposalNo(kind, year, repo.numbersOfYear(kind, year) + 1);
      const id = repo.add({ ...head, no, kind, madeOn: ctx.today, madeBy: signer.staffId });
      for (const [i, line] of lines.entries()) repo.addLine(id, i + 1, line);
      repo.sign(id, signer.staffId, 'maker', ctx.at, contentHash({ ...draft, no }));
      return { id, no };
    });
  };

  const nameWitnesses = (
    { id, firstWitnessId, secondWitnessId }: ParsedOf<typeof disposal.nameWitnesses>,
    ctx: SignedInContext,
  ): void => {
    const its = reading.demand(id);
    if (its.kind === 'appraisal' || (its.state !== 'submitted' && its.state !== 'approved'))
      throw new AppError('conflict', 'disposalClosed', { no: its.no });
    const witnessIds = secondWitnessId === undefined ? [firstWitnessId] : [firstWitnessId, secondWitnessId];
    const needed = its.kind === 'destruction' ? 2 : 1;
    if (witnessIds.length !== needed) throw new AppError('invalid', 'witnessCount', { count: needed });
    demandWitnesses(witnessIds, barredIds(its));
    commit(ctx, 'disposal.nameWitnesses', { id, witnessIds }, () => repo.nameWitnesses(id, witnessIds));
  };

  return { appraisal, destruction, transfer, seenIn, make, nameWitnesses };
}

const namedIn = ({ archiveNo, title }: Pick<CandidateRow, 'archiveNo' | 'title'>) => ({ dossier: archiveNo ?? title });

/** A dossier as it stands today, for a list. */
export function lineOf(its: CandidateRow, today: Day): SignedLine {
  const { id, archiveNo = '', title, className, year, retention, keepUntil, items, pages } = its;
  const keptFrom = its.endedOn ?? its.receivedOn ?? today;
  return {
    ...{ dossierId: id, archiveNo, title, className, year, retention, keptFrom, items, pages, remarks: '' },
    ...(keepUntil && { keepUntil }),
  };
}
