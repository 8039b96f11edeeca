import type { HandoverKind } from '../../../shared/api/handover.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import { type Calendar, type Day, daysBetween, workingDaysLeft } from '../../../shared/calendar/working-days';
import type { DossierRepo, DossierRow } from './dossier.repo';
import { aToBDue, bToArchiveDue, laterOf } from './dossier.rules';

/** Where a dossier's papers are on their way; handed over by the handover feature. */
export interface Underway {
  open: boolean;
  /** Day on which A last handed over to B, unless it came back. */
  handedToBOn?: string;
}

interface Parts {
  repo: DossierRepo;
  demand(id: number): DossierRow;
  projectOf(row: DossierRow): ProjectRow | undefined;
  underway(dossierId: number): Underway;
  calendar(): Calendar;
  /** The last day that an approver has granted for a handover of the dossier. */
  grantedTo(dossierId: number, step: HandoverKind): Day | undefined;
}

/** By when a dossier's papers have to be on: by the procedure, or as an approver has granted. */
export function createLimits({ repo, demand, projectOf, underway, calendar, grantedTo }: Parts) {
  const limitOf = (dossierId: number, step: HandoverKind, limit: Day | undefined) =>
    laterOf(limit, grantedTo(dossierId, step));
  const aToB = (row: DossierRow, days: Calendar) => {
    const its = projectOf(row);
    return limitOf(row.id, 'aToB', its && aToBDue(its, days));
  };

  /** Last day of the step that is due next. */
  const dueOf = (row: DossierRow, days: Calendar = calendar()): Day | undefined => {
    if (row.projectId === undefined || row.state === 'collecting') return aToB(row, days);
    const { handedToBOn } = underway(row.id);
    return limitOf(row.id, 'bToArchive', handedToBOn ? bToArchiveDue(handedToBOn, days) : row.dueOn);
  };
  const follow = (row: DossierRow, days?: Calendar): boolean =>
    repo.follow(row.id, { ...row, dueOn: dueOf(row, days) });

  return {
    dueOf,
    /** As the dossier's page says it. */
    shown: (row: DossierRow, today: Day) => {
      const days = calendar();
      const toB = aToB(row, days);
      const handedOn = underway(row.id).handedToBOn ?? toB;
      const toArchive = limitOf(row.id, 'bToArchive', handedOn && bToArchiveDue(handedOn, days));
      return {
        ...(toB && { aToBDueOn: toB }),
        ...(toArchive && { bToArchiveDueOn: toArchive }),
        lateDays: row.dueOn === undefined ? 0 : Math.max(0, daysBetween(row.dueOn, today)),
        ...(row.dueOn !== undefined && { workingDaysLeft: workingDaysLeft(today, row.dueOn, days) }),
      };
    },
    /** Works out every open deadline anew: the calendar was changed. Answers how many moved. */
    remindAll: (): number => {
      const days = calendar();
      return repo
        .underway()
        .map(demand)
        .filter((row) => follow(row, days)).length;
    },
    /** Works the deadline of one dossier out anew: an approver has put it off. */
    remind: (id: number) => void follow(demand(id)),
    /** What a handover does to a dossier's limit; each runs inside the commit of that step. */
    moves: {
      /** The papers of a list that was not accepted are back with whoever gave them. */
      comeBack: ({ dossierId, kind }: { dossierId: number; kind: HandoverKind }): void => {
        const row = demand(dossierId);
        if (kind === 'aToB') repo.pass(dossierId, 'collecting', 'a', aToB(row, calendar()));
        else repo.pass(dossierId, row.projectId === undefined ? 'collecting' : 'underReview', 'b', row.dueOn);
      },
      /** Last day for B to hand over to the archive, counted from the day on which A handed over. */
      bToArchiveDue: (id: number, handedToBOn: Day): Day | undefined =>
        limitOf(id, 'bToArchive', bToArchiveDue(handedToBOn, calendar())),
    },
  };
}
