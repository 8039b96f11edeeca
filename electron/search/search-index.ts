import type { Database } from 'better-sqlite3';
import { barcodeOf, type Coded } from '../../shared/search/barcode';
import type { Change } from '../db/journal';
import { indexWords } from './tokenise';

type Row = Record<string, string | number | null>;

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
  staff: { index: 'search_staff', texts: ['name', 'login'], syllables: true },
};

function textsOf(source: Source, row: Row): string[] {
  const texts = source.texts
    .map((column) => row[column])
    .filter((text): text is string => typeof text === 'string' && text !== '');
  if (source.barcode) texts.push(barcodeOf(source.barcode, Number(row.id)));
  return texts;
}

function textsIn(source: Source, json: string | null): string[] | undefined {
  if (json === null) return undefined;
  // Quotes within a text are escaped: this can only be the column itself.
  if (source.when !== undefined && json.includes(`"${source.when}":null`)) return undefined;
  return textsOf(source, JSON.parse(json) as Row);
}

/** Keeps the search rows of changed records true; runs inside the commit that changed them. */
export function createSearchIndex(db: Database): (changes: readonly Change[]) => void {
  const statements = new Map(
    Object.entries(SOURCES).map(([table, source]) => [
      table,
      {
        source,
        add: db.prepare<[number, string]>(`INSERT INTO ${source.index} (rowid, words) VALUES (?, ?)`),
        remove: db.prepare<[number]>(`DELETE FROM ${source.index} WHERE rowid = ?`),
      },
    ]),
  );
  return (changes) => {
    for (const change of changes) {
      const found = statements.get(change.tableName);
      if (!found) continue;
      const before = textsIn(found.source, change.before);
      const after = textsIn(found.source, change.after);
      // Texts are compared, not the words made from them: pinyin costs more than all the rest.
      if (before && after && before.join('\n') === after.join('\n')) continue;
      if (before) found.remove.run(change.rowId);
      if (after) found.add.run(change.rowId, indexWords(after, found.source.syllables));
    }
  };
}
