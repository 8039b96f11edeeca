import type { Day } from '../../../shared/calendar/working-days';
import type { DossierRepo, DossierRow } from './dossier.repo';
import { writeList } from './written-list';

/** A paper of a case, as it stands in the list. */
export interface CaseLine {
  title: string;
  on: Day;
  responsible: string;
}

/** A dossier that another book of the office closes with, complete with its list. */
export interface FiledCase {
  classId: number;
  retentionId: number;
  keepUntil: Day | undefined;
  clientId: number | undefined;
  keeperId: number;
  title: string;
  /** The dossier of the same case that it goes on from. */
  after?: DossierRow | undefined;
  endedOn: Day;
  papers: readonly CaseLine[];
}

export interface Filed {
  dossierId: number;
  /** The lines of the papers, in their order. */
  itemIds: number[];
}

const lineOf = ({ title, on, responsible }: CaseLine, volume: number) => ({
  ...{ part: 'approval' as const, title, documentNo: '', datedOn: on, responsible, originality: 'original' as const },
  ...{ copies: 1, pages: 1, signatureComplete: true, remarks: '', volume },
});

/** The list is Chinese in every language of the window. */
const after = ({ archiveNo, title }: DossierRow): string => `同一案件的前卷：${archiveNo ?? title}`;

/** Opens it with its list, ready to be handed over; only inside a commit. Pages are counted when the papers are. */
export function fileCase(repo: DossierRepo, { papers, endedOn, after: before, ...its }: FiledCase): Filed {
  const opened = { endedOn, openedOn: endedOn, year: Number(endedOn.slice(0, 4)), secrecy: 'ordinary' as const };
  const id = repo.add({ ...its, ...opened, checklistId: undefined });
  const itemIds = writeList(
    repo,
    id,
    papers.map((one) => lineOf(one, 1)),
  );
  if (before) {
    const { title, retentionId, keepUntil } = its;
    repo.retitle(id, { title, retentionId, secrecy: opened.secrecy, endedOn, keepUntil, remarks: after(before) });
  }
  return { dossierId: id, itemIds };
}

/** Puts further papers behind those of the same part, into the volume that is being filled; only inside a commit. */
export function addToCase(repo: DossierRepo, dossierId: number, papers: readonly CaseLine[]): Filed {
  const items = repo.items(dossierId);
  const volume = items.findLast(({ part }) => part === 'approval')?.volume ?? 1;
  const standing = items.map(({ contractCode: _, ...item }) => item);
  const ids = writeList(repo, dossierId, [...standing, ...papers.map((one) => lineOf(one, volume))]);
  return { dossierId, itemIds: ids.slice(items.length) };
}

/**
 * The business of its case goes on again, or has ended anew: its term counts from there. What an appraisal has decided to keep longer
 * is kept longer; what was destroyed stays as it was.
 */
export function endCaseAnew(
  repo: DossierRepo,
  id: number,
  today: Day,
  endedOn: Day | undefined,
  keepUntil: (retentionId: number, endedOn: Day | undefined) => Day | undefined,
): void {
  const its = repo.byId(id);
  if (!its || its.state === 'destroyed') return;
  const { retentionId, secrecy, remarks, appraisedOn } = its;
  const kept = appraisedOn !== undefined && (its.keepUntil ?? '') > today ? its.keepUntil : undefined;
  const counted = keepUntil(retentionId, endedOn);
  const until = kept !== undefined && (counted === undefined || counted < kept) ? kept : counted;
  repo.describe(id, { retentionId, secrecy, remarks, endedOn, keepUntil: until });
}
