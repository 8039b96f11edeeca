import type {
  AttachmentList,
  AttachmentSubject,
  attachment,
  FilesVerdict,
} from '../../../shared/api/attachment.contract';
import type { ParsedOf, Permission } from '../../../shared/api/contract';
import type { DossierState } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { PrintedAttachment } from '../../../shared/api/print.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { AttachmentRepo, KeptFile, StoredAttachment } from './attachment.repo';
import {
  type Standing,
  whyNotAttachable,
  whyNotAttachableToCase,
  whyNotAttachableToSlip,
  whyNotAttachableToTitle,
  whyNotSeen,
} from './attachment.rules';

interface Parts {
  repo: AttachmentRepo;
  commit: Commit;
  /** State of a dossier, and who answers for its papers until the archive has them; throws when there is none. */
  dossierOf(id: number): { state: DossierState; answerable: readonly number[] };
  /** A and B of a title's project; throws when there is no such title. */
  managersOfTitle(id: number): readonly number[];
  /** Throws when there is no such slip, or it is none of the person's business. */
  slipOf(id: number, ctx: SignedInContext): { isDraft: boolean };
  /** How the person stands to a complaint; throws when there is no such case. */
  caseOf(id: number, ctx: SignedInContext): CaseStanding;
  allows(staffId: number, permission: Permission): boolean;
}
interface CaseStanding {
  isClosed: boolean;
  isAccused: boolean;
  isReader: boolean;
}

export type AttachmentService = ReturnType<typeof createAttachmentService>;

const CONFLICTS: ReadonlySet<string> = new Set(['dossierNotHereAnyMore', 'evidenceFiled']);
/** As many faults as an event remembers by name. */
const REMEMBERED_FAULTS = 50;

export function createAttachmentService({ repo, commit, dossierOf, managersOfTitle, slipOf, caseOf, allows }: Parts) {
  const standing = (dossierId: number, { actor }: SignedInContext): Standing => {
    const { state, answerable } = dossierOf(dossierId);
    return {
      state,
      answersForIt: answerable.includes(actor.staffId),
      isArchivist: actor.positions.includes('archivist'),
    };
  };
  const demandMay = (because: string | undefined): void => {
    if (because) throw new AppError(CONFLICTS.has(because) ? 'conflict' : 'notAllowed', because);
  };
  const demand = (id: number): StoredAttachment => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchAttachment');
    if (found.removedAt !== undefined) throw new AppError('conflict', 'attachmentRemoved', { name: found.name });
    return found;
  };
  const dossierIdOf = ({ kind, id }: AttachmentSubject): number => {
    const dossierId = kind === 'dossier' ? id : repo.dossierOfItem(id);
    if (dossierId === undefined) throw new AppError('notFound', 'noSuchItem');
    return dossierId;
  };
  const whyNotToTitle = (titleId: number, { actor }: SignedInContext): string | undefined =>
    whyNotAttachableToTitle({
      answersForIt: managersOfTitle(titleId).includes(actor.staffId),
      keepsTitles: allows(actor.staffId, 'title.keep'),
    });
  const whyNotToSlip = (id: number, ctx: SignedInContext): string | undefined => {
    const { isDraft } = slipOf(id, ctx);
    return whyNotAttachableToSlip({ isDraft, lends: allows(ctx.actor.staffId, 'borrowing.lend') });
  };
  const demandCase = (id: number, ctx: SignedInContext): CaseStanding => {
    const its = caseOf(id, ctx);
    if (!its.isReader) throw new AppError('notAllowed', 'notYourComplaint');
    return its;
  };
  const whyNotToOther = ({ kind, id }: AttachmentSubject, ctx: SignedInContext): string | undefined => {
    if (kind === 'complaint') return whyNotAttachableToCase(demandCase(id, ctx));
    return kind === 'borrowing' ? whyNotToSlip(id, ctx) : whyNotToTitle(id, ctx);
  };
  /** Evidence goes along with the dossier that it was filed in: who reads it, and that nobody uses it once that is destroyed. */
  const demandEvidence = ({ id, subjectId }: StoredAttachment, ctx: SignedInContext): void => {
    const dossierId = repo.filedIn(id);
    if (dossierId === undefined) return void demandCase(subjectId, ctx);
    demandMay(whyNotSeen(dossierOf(dossierId).state, ctx.actor.positions));
    if (!allows(ctx.actor.staffId, 'dossier.read')) demandCase(subjectId, ctx);
  };
  /** Answers the dossier that the subject belongs to; a title, a slip and a case belong to none. */
  const demandAddable = (subject: AttachmentSubject, ctx: SignedInContext): number | undefined => {
    if (subject.kind !== 'dossier' && subject.kind !== 'dossierItem') {
      demandMay(whyNotToOther(subject, ctx));
      return undefined;
    }
    const dossierId = dossierIdOf(subject);
    demandMay(whyNotAttachable(standing(dossierId, ctx)));
    return dossierId;
  };
  /** To turn it, to put it elsewhere, to take it away. Its paper may be out of the list. */
  const demandChangeable = (id: number, ctx: SignedInContext): StoredAttachment => {
    const its = demand(id);
    const { dossierId, subjectKind: kind, subjectId } = its;
    demandMay(
      dossierId === undefined
        ? whyNotToOther({ kind, id: subjectId }, ctx)
        : whyNotAttachable(standing(dossierId, ctx)),
    );
    // A new round adds to what was filed, and takes nothing out of it.
    if (dossierId === undefined && repo.filedIn(id) !== undefined) demandMay('evidenceFiled');
    return its;
  };
  /** To look at: whoever may see the record, and of a destroyed dossier not everybody. */
  const demandSeen = (id: number, ctx: SignedInContext): StoredAttachment => {
    const { actor } = ctx;
    const its = demand(id);
    if (its.subjectKind === 'borrowing') {
      slipOf(its.subjectId, ctx);
      return its;
    }
    if (its.subjectKind === 'complaint') {
      demandEvidence(its, ctx);
      return its;
    }
    const permission = its.dossierId === undefined ? 'title.read' : 'dossier.read';
    if (!allows(actor.staffId, permission)) throw new AppError('notAllowed', 'notAllowed', { permission });
    if (its.dossierId !== undefined) demandMay(whyNotSeen(dossierOf(its.dossierId).state, actor.positions));
    return its;
  };
  const list = (dossierId: number, ctx: SignedInContext): AttachmentList => {
    const its = standing(dossierId, ctx);
    const unseen = whyNotSeen(its.state, ctx.actor.positions);
    if (unseen) return { rows: [], removed: [], closedBecause: unseen };
    const because = whyNotAttachable(its);
    return {
      rows: repo.list(dossierId),
      removed: repo.removed(dossierId),
      ...(because && { closedBecause: because }),
    };
  };
  /** Of a title document, a slip or a complaint. */
  const ofOther = (subject: AttachmentSubject, ctx: SignedInContext): AttachmentList => {
    const because = whyNotToOther(subject, ctx);
    return {
      rows: repo.listOf(subject),
      removed: repo.removedOf(subject),
      ...(because && { closedBecause: because }),
    };
  };
  return {
    list,
    ofOther,
    demandSeen,
    demandAddable,
    /** What stands on its sheets besides the scan itself. */
    printed: (id: number, ctx: SignedInContext): PrintedAttachment => {
      demandSeen(id, ctx);
      const its = repo.printed(id);
      if (!its) throw new AppError('notFound', 'noSuchAttachment');
      return its;
    },
    /** Names files that lie durably in the store already. */
    add: (subject: AttachmentSubject, files: readonly KeptFile[], ctx: SignedInContext): number[] => {
      const dossierId = demandAddable(subject, ctx);
      const added = { at: ctx.at, by: ctx.actor.staffId };
      return commit(ctx, 'attachment.add', { subject, files }, () =>
        files.map((file) => repo.add(dossierId, subject, file, added)),
      );
    },
    rotate: ({ id, rotation }: ParsedOf<typeof attachment.rotate>, ctx: SignedInContext): void => {
      demandChangeable(id, ctx);
      commit(ctx, 'attachment.rotate', { id, rotation }, () => repo.rotate(id, rotation));
    },
    assign: ({ id, subject }: ParsedOf<typeof attachment.assign>, ctx: SignedInContext): void => {
      const { dossierId } = demandChangeable(id, ctx);
      if (dossierId === undefined || demandAddable(subject, ctx) !== dossierId)
        throw new AppError('invalid', 'itemOfAnotherDossier');
      commit(ctx, 'attachment.assign', { id, subject }, () => repo.assign(id, subject));
    },
    remove: ({ id, reason }: ParsedOf<typeof attachment.remove>, ctx: SignedInContext): void => {
      demandChangeable(id, ctx);
      const removed = { at: ctx.at, by: ctx.actor.staffId, reason };
      commit(ctx, 'attachment.remove', { id }, () => repo.remove(id, removed), reason);
    },
    noteCancel: (name: string, ctx: SignedInContext): void =>
      commit(ctx, 'attachment.cancel', { name }, () => undefined),
    noteCheck: ({ files, bytes, faults, faultCount }: FilesVerdict, ctx: SignedInContext): void => {
      const found = faults.slice(0, REMEMBERED_FAULTS).map(({ fault, path }) => ({ fault, path }));
      commit(ctx, 'attachment.check', { files, bytes, faults: faultCount, found }, () => undefined);
    },
  };
}
