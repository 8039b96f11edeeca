import type {
  FaultyRow,
  ImportCheck,
  ImportFault,
  ImportFaultName,
  ImportPlan,
} from '../../../shared/api/import.contract';
import type { ImportedDossier, Known, Person } from './imported-dossier';
import { createRowReader } from './row.rules';

/** The rows of one sheet as they lie in memory. */
export interface SheetRows {
  numbers: readonly number[];
  cells(index: number): string[];
}

/** Everything that a check finds; pages of it are shown. */
export interface Checked {
  rows: number;
  /** The rows that can be written, as they would be. */
  ready: ImportedDossier[];
  /** Faulty rows by their place among the rows of the sheet. */
  faulty: { index: number; faults: ImportFault[] }[];
  names: Map<string, number>;
  makes: ImportCheck['makes'];
}

const mendedCells = ({ mended }: ImportPlan) => {
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, column, text } of mended) {
    const its = byRow.get(row) ?? new Map<number, string>();
    byRow.set(row, its.set(column, text));
  }
  return byRow;
};

function mend(cells: string[], its: ReadonlyMap<number, string> | undefined): string[] {
  for (const [column, text] of its ?? []) {
    while (cells.length <= column) cells.push('');
    cells[column] = text;
  }
  return cells;
}

export type Checker = ReturnType<typeof createChecker>;

/** Reads rows, one after another, as they would be written. */
export function createChecker(plan: ImportPlan, known: Known, isClient: (name: string) => boolean) {
  const reader = createRowReader(plan, known);
  const tally = createTally(known, isClient);
  const leftOut = new Set(plan.leftOut);
  const mended = mendedCells(plan);
  const faulty: Checked['faulty'] = [];
  const ready: ImportedDossier[] = [];
  return {
    /** The next row of the sheet; one of the headings or that is left out is passed over, one that was mended is read so. */
    take: (rows: SheetRows, index: number): void => {
      const row = rows.numbers[index] ?? 0;
      if (row <= plan.headingRow || leftOut.has(row)) return;
      const { dossier, faults } = reader.read(row, mend(rows.cells(index), mended.get(row)));
      if (dossier) {
        ready.push(dossier);
        tally.add(dossier);
      } else faulty.push({ index, faults });
    },
    found: (): Checked => ({
      rows: ready.length + faulty.length,
      ...{ ready, faulty, names: reader.names, makes: tally.makes() },
    }),
  };
}

/** Reads every row as it would be written; pauses after each. */
export function* checkRows(rows: SheetRows, checker: Checker): Generator<number, Checked> {
  for (let index = 0; index < rows.numbers.length; index += 1) {
    checker.take(rows, index);
    yield index / rows.numbers.length;
  }
  return checker.found();
}

/** Counts what the rows would add to the ledger. */
function createTally(known: Known, isClient: (name: string) => boolean) {
  const clients = new Set<string>();
  const people = new Set<string>();
  const places = new Set<string>();
  let received = 0;
  let underway = 0;
  let projects = 0;
  const addPerson = (person: Person | undefined) => {
    if (typeof person === 'object') people.add(person.left);
  };
  return {
    add: ({ state, project, client, keeper, place }: ImportedDossier) => {
      if (state === 'collecting') underway += 1;
      else received += 1;
      if (project) projects += 1;
      for (const person of [project?.a, project?.b, keeper]) addPerson(person);
      if (client && !clients.has(client.name) && !isClient(client.name)) clients.add(client.name);
      const key = place && Object.values(place).join('\t');
      if (place && key && !places.has(key) && !known.hasPlace(place)) places.add(key);
    },
    makes: () => ({ received, underway, projects, clients: clients.size, people: people.size, places: places.size }),
  };
}

/** How many rows have each fault, the most frequent first. */
export function countFaults({ faulty }: Checked): ImportCheck['faults'] {
  const counts = new Map<ImportFaultName, number>();
  for (const { faults } of faulty)
    for (const name of new Set(faults.map(({ fault }) => fault))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([fault, rows]) => ({ fault, rows })).sort((a, b) => b.rows - a.rows);
}

/** A page of the faulty rows, of one fault or of all. */
export function pageOf(
  checked: Checked,
  rows: SheetRows,
  plan: ImportPlan,
  asked: { fault?: ImportFaultName | undefined; offset: number; limit: number },
): { shown: FaultyRow[]; shownOf: number } {
  const wanted = checked.faulty.filter(
    ({ faults }) => asked.fault === undefined || faults.some(({ fault }) => fault === asked.fault),
  );
  const mended = mendedCells(plan);
  const shown = wanted.slice(asked.offset, asked.offset + asked.limit).map(({ index, faults }) => {
    const row = rows.numbers[index] ?? 0;
    return { row, cells: mend(rows.cells(index), mended.get(row)), faults };
  });
  return { shown, shownOf: wanted.length };
}
