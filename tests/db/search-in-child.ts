import { createJournal } from '../../electron/db/journal';
import { openLedger } from '../../electron/db/open';
import { createSearchIndex } from '../../electron/search/search-index';

export interface Moment {
  dataDir: string;
  /** While it writes the rows of some changes, or puts together what was written. */
  doing: 'writing' | 'puttingTogether';
}

/** Lets a clock pass so that every slice is a short one. */
function hurryClock(): void {
  let now = 0;
  performance.now = () => {
    now += 10;
    return now;
  };
}

/** Has the search index of a ledger catch up, and kills this process inside a slice: its transaction stands open, half in the file. */
export async function killInSlice({ dataDir, doing }: Moment, say: (text: string) => void): Promise<void> {
  hurryClock();
  const { db } = openLedger(dataDir);
  db.pragma('cache_size = 10');
  const index = createSearchIndex(db);
  const { aside } = createJournal(db, index.follow, () => undefined);
  for (let slices = 0; doing === 'writing' ? slices < 5 : index.left() > 0; slices += 1) aside(index.catchUp);
  say(String(index.left()));
  // What was said is on its way first.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  aside(() => {
    const before = changes.get() ?? 0;
    index.catchUp();
    // Each call counts for one by itself: this one has written pages.
    if ((changes.get() ?? 0) > before + 10) process.kill(process.pid, 'SIGKILL');
  });
}
