import type { Completeness, DossierState, Holder, Part } from '../../../shared/api/dossier.contract';
import { addWorkingDays, type Calendar, type Day } from '../../../shared/calendar/working-days';
import { sameTitle } from '../../../shared/dossier/same-title';

/** Procedure for loan and guarantee archives, time limits: A to B in three working days, B to the archive in two more. */
const A_TO_B_DAYS = 3;
const B_TO_ARCHIVE_DAYS = 2;

/** Last day for A to hand over to B; the clock starts with the disbursement, or with the end where nothing was disbursed. */
export function aToBDue(project: { disbursedOn?: Day; endedOn?: Day }, calendar: Calendar): Day | undefined {
  const start = project.disbursedOn ?? project.endedOn;
  return start && addWorkingDays(start, A_TO_B_DAYS, calendar);
}

/** Last day for B to hand over to the archive, counted from the day A handed over. */
export const bToArchiveDue = (handedToBOn: Day, calendar: Calendar): Day =>
  addWorkingDays(handedToBOn, B_TO_ARCHIVE_DAYS, calendar);

/** The later one of a limit and the day that was granted for it: a limit that comes out later anyway is not shortened. */
export const laterOf = (limit: Day | undefined, granted: Day | undefined): Day | undefined =>
  limit !== undefined && granted !== undefined && granted > limit ? granted : limit;

export interface Standing {
  state: DossierState;
  holder: Holder;
  aManagerId?: number;
  bManagerId?: number;
  /** Instead of A and B, where there is no project. */
  keeperId?: number;
}

/** Who begins a dossier: its A manager, who answers for the list, or the archivist at the desk. */
export const mayOpenDossier = (
  project: { aManagerId: number },
  person: { staffId: number; positions: readonly string[] },
): boolean => person.staffId === project.aManagerId || person.positions.includes('archivist');

/** Why someone may not change the in-volume list now; `undefined` when he or she may. Keys of errors.json. */
export function whyNotCompilable(
  dossier: Standing,
  underway: boolean,
  person: { staffId: number; isArchivist: boolean },
): string | undefined {
  if (dossier.state !== 'collecting' && dossier.state !== 'underReview') return 'alreadyReceived';
  if (underway) return 'handoverUnderway';
  if (person.isArchivist) return undefined;
  const holderId = dossier.keeperId ?? (dossier.holder === 'a' ? dossier.aManagerId : dossier.bManagerId);
  return holderId === person.staffId ? undefined : 'notTheHolder';
}

/** Required entries of a checklist that the volume does not have, or has without a page; the annex is no part of it. */
export function missingTitles(
  required: readonly string[],
  items: readonly { part: Part; title: string; pages: number }[],
): string[] {
  const there = new Set(
    items.filter((item) => item.part !== 'annex' && item.pages > 0).map((item) => sameTitle(item.title)),
  );
  const expected = items.filter((item) => item.pages === 0).map((item) => item.title);
  const absent = required.filter((title) => !there.has(sameTitle(title)));
  const named = new Set<string>();
  return [...absent, ...expected].filter((title) => {
    const key = sameTitle(title);
    return named.has(key) ? false : named.add(key);
  });
}

/** Every paper of the volume counts once: there and signed, there without a signature, or missing. */
export function completenessOf(
  items: readonly { part: Part; pages: number; signatureComplete: boolean }[],
  missing: readonly string[],
): Completeness {
  const there = items.filter((item) => item.part !== 'annex' && item.pages > 0);
  const unsigned = there.filter((item) => !item.signatureComplete).length;
  return { complete: there.length - unsigned, missing: missing.length, unsigned };
}
