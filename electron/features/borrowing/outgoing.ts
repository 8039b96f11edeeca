import type { Day } from '../../../shared/calendar/working-days';
import type { BorrowingRepo } from './borrowing.repo';
import { dossierStateOf } from './borrowing.rules';
import type { LentDossiers } from './lent-things';
import type { KeptLine } from './slip.repo';
import type { Waiting } from './waiting.service';

interface Parts {
  repo: BorrowingRepo;
  dossiers: LentDossiers;
  waiting: Waiting;
}
export type Outgoing = ReturnType<typeof createOutgoing>;

const distinct = (ids: readonly (number | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))];

/** What the ledger, the slip and whoever waits learn of what went out and came back; everything inside one commit. */
export function createOutgoing({ repo, dossiers, waiting }: Parts) {
  /** The ledger says of each dossier what of it is out. */
  const writeLedger = (lines: readonly KeptLine[]): void => {
    for (const id of distinct(lines.map(({ dossierId }) => dossierId)))
      dossiers.setOut(id, dossierStateOf(repo.outOfDossier(id)));
  };
  /** What is there again, or was asked for in vain, is free for the next. */
  const tellNext = (lines: readonly KeptLine[], today: Day): void => {
    const [dossierIds, titleIds] = [lines.map((its) => its.dossierId), lines.map((its) => its.titleId)];
    waiting.tellNext(distinct(dossierIds), distinct(titleIds), today);
  };
  return {
    writeLedger,
    /** The slip goes on or is closed, the ledger is written, and the next who waits is told. */
    follow: (borrowingId: number, lines: readonly KeptLine[], today: Day): void => {
      const isOver = repo.lines(borrowingId).every(({ state }) => state !== 'lent' && state !== 'incomplete');
      if (isOver) repo.lapseRenewals(borrowingId);
      repo.goOn(borrowingId, isOver ? today : undefined);
      writeLedger(lines);
      tellNext(lines, today);
    },
    tellNext,
  };
}
