import type { ParsedOf } from '../../../shared/api/contract';
import type { DisposalRole, disposal } from '../../../shared/api/disposal.contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import type { CandidatesRepo } from './candidates.repo';
import type { Disposal, DisposalRepo } from './disposal.repo';
import { contentHash, whyNotDisposable } from './disposal.rules';
import type { DossierMoves } from './moved-dossier';
import { demandNone, lineOf } from './preparing.service';
import { type Reading, witnessIds } from './reading.service';

interface Parts {
  repo: DisposalRepo;
  candidates: CandidatesRepo;
  dossiers: DossierMoves;
  reading: Reading;
  commit: Commit;
  demandPresent(staffId: number): void;
}

const CODES = { listNotWaiting: 'conflict' } as const;

/** An executive decides, then it is carried out before witnesses; what went outside may come back. */
export function createDeciding({ repo, candidates, dossiers, reading, commit, demandPresent }: Parts) {
  const { demand } = reading;

  const demandApprovable = (id: number, ctx: SignedInContext): Disposal => {
    const its = demand(id);
    const because = reading.whyNot(its, ctx.actor.staffId);
    const code = CODES[because as keyof typeof CODES] ?? 'notAllowed';
    if (because) throw new AppError(code, because, { no: its.no });
    return its;
  };

  /** Every dossier stands as the list says, and nothing keeps it here. */
  const demandAsListed = (its: Disposal, ctx: SignedInContext): void => {
    for (const line of repo.lines(its.id)) {
      const found = candidates.byId(line.dossierId);
      if (!found) throw new AppError('notFound', 'noSuchDossier');
      const { onList, ...now } = found;
      const other = onList && onList.id !== its.id ? { onList } : {};
      demandNone(whyNotDisposable({ ...now, ...other }, its.kind, ctx.today));
      const today = lineOf(found, ctx.today);
      const same = (['archiveNo', 'title', 'pages', 'keepUntil'] as const).every((name) => today[name] === line[name]);
      if (!same) throw new AppError('conflict', 'dossierChangedMeanwhile', { dossier: line.archiveNo });
    }
  };

  const listed = (its: Disposal, more: { doneOn?: string; refusedBecause?: string } = {}): string =>
    contentHash({ ...its, ...more, lines: repo.lines(its.id) });

  const approve = (id: number, signer: Signer, ctx: SignedInContext): void => {
    const its = demandApprovable(id, ctx);
    demandAsListed(its, ctx);
    demandPresent(signer.staffId);
    commit(ctx, `disposal.approve.${its.kind}`, { id, signer: signer.staffId }, () => {
      repo.sign(id, signer.staffId, 'approver', ctx.at, listed(its));
      repo.decide(id, 'approved', ctx.today, signer.staffId);
      if (its.kind !== 'appraisal') return;
      for (const { dossierId, decision, newUntil, keepUntil } of repo.lines(id))
        dossiers.appraise(dossierId, {
          on: ctx.today,
          keepUntil: decision === 'destroy' ? keepUntil : newUntil,
          forEver: decision === 'keepForEver',
        });
    });
  };

  const refuse = (id: number, reason: string, signer: Signer, ctx: SignedInContext): void => {
    const its = demandApprovable(id, ctx);
    demandPresent(signer.staffId);
    const act = () => {
      repo.sign(id, signer.staffId, 'approver', ctx.at, listed(its, { refusedBecause: reason }));
      repo.decide(id, 'refused', ctx.today, signer.staffId, reason);
    };
    commit(ctx, 'disposal.refuse', { id, signer: signer.staffId }, act, reason);
  };

  const withdraw = ({ id, reason }: ParsedOf<typeof disposal.withdraw>, ctx: SignedInContext): void => {
    const its = demand(id);
    const open = its.state === 'submitted' || (its.state === 'approved' && its.kind !== 'appraisal');
    if (!open) throw new AppError('conflict', 'disposalClosed', { no: its.no });
    commit(ctx, 'disposal.withdraw', { id }, () => repo.withdraw(id, reason), reason);
  };

  /** Approved, of that kind, and not yet carried out. */
  const demandApproved = (id: number, kind: Disposal['kind']): Disposal => {
    const its = demand(id);
    if (its.kind !== kind) throw new AppError('conflict', 'disposalOfOtherKind', { no: its.no });
    if (its.state === 'submitted') throw new AppError('conflict', 'disposalNotApproved', { no: its.no });
    if (its.state !== 'approved') throw new AppError('conflict', 'disposalClosed', { no: its.no });
    return its;
  };

  /** Whoever carries it out is not one of those who watch. */
  const demandOtherHands = (its: Disposal, ctx: SignedInContext): void => {
    if (witnessIds(its).includes(ctx.actor.staffId)) throw new AppError('notAllowed', 'witnessCarriesOut');
  };

  const carryOut = (its: Disposal, signers: Partial<Record<DisposalRole, Signer>>, ctx: SignedInContext): void => {
    const done = listed(its, { doneOn: ctx.today });
    for (const [role, signer] of Object.entries(signers))
      repo.sign(its.id, signer.staffId, role as DisposalRole, ctx.at, done);
    repo.finish(its.id, ctx.today);
    const state = its.kind === 'destruction' ? 'destroyed' : 'transferred';
    for (const { dossierId } of repo.lines(its.id)) dossiers.leave(dossierId, state);
  };

  /** Those who must sign now are those who were named when the secrets were asked for. */
  const demandSame = (named: readonly (number | undefined)[], signers: readonly Signer[]): void => {
    if (signers.some(({ staffId }, i) => staffId !== named[i])) throw new AppError('conflict', 'witnessesChanged');
    for (const { staffId } of signers) demandPresent(staffId);
  };

  /** What is asked before any secret is: who watches it, and that it can be done now. */
  const destroyable = (id: number, typed: string, ctx: SignedInContext) => {
    const its = demandApproved(id, 'destruction');
    if (!isNumber(typed, its.no)) throw new AppError('invalid', 'otherNumber', { no: its.no, field: 'no' });
    demandOtherHands(its, ctx);
    demandAsListed(its, ctx);
    return { its, first: its.firstWitnessId ?? 0, second: its.secondWitnessId ?? 0 };
  };

  const destroy = (id: number, typed: string, first: Signer, second: Signer, ctx: SignedInContext): void => {
    const { its, ...named } = destroyable(id, typed, ctx);
    demandSame([named.first, named.second], [first, second]);
    const told = { id, firstWitness: first.staffId, secondWitness: second.staffId };
    commit(ctx, 'disposal.destroy', told, () => carryOut(its, { firstWitness: first, secondWitness: second }, ctx));
  };

  const handable = (id: number, ctx: SignedInContext) => {
    const its = demandApproved(id, 'transfer');
    demandOtherHands(its, ctx);
    demandAsListed(its, ctx);
    return { its, supervisor: its.firstWitnessId ?? 0 };
  };

  const handOut = (id: number, archivist: Signer, supervisor: Signer, ctx: SignedInContext): void => {
    const { its, supervisor: named } = handable(id, ctx);
    demandSame([ctx.actor.staffId, named], [archivist, supervisor]);
    const told = { id, archivist: archivist.staffId, supervisor: supervisor.staffId };
    commit(ctx, 'disposal.handOut', told, () => carryOut(its, { archivist, firstWitness: supervisor }, ctx));
  };

  const takeBack = (input: ParsedOf<typeof disposal.takeBack>, ctx: SignedInContext): void => {
    const { id, dossierId, reason, place } = input;
    const its = demand(id);
    const line = repo.lines(id).find((one) => one.dossierId === dossierId);
    if (its.kind !== 'transfer' || its.state !== 'done' || !line)
      throw new AppError('conflict', 'notHandedOut', { no: its.no });
    if (line.takenBack || line.dossierState !== 'transferred')
      throw new AppError('conflict', 'takenBackAlready', { dossier: line.archiveNo });
    const row = { lineId: line.id, dossierId, takenOn: ctx.today, takenBy: ctx.actor.staffId, reason };
    const act = () => {
      const placeId = dossiers.box(place);
      repo.takeBack({ ...row, placeId });
      dossiers.comeBack(dossierId, placeId);
    };
    commit(ctx, 'disposal.takeBack', { id, dossierId, place }, act, reason);
  };

  return { demandApprovable, approve, refuse, withdraw, destroyable, destroy, handable, handOut, takeBack };
}

/** 〔 and 〕 are hard to type: without them, or the figures alone, it is the number all the same. */
function isNumber(typed: string, no: string): boolean {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replace(/号$/, '');
  const figures = (text: string) => bare(text).replace(/\D/g, '');
  return bare(typed) === bare(no) || (/^\d+$/.test(bare(typed)) && bare(typed) === figures(no));
}
