import type { Commit } from '../db/journal';
import { createAttachmentHandlers } from '../features/attachment/attachment.handlers';
import { createAttachmentRepo } from '../features/attachment/attachment.repo';
import { createAttachmentService } from '../features/attachment/attachment.service';
import type { DossierService } from '../features/dossier/dossier.service';
import type { createProjectService } from '../features/project/project.service';
import type { Outside } from './outside';

interface Papers {
  dossier: Pick<DossierService, 'demand'>;
  project: Pick<ReturnType<typeof createProjectService>, 'show'>;
}

/** Scans and photos: the part of the office that works with files beside the ledger. */
export function createAttaching({ db, clock, blobs, chooseFiles, publish }: Outside, commit: Commit, papers: Papers) {
  const repo = createAttachmentRepo(db);
  const service = createAttachmentService({
    repo,
    commit,
    dossierOf: (id) => {
      const { state, projectId, keeperId } = papers.dossier.demand(id);
      const its = projectId === undefined ? undefined : papers.project.show(projectId);
      const answerable = [its?.aManagerId, its?.bManagerId, keeperId].filter((staffId) => staffId !== undefined);
      return { state, answerable };
    },
  });
  const tell = () => publish(['attachmentProgress']);
  return { service, handlers: createAttachmentHandlers({ service, repo, store: blobs, chooseFiles, clock, tell }) };
}
