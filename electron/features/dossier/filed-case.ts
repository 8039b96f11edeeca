import type { Day } from '../../../shared/calendar/working-days';
import type { DossierRepo } from './dossier.repo';
import { writeList } from './written-list';

/** A dossier that another book of the office closes with, complete with its list. */
export interface FiledCase {
  classId: number;
  retentionId: number;
  keepUntil: Day | undefined;
  clientId: number | undefined;
  keeperId: number;
  title: string;
  endedOn: Day;
  papers: readonly { title: string; on: Day; responsible: string }[];
}

/** Opens it with its list, ready to be handed over; only inside a commit. Pages are counted when the papers are. */
export function fileCase(repo: DossierRepo, { papers, title, endedOn, ...its }: FiledCase): number {
  const id = repo.add({
    ...its,
    ...{
      title,
      endedOn,
      openedOn: endedOn,
      year: Number(endedOn.slice(0, 4)),
      secrecy: 'ordinary',
      checklistId: undefined,
    },
  });
  writeList(
    repo,
    id,
    papers.map(({ title: name, on, responsible }) => ({
      ...{
        part: 'approval' as const,
        title: name,
        documentNo: '',
        datedOn: on,
        responsible,
        originality: 'original' as const,
      },
      ...{ copies: 1, pages: 1, signatureComplete: true, remarks: '', volume: 1 },
    })),
  );
  return id;
}
