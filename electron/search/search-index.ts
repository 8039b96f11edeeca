import type { Database } from 'better-sqlite3';
import { barcodeOf, type Coded } from '../../shared/search/barcode';
import type { SomeChanges } from '../db/long-write';
import { createPieces } from './pieces';
import { createStanding } from './standing';
import { indexWords } from './tokenise';

interface Source {
  index: string;
  /** Columns whose texts find the record. */
  texts: readonly string[];
  /** A number of our own making that is printed as a barcode: AJ-D-000012. */
  barcode?: Coded;
  syllables: boolean;
  /** Only rows in which this column says something are found. */
  when?: string;
}

/** Which tables are found by what. Items are too many for whole syllables: initials find them. */
const SOURCES: Readonly<Record<string, Source>> = {
  dossier: { index: 'search_dossier', texts: ['archive_no', 'title'], barcode: 'dossier', syllables: true },
  dossier_item: {
    index: 'search_dossier_item',
    texts: ['title', 'document_no', 'responsible', 'contract_code'],
    syllables: false,
  },
  handover: { index: 'search_handover', texts: ['no'], barcode: 'handover', syllables: false },
  disposal: { index: 'search_disposal', texts: ['no', 'receiver'], barcode: 'disposal', syllables: false },
  supplement_list: { index: 'search_supplement_list', texts: ['no'], barcode: 'supplement', syllables: false },
  client: {
    index: 'search_client',
    texts: ['name', 'code', 'legal_representative', 'phone'],
    syllables: true,
  },
  project: { index: 'search_project', texts: ['name', 'contract_no', 'guarantors'], syllables: true },
  // What bears a number is found by itself: only void ones are looked for here.
  archive_number: { index: 'search_archive_number', texts: ['text'], syllables: false, when: 'voided_on' },
  staff_handover: { index: 'search_staff_handover', texts: ['no'], barcode: 'staffHandover', syllables: false },
  title: { index: 'search_title', texts: ['certificate_no', 'name', 'owner'], barcode: 'title', syllables: true },
  title_slip: { index: 'search_title_slip', texts: ['no', 'party'], barcode: 'titleSlip', syllables: false },
  title_handover: { index: 'search_title_handover', texts: ['no'], barcode: 'titleHandover', syllables: false },
  stocktake: { index: 'search_stocktake', texts: ['no'], barcode: 'stocktake', syllables: false },
  borrowing: {
    index: 'search_borrowing',
    texts: ['no', 'outsider_name', 'outsider_organisation'],
    barcode: 'borrowing',
    syllables: false,
    when: 'no',
  },
  complaint: { index: 'search_complaint', texts: ['no', 'complainant'], barcode: 'complaint', syllables: true },
  penalty: { index: 'search_penalty', texts: ['no', 'person'], barcode: 'penalty', syllables: true },
  staff: { index: 'search_staff', texts: ['name', 'login'], syllables: true },
};

interface Changed {
  rowId: number;
  before: string | null;
  after: string | null;
}

/** Among some changes the rows of one table that are to be found by other texts than before; the texts of each as a JSON list. */
function changedTexts(db: Database, table: string, { texts, when }: Source) {
  // A path to nothing keeps it a list where there is only one text.
  const paths = [...texts.map((column) => `'$.${column}'`), `'$.-'`].join(', ');
  const textsIn = (row: string) => {
    const its = `json_extract(${row}, ${paths})`;
    return when === undefined ? its : `iif(json_extract(${row}, '$.${when}') IS NULL, NULL, ${its})`;
  };
  // The cross keeps SQLite to the numbers: along its index it would go through all that ever happened to the table.
  return db.prepare<[number, number], Changed>(
    `SELECT row_id AS rowId, ${textsIn('before')} AS before, ${textsIn('after')} AS after FROM change
     WHERE id BETWEEN ? AND ? AND +table_name = '${table}' ORDER BY id`,
  );
}

function textsOf(json: string, barcode: Coded | undefined, id: number): string[] {
  const texts = (JSON.parse(json) as (string | number | null)[]).filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
  if (barcode) texts.push(barcodeOf(barcode, id));
  return texts;
}

/** Makes the search rows of changed records anew, in the order of their changes; runs inside a transaction. */
function createSearchRows(db: Database): (changes: SomeChanges) => void {
  const statements = new Map(
    Object.entries(SOURCES).map(([table, source]) => [
      table,
      {
        source,
        changed: changedTexts(db, table, source),
        add: db.prepare<[number, Buffer]>(`INSERT INTO ${source.index} (rowid, words) VALUES (?, CAST(? AS TEXT))`),
        remove: db.prepare<[number]>(`DELETE FROM ${source.index} WHERE rowid = ?`),
      },
    ]),
  );
  return ({ first, last, tables }) => {
    for (const table of tables) {
      const its = statements.get(table);
      for (const { rowId, before, after } of its?.changed.all(first, last) ?? []) {
        // Texts are compared, not the words made from them: pinyin costs more than all the rest.
        if (!its || before === after) continue;
        const { source, add, remove } = its;
        if (before !== null) remove.run(rowId);
        if (after !== null) add.run(rowId, indexWords(textsOf(after, source.barcode, rowId), source.syllables));
      }
    }
  };
}

/** Changes that are gone through before the clock is looked at. */
const CHANGES_AT_ONCE = 50;
/** So long a slice gathers; writing it down and waiting for the disk take some half as long again. */
const SLICE_MS = 16;

export type SearchIndex = ReturnType<typeof createSearchIndex>;

/**
 * The search index follows the journal. An ordinary act writes its search rows itself; a long one leaves its changes, and whatever comes
 * after them, to be caught up with in this order. Where the index stands is a row that moves in the transaction of the search rows.
 */
export function createSearchIndex(db: Database) {
  const writeRows = createSearchRows(db);
  const standing = createStanding(db);
  const leaveAfter = db.prepare<[number]>('INSERT INTO search_behind (id, change_id) VALUES (1, ?)');
  const standAt = db.prepare<[number]>('UPDATE search_behind SET change_id = ?');
  const standAtEnd = db.prepare<[]>('DELETE FROM search_behind');
  const pieces = createPieces(db, new Map(Object.entries(SOURCES).map(([table, { index }]) => [table, index])));
  const tablesAmong = db
    .prepare<[number, number], string>('SELECT DISTINCT table_name FROM change WHERE id BETWEEN ? AND ?')
    .pluck();

  return {
    /** What has an index of its own. */
    tables: Object.keys(SOURCES),
    /** Inside the act that made these changes, in their order. */
    follow: (changes: SomeChanges, isLong: boolean): void => {
      if (standing.at() !== undefined) return;
      if (isLong) {
        leaveAfter.run(changes.first - 1);
        pieces.leaveLying();
      } else writeRows(changes);
    },
    left: standing.left,
    /** Whether everything is found and nothing is left to be put together. */
    isDone: (): boolean => standing.at() === undefined && !pieces.areMany(),
    /** Goes through some of the changes that were left, or puts together what that has written; inside a transaction of its own. */
    catchUp: (): void => {
      const from = standing.at();
      if (from === undefined || pieces.areMany()) {
        pieces.putTogether();
        return;
      }
      let at = from;
      const last = standing.last();
      const written = new Set<string>();
      const pauseAt = performance.now() + SLICE_MS;
      while (at < last && performance.now() < pauseAt) {
        const first = at + 1;
        at = Math.min(at + CHANGES_AT_ONCE, last);
        const tables = tablesAmong.all(first, at);
        writeRows({ first, last: at, tables });
        for (const table of tables) written.add(table);
      }
      pieces.noteWritten(written);
      if (at < last) standAt.run(at);
      else {
        standAtEnd.run();
        pieces.asUsual();
      }
    },
  };
}
