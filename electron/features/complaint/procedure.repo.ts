import type { Database } from 'better-sqlite3';
import type { Day } from '../../../shared/calendar/working-days';
import type { Procedure } from '../../../shared/complaint/procedure';
import { present, type Stored } from '../../db/present';

/** One version of a procedure. */
export interface ProcedureVersion {
  id: number;
  firstId: number;
  version: number;
  definition: Procedure;
  madeOn: Day;
  madeBy?: string;
  /** Open cases of any of its versions. */
  openCases: number;
  /** May new cases begin with it? */
  inUse: boolean;
  /** SHA-256 of what was signed; absent: nobody has put it into force by signature. */
  contentHash?: string;
}
/** As far as a case looks at it. */
export type CaseProcedure = Pick<ProcedureVersion, 'id' | 'firstId' | 'version' | 'definition'>;
type SignedVersion = { id: number; firstId: number; version: number; contentHash: string };
type Row = Omit<ProcedureVersion, 'definition' | 'inUse'> & { definition: string; inUse: number };

/** What a definition did not say before it could be said. */
const LATER = { majorMeans: '', urgentMeans: '' };

const ROW = `SELECT p.id, p.first_id AS firstId, p.version, p.definition, p.made_on AS madeOn, s.name AS madeBy, p.content_hash AS contentHash,
    coalesce((SELECT in_use FROM complaint_procedure_use u WHERE u.first_id = p.first_id ORDER BY u.id DESC LIMIT 1), 1) AS inUse,
    (SELECT count(*) FROM complaint c WHERE c.closed_on IS NULL
     AND (SELECT first_id FROM complaint_procedure o WHERE o.id = c.procedure_id) = p.first_id) AS openCases
  FROM complaint_procedure p LEFT JOIN staff s ON s.id = p.made_by`;

export type ProcedureRepo = ReturnType<typeof createProcedureRepo>;

/** The only writer of complaint_procedure and complaint_procedure_use. */
export function createProcedureRepo(db: Database) {
  const byId = db.prepare<[number], Stored<Row>>(`${ROW} WHERE p.id = ?`);
  const ofCase = db.prepare<[number], Omit<CaseProcedure, 'definition'> & { definition: string }>(
    'SELECT id, first_id AS firstId, version, definition FROM complaint_procedure WHERE id = ?',
  );
  const newestVersion = db
    .prepare<[number], number>('SELECT max(version) FROM complaint_procedure WHERE first_id = ?')
    .pluck();
  const newest = db.prepare<[], Stored<Row>>(
    `${ROW} WHERE p.version = (SELECT max(version) FROM complaint_procedure n WHERE n.first_id = p.first_id) ORDER BY p.first_id`,
  );
  const versions = db.prepare<[number], { id: number; openHere: number }>(
    `SELECT id, (SELECT count(*) FROM complaint c WHERE c.procedure_id = p.id AND c.closed_on IS NULL) AS openHere
     FROM complaint_procedure p WHERE first_id = ? ORDER BY version DESC`,
  );
  const usual = db
    .prepare<[], number>(
      `SELECT first_id FROM (SELECT c.id, p.first_id FROM complaint c JOIN complaint_procedure p ON p.id = c.procedure_id
         ORDER BY c.id DESC LIMIT 20)
       GROUP BY first_id ORDER BY count(*) DESC, max(id) DESC LIMIT 1`,
    )
    .pluck();
  const signed = db.prepare<[], SignedVersion & { definition: string }>(
    `SELECT id, first_id AS firstId, version, definition, content_hash AS contentHash FROM complaint_procedure
     WHERE content_hash IS NOT NULL ORDER BY id`,
  );
  const signedIn = db.prepare<[number], { seq: number | null }>(
    "SELECT max(event_seq) AS seq FROM change WHERE table_name = 'complaint_procedure' AND row_id = ?",
  );
  const say = db.prepare<{ firstId: number; inUse: number; on: Day; by: number }>(
    'INSERT INTO complaint_procedure_use (first_id, in_use, said_on, said_by) VALUES (@firstId, @inUse, @on, @by)',
  );
  const nextId = db.prepare<[], { id: number }>(
    `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'complaint_procedure'), 0) + 1 AS id`,
  );
  const add = db.prepare<{
    id: number;
    firstId: number;
    version: number;
    title: string;
    definition: string;
    on: Day;
    by: number | null;
    hash: string | null;
  }>(
    `INSERT INTO complaint_procedure (id, first_id, version, title, definition, made_on, made_by, content_hash)
     VALUES (@id, @firstId, @version, @title, @definition, @on, @by, @hash)`,
  );
  const read = new Map<string, Procedure>();
  /** A text is read once: thousands of cases go by the same few. */
  const readOnce = (text: string): Procedure => {
    const its = read.get(text) ?? { ...LATER, ...(JSON.parse(text) as Procedure) };
    read.set(text, its);
    return its;
  };
  const shown = ({ definition, inUse, ...row }: Stored<Row>): ProcedureVersion => ({
    ...(present<Omit<Row, 'definition' | 'inUse'>>(row) as Omit<ProcedureVersion, 'definition' | 'inUse'>),
    inUse: inUse === 1,
    definition: readOnce(definition),
  });
  return {
    /** By which procedure most of the last twenty cases began. */
    usual: (): number | undefined => usual.get(),
    byId: (id: number): ProcedureVersion | undefined => {
      const row = byId.get(id);
      return row && shown(row);
    },
    /** Without what is counted beside it. */
    ofCase: (id: number): CaseProcedure | undefined => {
      const row = ofCase.get(id);
      return row && { ...row, definition: readOnce(row.definition) };
    },
    isNewest: ({ firstId, version }: CaseProcedure): boolean => newestVersion.get(firstId) === version,
    newest: (): ProcedureVersion[] => newest.all().map(shown),
    /** The newest first, with the open cases of just that version. */
    versions: (firstId: number) => versions.all(firstId),
    /** As they stand in their table. */
    signed: (): (SignedVersion & { definition: unknown })[] =>
      signed.all().map(({ definition, ...row }) => ({ ...row, definition: JSON.parse(definition) as unknown })),
    /** The event in which a version was put into force. */
    signedIn: (id: number) => signedIn.get(id)?.seq ?? 0,
    say: (firstId: number, inUse: boolean, on: Day, by: number) =>
      void say.run({ firstId, inUse: inUse ? 1 : 0, on, by }),
    /** `of`: the version that it follows; absent for a new procedure. */
    add: (
      its: Procedure,
      on: Day,
      by: number | undefined,
      of?: Pick<ProcedureVersion, 'firstId' | 'version'>,
      hash?: string,
    ): number => {
      const id = nextId.get()?.id ?? 1;
      add.run({
        ...{ id, firstId: of?.firstId ?? id, version: (of?.version ?? 0) + 1, title: its.title },
        ...{ definition: JSON.stringify(its), on, by: by ?? null, hash: hash ?? null },
      });
      return id;
    },
  };
}
