import type { Database } from 'better-sqlite3';
import type { Place } from '../../../shared/api/dossier.contract';
import type { ImportField, ImportRow } from '../../../shared/api/import.contract';
import type { RecordClassRow } from '../../../shared/api/record-class.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { createAdder } from '../../db/add-rows';
import { present, type Stored } from '../../db/present';
import type { ImportedDossier } from './imported-dossier';

export interface Mapping {
  columns: (ImportField | null)[];
  amountUnit: 'yuan' | 'wan';
}

/** What a batch has made; its row in the register. */
export type NewBatch = Omit<ImportRow, 'id' | 'importedBy' | 'undoneOn' | 'undoneBy' | 'undoReason'> & {
  importedBy: number;
};

export type ImportRepo = ReturnType<typeof createImportRepo>;

/** The only writer of import_batch and import_mapping, and of what an import adds to the tables of the ledger. */
export function createImportRepo(db: Database) {
  const staff = db.prepare<[], { id: number; name: string; department: string; active: number }>(
    `SELECT s.id, s.name, d.name AS department, s.employment <> 'left' AS active
     FROM staff s JOIN department d ON d.id = s.department_id ORDER BY s.id`,
  );
  const places = db.prepare<[], Place & { id: number }>('SELECT id, room, cabinet, shelf, box FROM place');
  const archiveNo = db.prepare<[string], { id: number }>('SELECT id FROM archive_number WHERE text = ?');
  const contractNo = db.prepare<[string], { id: number }>('SELECT id FROM project WHERE contract_no = ?');
  const client = db.prepare<[string], { id: number }>('SELECT id FROM client WHERE name = ? ORDER BY id LIMIT 1');
  const batches = db.prepare<[], Stored<ImportRow>>(
    `SELECT b.id, b.file_name AS fileName, b.sha256, b.imported_on AS importedOn, s.name AS importedBy, b.dossiers, b.projects,
            b.clients, b.people, b.places, b.undone_on AS undoneOn, u.name AS undoneBy, b.undo_reason AS undoReason
     FROM import_batch b JOIN staff s ON s.id = b.imported_by LEFT JOIN staff u ON u.id = b.undone_by ORDER BY b.id DESC`,
  );
  const importedOn = db.prepare<[string], { importedOn: Day }>(
    'SELECT imported_on AS importedOn FROM import_batch WHERE sha256 = ? AND undone_on IS NULL ORDER BY id DESC LIMIT 1',
  );
  const addBatch = db.prepare<NewBatch>(
    `INSERT INTO import_batch (file_name, sha256, dossiers, projects, clients, people, places, imported_on, imported_by)
     VALUES (@fileName, @sha256, @dossiers, @projects, @clients, @people, @places, @importedOn, @importedBy)`,
  );
  const mapping = db.prepare<[string], { columns: string; amountUnit: 'yuan' | 'wan' }>(
    'SELECT columns, amount_unit AS amountUnit FROM import_mapping WHERE headings = ?',
  );
  const keepMapping = db.prepare<[string, string, string]>(
    `INSERT INTO import_mapping (headings, columns, amount_unit) VALUES (?, ?, ?)
     ON CONFLICT (headings) DO UPDATE SET columns = excluded.columns, amount_unit = excluded.amount_unit
     WHERE (columns, amount_unit) IS NOT (excluded.columns, excluded.amount_unit)`,
  );
  return {
    staff: () => staff.all(),
    places: () => places.all(),
    hasArchiveNo: (text: string) => archiveNo.get(text) !== undefined,
    hasContractNo: (text: string) => contractNo.get(text) !== undefined,
    clientId: (name: string) => client.get(name)?.id,
    list: () => batches.all().map(present<ImportRow>),
    importedOn: (sha256: string) => importedOn.get(sha256)?.importedOn,
    addBatch: (batch: NewBatch) => Number(addBatch.run(batch).lastInsertRowid),
    mapping: (headings: string): Mapping | undefined => {
      const found = mapping.get(headings);
      return found && { ...found, columns: JSON.parse(found.columns) as Mapping['columns'] };
    },
    keepMapping: (headings: string, { columns, amountUnit }: Mapping) =>
      void keepMapping.run(headings, JSON.stringify(columns), amountUnit),
    ...createWriters(db),
  };
}

const HOLDERS = { transferred: 'outside', destroyed: 'nobody' } as const;

const PLACE = ['room', 'cabinet', 'shelf', 'box'] as const;
const CLIENT = ['kind', 'name', 'owner_id'] as const;
const PROJECT = [
  ...['client_id', 'name', 'business_type', 'contract_no', 'amount_fen', 'guarantors', 'a_manager_id', 'b_manager_id'],
  ...['disbursed_on', 'ended_on'],
];
const DOSSIER = [
  ...[
    'project_id',
    'client_id',
    'keeper_id',
    'class_id',
    'title',
    'year',
    'retention_id',
    'secrecy',
    'state',
    'holder',
  ],
  ...[
    'revision',
    'volume_count',
    'item_count',
    'page_count',
    'opened_on',
    'due_on',
    'archive_no',
    'received_on',
    'ended_on',
  ],
  ...['keep_until', 'place_id', 'remarks', 'origin'],
];
const NUMBER = ['class_id', 'year', 'seq', 'text', 'dossier_id', 'origin'] as const;

export interface NewClient {
  kind: string;
  name: string;
  ownerId: number;
}
export interface NewProject {
  its: NonNullable<ImportedDossier['project']>;
  clientId: number;
  businessType: string;
  a: number;
  b: number;
  endedOn: Day | undefined;
}
export interface NewDossier {
  its: ImportedDossier;
  projectId: number | undefined;
  clientId: number | undefined;
  keeperId: number | undefined;
  placeId: number | undefined;
}
export interface NewNumber {
  its: RecordClassRow;
  text: string;
  number: ImportedDossier['number'];
  dossierId: number;
}

/** Some rows at a time into the tables of the ledger, each list answered with its ids; only inside a commit. */
function createWriters(db: Database) {
  const engage = db.prepare<[string, number]>(
    `INSERT INTO staff (name, department_id, employment, login) SELECT ?, department_id, 'left', NULL FROM staff WHERE id = ?`,
  );
  const addPlaces = createAdder(db, 'place', PLACE);
  const addClients = createAdder(db, 'client', CLIENT);
  const addProjects = createAdder(db, 'project', PROJECT);
  const addDossiers = createAdder(db, 'dossier', DOSSIER);
  const addNumbers = createAdder(db, 'archive_number', NUMBER);
  const seqTaken = db.prepare<[number, number, number], { id: number }>(
    'SELECT id FROM archive_number WHERE class_id = ? AND year = ? AND seq = ?',
  );
  return {
    /** Somebody who once worked here, in the department of the person who says so. */
    engageLeft: (name: string, like: number) => Number(engage.run(name, like).lastInsertRowid),
    addPlaces: (places: readonly Place[]) => addPlaces(places.map((its) => PLACE.map((part) => its[part]))),
    addClients: (clients: readonly NewClient[]) =>
      addClients(clients.map(({ kind, name, ownerId }) => [kind, name, ownerId])),
    addProjects: (projects: readonly NewProject[]) => addProjects(projects.map(projectRow)),
    addDossiers: (dossiers: readonly NewDossier[], today: Day) =>
      addDossiers(dossiers.map((its) => dossierRow(its, today))),
    /** 第1号 beside 第001号 stays a number of its own, but does not count on. */
    addNumbers: (numbers: readonly NewNumber[]): void => {
      const met = new Set<string>();
      const rows = numbers.map(({ its, text, number, dossierId }) => {
        const { year = 0, seq } = number ?? {};
        const key = `${its.id} ${year} ${seq}`;
        const counts = seq !== undefined && !met.has(key) && seqTaken.get(its.id, year, seq) === undefined;
        met.add(key);
        return [its.id, year, counts ? seq : null, text, dossierId, 'imported'];
      });
      addNumbers(rows);
    },
  };
}

const projectRow = ({ its, clientId, businessType, a, b, endedOn }: NewProject) => [
  ...[clientId, its.name, businessType, its.contractNo, its.amountFen, its.guarantors, a, b],
  ...[its.disbursedOn ?? null, endedOn ?? null],
];

function dossierRow({ its, projectId, clientId, keeperId, placeId }: NewDossier, today: Day) {
  const { state } = its;
  const underway = its.project ? 'a' : 'b';
  const holder =
    state === 'collecting' ? underway : state in HOLDERS ? HOLDERS[state as keyof typeof HOLDERS] : 'archive';
  return [
    ...[projectId ?? null, projectId === undefined ? (clientId ?? null) : null, keeperId ?? null, its.class.id],
    ...[its.title, its.year, its.retentionId, its.secrecy, state, holder],
    ...[0, its.volumes, its.items, its.pages, its.project?.disbursedOn ?? its.receivedOn ?? today],
    ...[its.dueOn ?? null, its.archiveNo ?? null, its.receivedOn ?? null, its.endedOn ?? null],
    ...[its.keepUntil ?? null, placeId ?? null, its.remarks, 'imported'],
  ];
}
