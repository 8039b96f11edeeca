import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';

/** How far the search index has followed the journal. */
export function createStanding(db: Database) {
  const change = db.prepare<[], number>('SELECT change_id FROM search_behind').pluck();
  const lastChange = db.prepare<[], number | null>('SELECT max(id) FROM change').pluck();
  /** The last change that it knows; `undefined` when that is the last of all. */
  const at = (): number | undefined => change.get();
  const last = () => lastChange.get() ?? 0;
  /** How many changes it does not know yet. */
  const left = (): number => {
    const known = at();
    return known === undefined ? 0 : last() - known;
  };
  return { at, last, left };
}

/** Answers whether the index stands elsewhere than when this was last asked: what words have found since is no longer true. */
export function createIndexWatch(db: Database): () => boolean {
  const { at } = createStanding(db);
  let before = at();
  return () => {
    const now = at();
    const hasMoved = now !== before;
    before = now;
    return hasMoved;
  };
}

/** Conditions that the index is asked for. */
const WORDS: ReadonlySet<string> = new Set(['text', 'archiveNo', 'title', 'contractNo']);
const asksForWords = (asked: unknown): boolean =>
  typeof asked === 'object' &&
  asked !== null &&
  Object.entries(asked).some(([name, value]) => (WORDS.has(name) && value ? true : asksForWords(value)));

/** A list that leaves the program passes for the whole one: by words it does so when the index has caught up. */
export type DemandSearchable = (asked: unknown) => void;

export function createDemandSearchable(db: Database): DemandSearchable {
  const { left } = createStanding(db);
  return (asked) => {
    if (asksForWords(asked) && left() > 0) throw new AppError('busy', 'searchBehind', { left: left() });
  };
}
