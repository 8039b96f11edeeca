import type { ParsedOf } from '../../../shared/api/contract';
import type { Place } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { handover } from '../../../shared/api/handover.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import type { Handover, HandoverRepo } from './handover.repo';
import { contentHash, contractCodes, differs, unchecked } from './handover.rules';
import type { DossierMoves, Extensions } from './moved-dossier';
import type { Reading } from './reading.service';

interface Parts {
  repo: HandoverRepo;
  dossiers: DossierMoves;
  reading: Reading;
  commit: Commit;
  extensions: Extensions;
  demandCleared(dossierId: number): void;
  demandPresent(staffId: number): void;
}

/** A has no part in a dossier without a project; there the keeper signs in place of B. */
type Signers = { a?: Signer; b: Signer; archivist: Signer };

/** The receiver checks item by item, and takes the papers over or sends them back. */
export function createDeciding(parts: Parts) {
  const { repo, dossiers, reading, commit, extensions, demandCleared, demandPresent } = parts;
  const { demandOpen, demandCheckable, contentNow } = reading;

  const check = ({ id, found }: ParsedOf<typeof handover.check>, ctx: SignedInContext): void => {
    const its = demandOpen(id);
    demandCheckable(its, ctx);
    commit(ctx, 'handover.check', { id, found }, () => {
      for (const { itemId, pagesFound, remark } of found)
        if (!repo.find(id, itemId, pagesFound, remark)) throw new AppError('notFound', 'noSuchItem');
    });
  };

  /** While the secrets were being checked somebody may have written other findings: nobody signs what he or she has not seen. */
  const demandAsSeen = (id: number, seen: string): void => {
    if (contentNow(id) !== seen) throw new AppError('conflict', 'findingsChangedMeanwhile');
  };

  const sendBack = (id: number, seen: string, reason: string, signer: Signer, ctx: SignedInContext): void => {
    const its = demandOpen(id);
    demandCheckable(its, ctx);
    demandAsSeen(id, seen);
    demandPresent(signer.staffId);
    commit(
      ctx,
      'handover.sendBack',
      { id, signer: signer.staffId },
      () => {
        repo.sign(id, signer.staffId, 'receiver', ctx.at, contentHash({ ...its, items: repo.items(id), reason }));
        repo.close(id, 'sentBack', signer.staffId, ctx.today, reason);
        dossiers.comeBack(its);
        extensions.lapse(its.dossierId, ctx.today);
      },
      reason,
    );
  };

  const demandAgreement = (its: Handover, seen: string, ctx: SignedInContext): void => {
    demandCheckable(its, ctx);
    demandAsSeen(its.id, seen);
    const items = repo.items(its.id);
    const open = items.filter(unchecked).length;
    if (open > 0) throw new AppError('conflict', 'itemsUnchecked', { count: open });
    const different = items.filter(differs).length;
    if (different > 0) throw new AppError('conflict', 'itemsDiffer', { count: different });
  };

  const acceptAtB = (id: number, seen: string, signer: Signer, ctx: SignedInContext): void => {
    const its = demandOpen(id);
    if (its.kind !== 'aToB') throw new AppError('conflict', 'notThisStep');
    demandAgreement(its, seen, ctx);
    demandPresent(signer.staffId);
    const moved = dossiers.demand(its.dossierId);
    commit(ctx, 'handover.acceptAtB', { id, signer: signer.staffId }, () => {
      repo.sign(id, signer.staffId, 'receiver', ctx.at, seen);
      repo.close(id, 'accepted', signer.staffId, ctx.today);
      dossiers.pass(moved.id, 'underReview', 'b', moved.dueOn);
    });
  };

  const acceptAtArchive = (id: number, seen: string, place: Place, by: Signers, ctx: SignedInContext) => {
    const its = demandOpen(id);
    if (its.kind !== 'bToArchive') throw new AppError('conflict', 'notThisStep');
    demandAgreement(its, seen, ctx);
    demandCleared(its.dossierId);
    const { a, b, archivist } = by;
    for (const signer of [a, b, archivist]) if (signer) demandPresent(signer.staffId);
    demandAllSign(its, by);
    const moved = dossiers.demand(its.dossierId);
    const signers = { ...(a && { a: a.staffId }), b: b.staffId, archivist: archivist.staffId };
    return commit(ctx, 'handover.acceptAtArchive', { id, place, signers }, () => {
      for (const role of ['a', 'b', 'archivist'] as const) {
        const signer = by[role];
        if (signer) repo.sign(id, signer.staffId, role, ctx.at, seen);
      }
      repo.close(id, 'accepted', archivist.staffId, ctx.today);
      const archiveNo = dossiers.receive(moved.id, ctx.today, place);
      for (const { id: itemId, code } of contractCodes(dossiers.items(moved.id), archiveNo))
        dossiers.setContractCode(itemId, code);
      return { archiveNo };
    });
  };

  return {
    check,
    sendBack,
    acceptAtB,
    acceptAtArchive,
  };
}

/** Procedure for loan and guarantee archives: A, B and the archivist sign. While secrets were checked a manager may have changed. */
function demandAllSign(its: Handover, { a, b }: Signers): void {
  if (a?.staffId !== its.aManagerId || b.staffId !== its.bManagerId) throw new AppError('conflict', 'notThisStep');
}
