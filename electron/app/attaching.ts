import { AppError } from '../../shared/api/errors';
import type { BlobStore } from '../blobs/blob-store';
import type { Journal } from '../db/journal';
import { createAttachmentHandlers } from '../features/attachment/attachment.handlers';
import { createAttachmentRepo } from '../features/attachment/attachment.repo';
import { createAttachmentService } from '../features/attachment/attachment.service';
import type { BorrowingService } from '../features/borrowing/borrowing.service';
import type { ComplaintService } from '../features/complaint/complaint.service';
import type { DossierService } from '../features/dossier/dossier.service';
import type { PeopleService } from '../features/people/people.service';
import type { createProjectService } from '../features/project/project.service';
import type { TitleRepo } from '../features/title/title.repo';
import type { Outside } from './outside';

interface Records {
  dossier: Pick<DossierService, 'demand'>;
  project: Pick<ReturnType<typeof createProjectService>, 'show'>;
  titles: Pick<TitleRepo, 'byId'>;
  borrowing: Pick<BorrowingService, 'demandRead'>;
  complaint: Pick<ComplaintService, 'standingOf'>;
  allows: PeopleService['allows'];
}

/** Scans and photos: the part of the office that works with files beside the ledger. */
export function createAttaching(
  { db, clock, blobs, chooseFiles, publish }: Outside,
  { commit, noteFailure }: Pick<Journal, 'commit' | 'noteFailure'>,
  { dossier, project, titles, borrowing, complaint, allows }: Records,
) {
  const repo = createAttachmentRepo(db);
  const service = createAttachmentService({
    repo,
    commit,
    allows,
    dossierOf: (id) => {
      const { state, projectId, keeperId } = dossier.demand(id);
      const its = projectId === undefined ? undefined : project.show(projectId);
      const answerable = [its?.aManagerId, its?.bManagerId, keeperId].filter((staffId) => staffId !== undefined);
      return { state, answerable };
    },
    slipOf: (id, ctx) => ({ isDraft: borrowing.demandRead(id, ctx).state === 'draft' }),
    caseOf: complaint.standingOf,
    managersOfTitle: (id) => {
      const its = titles.byId(id);
      if (!its) throw new AppError('notFound', 'noSuchTitle');
      const { aManagerId, bManagerId } = project.show(its.projectId);
      return [aManagerId, bManagerId];
    },
  });
  const tell = () => publish(['attachmentProgress']);
  const store = told(blobs, noteFailure);
  const handlers = createAttachmentHandlers({ service, repo, store, chooseFiles, clock, tell });
  return { service, handlers, bytesOfFiles: () => repo.sum().bytes };
}

/** A scan that a failing disk did not take is told like a row that it did not take. */
const told = (blobs: BlobStore, failed: Journal['noteFailure']): BlobStore => ({
  ...blobs,
  receive: async () => {
    const incoming = await blobs.receive();
    return {
      ...incoming,
      keep: () =>
        incoming.keep().catch((error) => {
          failed(error);
          throw error;
        }),
    };
  },
});
