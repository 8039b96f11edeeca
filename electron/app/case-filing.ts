import { AppError } from '../../shared/api/errors';
import type { Day } from '../../shared/calendar/working-days';
import { number } from '../../shared/dossier/pagination';
import type { Filing } from '../features/complaint/whole-case';
import type { DossierRepo } from '../features/dossier/dossier.repo';
import { addToCase, endCaseAnew, fileCase } from '../features/dossier/filed-case';
import type { RecordClassService } from '../features/record-class/record-class.service';
import type { RetentionService } from '../features/retention/retention.service';

interface Parts {
  dossiers: DossierRepo;
  isUnderway(dossierId: number): boolean;
  recordClass: RecordClassService;
  retention: RetentionService;
}

/** How the papers of a case come into dossiers: into its last one while that is still being written, else into a further one. */
export function createCaseFiling({ dossiers, isUnderway, recordClass, retention }: Parts) {
  const endAnew = (ids: readonly number[], today: Day, endedOn: Day | undefined): void => {
    for (const id of ids) endCaseAnew(dossiers, id, today, endedOn, retention.keepUntil);
  };
  const isWritten = (state: string, id: number): boolean =>
    (state === 'collecting' || state === 'underReview') && !isUnderway(id);

  const open = ({ keepYears, on, title, clientId, keeperId, papers, dossierIds }: Filing) => {
    const its = recordClass.list().find(({ code }) => code === 'complaintCase');
    if (!its) throw new AppError('conflict', 'noComplaintClass');
    const term =
      retention.list().find(({ years, retired }) => years === keepYears && !retired)?.id ?? retention.begin(keepYears);
    const last = dossierIds.at(-1);
    return fileCase(dossiers, {
      ...{ classId: its.id, retentionId: term, keepUntil: retention.keepUntil(term, on), clientId, keeperId },
      ...{ title, endedOn: on, papers, after: last === undefined ? undefined : dossiers.byId(last) },
    });
  };

  return {
    file: (its: Filing) => {
      endAnew(its.dossierIds, its.on, its.on);
      const last = dossiers.byId(its.dossierIds.at(-1) ?? 0);
      return last && isWritten(last.state, last.id) ? addToCase(dossiers, last.id, its.papers) : open(its);
    },
    resume: (ids: readonly number[], on: Day): void => endAnew(ids, on, undefined),
    filedAt: (id: number) => {
      const { title = '', archiveNo } = dossiers.byId(id) ?? {};
      const lines = new Map(
        number(dossiers.items(id)).flatMap(({ item, no }) => (no === undefined ? [] : [[item.id, no]])),
      );
      return { title, ...(archiveNo !== undefined && { archiveNo }), lines };
    },
  };
}
