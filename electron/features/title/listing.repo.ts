import type { Database } from 'better-sqlite3';
import type { Contract, TitleFilter } from '../../../shared/api/title.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import { ROW, type Title } from './title.repo';

/** What a list of titles is counted and narrowed by; where each of them is, is summed up from the movements. */
export interface Listed {
  id: number;
  quantity: number;
}
/** A slip as a list says it: its number, with whom what it took out is, and until when. */
export interface NamedSlip {
  id: number;
  no: string;
  party: string;
  dueOn?: Day;
  borrowingId?: number;
}

export interface SignedSlip extends NamedSlip {
  basis: string;
  operator: string;
  second: string;
}

export type TitleInSafe = Pick<
  Title,
  'id' | 'kind' | 'name' | 'certificateNo' | 'owner' | 'projectId' | 'expiresOn' | 'client' | 'archiveNo'
>;

/** A text is sought in the words of the title, its project, client and dossier, as everywhere (electron/search). */
const FOUND = `SELECT rowid FROM search_title WHERE search_title MATCH @match
  UNION SELECT t.id FROM title t WHERE t.project_id IN (
    SELECT rowid FROM search_project WHERE search_project MATCH @match
    UNION SELECT p.id FROM project p WHERE p.client_id IN (SELECT rowid FROM search_client WHERE search_client MATCH @match)
    UNION SELECT d.project_id FROM dossier d WHERE d.id IN (SELECT rowid FROM search_dossier WHERE search_dossier MATCH @match))`;

type Asked = Pick<TitleFilter, 'kind' | 'projectId'> & {
  match?: string | undefined;
  expiresBy?: Day | undefined;
  aManagerId?: number | undefined;
};
const stored = ({ kind, projectId, match, expiresBy, aManagerId }: Asked) => ({
  aManagerId: aManagerId ?? null,
  ...{ kind: kind ?? null, projectId: projectId ?? null, expiresBy: expiresBy ?? null },
  ...(match !== undefined && { match }),
});

export type ListingRepo = ReturnType<typeof createListingRepo>;

/** Reads lists of titles, each in one statement however long it is; writes nothing. */
export function createListingRepo(db: Database) {
  const narrowed = `FROM title t WHERE (@kind IS NULL OR t.kind = @kind) AND (@projectId IS NULL OR t.project_id = @projectId)
    AND (@expiresBy IS NULL OR t.expires_on <= @expiresBy)
    AND (@aManagerId IS NULL OR t.project_id IN (SELECT id FROM project WHERE a_manager_id = @aManagerId))`;
  const ids = db.prepare<ReturnType<typeof stored>, Listed>(`SELECT t.id, t.quantity ${narrowed} ORDER BY t.id DESC`);
  const found = db.prepare<ReturnType<typeof stored>, Listed>(
    `SELECT t.id, t.quantity ${narrowed} AND t.id IN (${FOUND}) ORDER BY t.id DESC`,
  );
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM title');
  const expiring = db.prepare<[Day], { titleId: number; day: Day }>(
    'SELECT id AS titleId, expires_on AS day FROM title WHERE expires_on <= ? ORDER BY expires_on, id',
  );
  const byIds = db.prepare<[string], Stored<Title>>(`${ROW} WHERE t.id IN (SELECT value FROM json_each(?))`);
  const slips = db.prepare<[string], Stored<NamedSlip>>(
    // What was lent on a borrowing slip is due when that slip says: a renewal moves the day.
    `SELECT s.id, s.no, s.party, coalesce(b.due_on, s.due_on) AS dueOn, b.id AS borrowingId
     FROM title_slip s LEFT JOIN borrowing b ON b.title_slip_id = s.id WHERE s.id IN (SELECT value FROM json_each(?))`,
  );
  const inSafes = db.prepare<[string], Stored<TitleInSafe>>(
    `SELECT t.id, t.kind, t.name, t.certificate_no AS certificateNo, t.owner, t.project_id AS projectId, t.expires_on AS expiresOn,
       c.name AS client, d.archive_no AS archiveNo
     FROM title t JOIN project p ON p.id = t.project_id JOIN client c ON c.id = p.client_id LEFT JOIN dossier d ON d.project_id = p.id
     WHERE t.id IN (SELECT value FROM json_each(?))`,
  );
  const signedSlips = db.prepare<[string], Stored<SignedSlip>>(
    `SELECT s.id, s.no, s.basis, s.party,
            coalesce((SELECT x.due_on FROM borrowing x WHERE x.title_slip_id = s.id), s.due_on) AS dueOn, a.name AS operator, b.name AS second FROM title_slip s
     JOIN staff a ON a.id = s.operator_id JOIN staff b ON b.id = s.second_id WHERE s.id IN (SELECT value FROM json_each(?))`,
  );
  const contracts = db.prepare<{ text: string; today: Day; limit: number }, Contract>(
    `SELECT p.id AS projectId, p.name AS project, p.contract_no AS contractNo, c.name AS client
     FROM project p JOIN client c ON c.id = p.client_id
     WHERE (p.ended_on IS NULL OR p.ended_on > @today) AND instr(lower(p.contract_no || ' ' || p.name || ' ' || c.name), lower(@text)) > 0
     ORDER BY p.id DESC LIMIT @limit`,
  );
  return {
    /** The newest first. */
    ids: (asked: Asked): Listed[] => (asked.match === undefined ? ids : found).all(stored(asked)),
    count: (): number => count.get()?.n ?? 0,
    /** What expires until that day, gone or not. */
    expiring: (until: Day): { titleId: number; day: Day }[] => expiring.all(until),
    byIds: (some: readonly number[]): Title[] => byIds.all(JSON.stringify(some)).map(present<Title>),
    slips: (some: readonly number[]): NamedSlip[] => slips.all(JSON.stringify(some)).map(present<NamedSlip>),
    /** With their basis and who signed them. */
    signedSlips: (some: readonly number[]): Stored<SignedSlip>[] => signedSlips.all(JSON.stringify(some)),
    /** What the picture of a safe says of its titles: thousands at once, so only that. */
    inSafes: (some: readonly number[]): Stored<TitleInSafe>[] => inSafes.all(JSON.stringify(some)),
    /** Not settled on that day. */
    contracts: (text: string, today: Day, limit: number): Contract[] => contracts.all({ text, today, limit }),
  };
}
