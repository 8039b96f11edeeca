import type { Database, Statement } from 'better-sqlite3';

/**
 * SQLite looks whether the value that a column is compared with is 0 or 1, and for that plans a statement of several tables anew each
 * time a value is put in: five times as long as running it. A sign before the value changes nothing and keeps the plan.
 */
export const keptPlan = (sql: string): string => sql.replace(/(=|\bIS|\bLIMIT) ([?@])/g, '$1 +$2');

/** From now on every statement of this connection is planned once, when it is first used: a start uses few of a thousand. */
export function keepPlans(db: Database): Database {
  const prepare = db.prepare.bind(db) as (sql: string) => Statement<unknown[]>;
  db.prepare = ((sql: string) => plannedLater(() => prepare(keptPlan(sql)))) as Database['prepare'];
  return db;
}

/** What the program does with a statement. */
type Used = Pick<Statement<unknown[]>, 'run' | 'get' | 'all' | 'iterate' | 'pluck' | 'raw' | 'safeIntegers' | 'source'>;

function plannedLater(plan: () => Statement<unknown[]>): Statement<unknown[]> {
  let planned: Statement<unknown[]> | undefined;
  const its = () => {
    planned ??= plan();
    return planned;
  };
  const later: Used = {
    run: (...values) => its().run(...values),
    get: (...values) => its().get(...values),
    all: (...values) => its().all(...values),
    iterate: (...values) => its().iterate(...values),
    pluck: () => plannedLater(() => its().pluck()),
    raw: () => plannedLater(() => its().raw()),
    safeIntegers: () => plannedLater(() => its().safeIntegers()),
    get source() {
      return its().source;
    },
  };
  return later as Statement<unknown[]>;
}
