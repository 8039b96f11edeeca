import type { Database } from 'better-sqlite3';

/** So many are left lying before they are put together: a long name is looked up in each. */
const MANY = 48;
/** Pages that are written before the clock is looked at. */
const PAGES_AT_ONCE = 128;
/** So long it goes on at a time. */
const SLICE_MS = 12;
/** FTS5 does this many by itself when an ordinary act writes; 0 is never. */
const BY_ITSELF = 8;

/**
 * Each transaction leaves a piece of its own in an index of FTS5. FTS5 puts them together while it writes the next one, again and again,
 * and in lumps that nobody can foresee: while the index is behind it is done here, seldom and in slices that look at the clock.
 */
export function createPieces(db: Database, indexes: ReadonlyMap<string, string>) {
  const merging = new Map(
    [...indexes].map(([table, index]) => [
      table,
      db.prepare<[]>(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ${PAGES_AT_ONCE})`),
    ]),
  );
  // Settings are whole numbers, which better-sqlite3 would not bind.
  const setting = (name: string, value: number) => {
    const statements = [...indexes.values()].map((index) =>
      db.prepare<[]>(`INSERT INTO ${index} (${index}, rank) VALUES ('${name}', ${value})`),
    );
    return () => {
      for (const statement of statements) statement.run();
    };
  };
  const neverByItself = setting('automerge', 0);
  const byItself = setting('automerge', BY_ITSELF);
  // Below this many, pieces of one size stay.
  const onlyMany = setting('usermerge', 16);
  const totalChanges = db.prepare<[], number>('SELECT total_changes()').pluck();
  /** Slices since it was last done, and whose rows they wrote. */
  let count = 0;
  const written = new Set<string>();

  /** Answers whether there was anything to do; FTS5's documentation has it known by this. */
  const mergeSome = (table: string): boolean => {
    const before = totalChanges.get() ?? 0;
    merging.get(table)?.run();
    return (totalChanges.get() ?? 0) - before >= 2;
  };

  return {
    /** In the act that leaves its changes. */
    leaveLying: (): void => {
      neverByItself();
      onlyMany();
    },
    /** In the slice that is the last. */
    asUsual: (): void => {
      byItself();
      count = MANY;
    },
    noteWritten: (tables: Iterable<string>): void => {
      count += 1;
      for (const table of tables) written.add(table);
    },
    areMany: (): boolean => count >= MANY,
    /** Takes a slice for it; when all is done they are no longer many. */
    putTogether: (): void => {
      const pauseAt = performance.now() + SLICE_MS;
      for (const table of written) {
        while (mergeSome(table)) if (performance.now() >= pauseAt) return;
        written.delete(table);
      }
      count = 0;
    },
  };
}
