import type { Database } from 'better-sqlite3';
import { createJournal } from '../db/journal';
import { createSearchHandlers } from '../features/search/search.handlers';
import { createSearchRepo } from '../features/search/search.repo';
import { createCatchUp } from '../search/catch-up';
import { createSearchIndex } from '../search/search-index';
import { createStanding } from '../search/standing';
import type { Outside } from './outside';

/** The journal with what follows it: `told` hears of the changed tables, `ahead` and the search index go on after each act. */
export function createSearchedJournal(
  { db, log, publish }: Pick<Outside, 'db' | 'log' | 'publish'>,
  ahead: () => void,
  told: (tables: readonly string[]) => void,
) {
  const index = createSearchIndex(db);
  const journal = createJournal(db, index.follow, (tables) => {
    told(tables);
    readAhead();
  });
  const failed = (error: unknown) => log.failed('search.catchUp', error);
  const { goOn } = createCatchUp({ index, aside: journal.aside, isOpen: () => db.open, publish, failed });
  const readAhead = () => {
    ahead();
    goOn();
  };
  return { journal, readAhead };
}

export const createFinding = (db: Database, allows: Parameters<typeof createSearchHandlers>[2]) =>
  createSearchHandlers(createSearchRepo(db), createStanding(db).left, allows);
