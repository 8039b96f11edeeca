import type { Database, Statement } from 'better-sqlite3';
import { conditions, FIND, type Listed } from './page-query';

interface Sums {
  total: number;
  pages: number;
}

/** What the placeholders of a question stand for; `match` is the text as the search index knows it. */
type Values = Readonly<Record<string, unknown>> & { match: string | undefined };

/** Questions whose sums are remembered; more are not asked between two changes of the ledger. */
const REMEMBERED = 200;
const EVERYTHING = { text: '', lateOnly: false };

/**
 * Counts what a filter lets through and adds up its pages. The answer, and which dossiers a text finds, are remembered until the
 * next event: nothing changes without one, and scrolling asks the same question again and again.
 */
export function createSums(db: Database, statement: (sql: string) => Statement) {
  db.exec('CREATE TEMP TABLE IF NOT EXISTS found_dossier (id INTEGER PRIMARY KEY)');
  const forget = db.prepare('DELETE FROM temp.found_dossier');
  const find = db.prepare<{ match: string }>(FIND);
  const lastEvent = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM event').pluck();
  const known = new Map<string, Sums>();
  let event = -1;
  let found: string | undefined;

  const forgetOutdated = () => {
    const last = lastEvent.get() ?? 0;
    if (last === event && known.size <= REMEMBERED) return;
    event = last;
    found = undefined;
    known.clear();
  };
  const gather = (match: string | undefined) => {
    if (match === undefined || match === found) return;
    found = undefined;
    forget.run();
    find.run({ match });
    found = match;
  };
  const sumsOf = (filter: Listed['filter'], values: Values): Sums => {
    const question = JSON.stringify(values);
    const remembered = known.get(question);
    if (remembered) return remembered;
    const sql = `SELECT count(*) AS total, coalesce(sum(d.page_count), 0) AS pages FROM dossier d
                 WHERE ${conditions(filter, values.match)}`;
    const sums = statement(sql).get(values) as Sums;
    known.set(question, sums);
    return sums;
  };

  /** `sums` of the filter, `all` of the whole ledger; afterwards temp.found_dossier holds what the text finds. */
  return (filter: Listed['filter'], values: Values): { sums: Sums; all: Sums } => {
    forgetOutdated();
    gather(values.match);
    return { sums: sumsOf(filter, values), all: sumsOf(EVERYTHING, { match: undefined }) };
  };
}
