import type { ParsedOf } from '../../../shared/api/contract';
import type { LedgerGroup, LedgerQuestion, LedgerSort, ledger } from '../../../shared/api/ledger.contract';

export type Listed = ParsedOf<typeof ledger.list>;

const COLUMNS: Readonly<Record<Exclude<LedgerSort, 'client' | 'opened'>, string>> = {
  archiveNo: 'd.archive_no',
  title: 'd.title',
  year: 'd.year',
  items: 'd.item_count',
  pages: 'd.page_count',
  receivedOn: 'd.received_on',
  state: 'd.state',
};

/** Gathers the dossiers of a text: it finds them by their own words, by those of the project and by those of the client. */
export const FIND = `INSERT OR IGNORE INTO temp.found_dossier
  SELECT rowid FROM search_dossier WHERE search_dossier MATCH @match
  UNION ALL SELECT id FROM dossier WHERE project_id IN (SELECT rowid FROM search_project WHERE search_project MATCH @match
    UNION ALL SELECT id FROM project WHERE client_id IN (SELECT rowid FROM search_client WHERE search_client MATCH @match))
  UNION ALL SELECT id FROM dossier WHERE client_id IN (SELECT rowid FROM search_client WHERE search_client MATCH @match)`;

const MANAGED = `id IN (SELECT d.id FROM project p JOIN dossier d ON d.project_id = p.id WHERE p.a_manager_id = @managerId
  UNION ALL SELECT d.id FROM project p JOIN dossier d ON d.project_id = p.id WHERE p.b_manager_id = @managerId
  UNION ALL SELECT id FROM dossier WHERE keeper_id = @managerId)`;

const groups = (by: '' | '+'): Readonly<Record<LedgerGroup, string>> => ({
  received: `${by}d.state IN ('received', 'partlyLent', 'lent')`,
  underway: `${by}d.state IN ('collecting', 'underReview')`,
  receivedThisMonth: `${by}d.received_on BETWEEN @month AND @today`,
});

/**
 * Only the conditions that are asked for. With `by` = '+' SQLite looks at each row instead of taking an index for them. A text
 * leads alone: together with another list SQLite would try every pair of the two.
 */
export function conditions(filter: Listed['filter'], match: string | undefined, by: '' | '+' = ''): string {
  const found = match === undefined ? [] : [`${by}d.id IN (SELECT id FROM temp.found_dossier)`];
  const asked = [...found, ...plainConditions(filter, match === undefined ? by : '+')];
  return asked.length > 0 ? asked.join(' AND ') : 'true';
}

function plainConditions(filter: Listed['filter'], by: '' | '+'): string[] {
  return [
    filter.classId !== undefined && `${by}d.class_id = @classId`,
    filter.year !== undefined && `${by}d.year = @year`,
    filter.state !== undefined && `${by}d.state = @state`,
    filter.group !== undefined && groups(by)[filter.group],
    filter.managerId !== undefined && `${by}d.${MANAGED}`,
    filter.placeId !== undefined && `${by}d.place_id = @placeId`,
    filter.lateOnly && `${by}d.due_on < @today`,
  ].filter((condition) => condition !== false);
}

/**
 * The ids of a page, in order. Where most rows pass the filter it is quicker to walk the index of the order and look at each row;
 * where few do, to gather these and sort them. SQLite cannot know which: it is told by where the index-stopping + stands.
 */
export function pageQuery(
  { filter, sort, descending }: LedgerQuestion,
  match: string | undefined,
  most: boolean,
): string {
  const direction = descending ? 'DESC' : 'ASC';
  const where = conditions(filter, match, most ? '+' : '');
  const page = `ORDER BY key ${direction}, id ${direction} LIMIT @limit OFFSET @offset`;
  if (sort === 'opened')
    return `SELECT d.id FROM dossier d WHERE ${where} ORDER BY ${most ? '' : '+'}d.id ${direction} LIMIT @limit OFFSET @offset`;
  if (sort !== 'client')
    return `SELECT d.id AS id, ${most ? '' : '+'}${COLUMNS[sort]} AS key FROM dossier d WHERE ${where} ${page}`;
  // From the client's name to the dossier, each by its index; the other way round all names would have to be sorted.
  const joined = most
    ? 'client c CROSS JOIN project p ON p.client_id = c.id CROSS JOIN dossier d ON d.project_id = p.id'
    : 'dossier d CROSS JOIN project p ON p.id = d.project_id CROSS JOIN client c ON c.id = p.client_id';
  return `SELECT d.id AS id, c.name AS key FROM ${joined} WHERE ${where}
          UNION ALL SELECT d.id, (SELECT name FROM client WHERE id = d.client_id) FROM dossier d
          WHERE d.project_id IS NULL AND ${where} ${page}`;
}
