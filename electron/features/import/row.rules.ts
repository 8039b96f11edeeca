import type { DossierState, Place } from '../../../shared/api/dossier.contract';
import type { ImportField, ImportPlan } from '../../../shared/api/import.contract';
import type { RecordClassRow } from '../../../shared/api/record-class.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { ImportedDossier, Known, Person, Understood } from './imported-dossier';
import { lentInWords, onShelfIfAgreed } from './lent-rows.rules';
import { type AlreadyRead, createRowCells, type RowCells } from './row-cells.rules';
import {
  clientKind,
  readAmount,
  readClass,
  readPlace,
  readRetention,
  readSecrecy,
  readState,
  readYear,
  seqIn,
} from './values.rules';

const MOST_REMARKS = 500;

/** ００１ and Ａ in a number as 001 and A; brackets stay as they are, patterns may have full-width ones. */
const plainNumber = (text: string): string =>
  text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** 张　三 is spaced out in many ledgers to be as wide as 欧阳修远. */
export const plainName = (name: string): string =>
  /^[\p{Script=Han}\s]+$/u.test(name) ? name.replace(/\s+/g, '') : name.trim();

/** Reads one row after another; remembers the numbers that it has met and the names that nobody has decided about. */
export function createRowReader(plan: ImportPlan, known: Known) {
  const columnsOf = new Map<ImportField, number[]>();
  for (const [column, field] of plan.columns.entries())
    if (field) columnsOf.set(field, [...(columnsOf.get(field) ?? []), column]);
  const decided = new Map(plan.people.map(({ name, is }) => [name, is]));
  const met = { numbers: new Map<string, number>(), contracts: new Map<string, number>() };
  const names = new Map<string, number>();
  const alreadyRead: AlreadyRead = new Map();
  const whoIs = (name: string): Person | 'nobody' | 'undecided' => {
    const is = decided.get(name);
    if (is === 'left') return { left: name };
    if (is !== undefined) return is;
    const same = known.people(name);
    return same.length === 1 && same[0] !== undefined ? same[0] : 'undecided';
  };
  const read = (row: number, cells: readonly string[]): Understood => {
    const its = createRowCells(columnsOf, cells, alreadyRead);
    const person = (field: ManagerField): Person | undefined => {
      const text = its.line(field);
      if (text === undefined) return undefined;
      const name = plainName(text);
      const who = whoIs(name);
      if (decided.has(name) || who === 'undecided') names.set(name, (names.get(name) ?? 0) + 1);
      if (who === 'undecided') its.note('managerUndecided', field, name);
      return who === 'undecided' || who === 'nobody' ? undefined : who;
    };
    const dossier = understand({ ...its, row, plan, known, ...met, person });
    return its.faults.length === 0 && dossier ? { dossier, faults: [] } : { dossier: undefined, faults: its.faults };
  };
  return { read, names };
}

type ManagerField = 'aManager' | 'bManager' | 'keeper';

interface Cells extends RowCells {
  row: number;
  plan: ImportPlan;
  known: Known;
  /** In which row each number was met first. */
  numbers: Map<string, number>;
  contracts: Map<string, number>;
  person(field: ManagerField): Person | undefined;
}

function understand(its: Cells): ImportedDossier | undefined {
  const { row, known, line, value, day, person, note } = its;
  const archiveNo = archiveNumber(its);
  const state = stateOf(its, archiveNo);
  const recordClass = classOf(its, archiveNo);
  const clientName = line('client');
  const [disbursedOn, endedOn, dueOn] = [day('disbursedOn'), day('endedOn'), day('dueOn')];
  const receivedOn = receivedOnOf(its, state);
  const term = value('retention', (text) => readRetention(text, known.terms), 'retentionUnknown');
  const title = line('title') ?? (clientName && recordClass && `〔${clientName}${recordClass.name}〕`);
  if (!title) note('titleMissing', 'title');
  const { project, remarks } = projectAndRemarks(its, { title, clientName, state, disbursedOn });
  const keeper = person('keeper');
  if (state === 'collecting' && line('contractNo') === undefined && keeper === undefined)
    note('managerMissing', 'keeper');
  const year = yearOf(its, disbursedOn ?? receivedOn);
  const rest = {
    ...countsOf(its),
    place: placeOf(its),
    secrecy: value('secrecy', readSecrecy, 'secrecyUnknown') ?? 'ordinary',
  };
  if (archiveNo !== undefined && recordClass) demandOwnWriting(its, archiveNo, recordClass);
  if (!recordClass || !title || year === undefined || state === undefined) return undefined;
  const retentionId = term?.id ?? recordClass.retentionId;
  const years = known.terms.find(({ id }) => id === retentionId)?.years;
  return {
    row,
    archiveNo,
    number: archiveNo === undefined ? undefined : seqIn(archiveNo, recordClass, known.shortName),
    title,
    client: clientName === undefined ? undefined : { name: clientName, kind: clientKind(clientName) },
    class: recordClass,
    project,
    keeper: project ? undefined : keeper,
    year,
    state,
    receivedOn,
    dueOn: state === 'collecting' ? dueOn : undefined,
    endedOn,
    retentionId,
    keepUntil: known.keepUntil(years, endedOn),
    remarks,
    ...rest,
  };
}

const countsOf = ({ count }: Cells) => ({
  volumes: count('volumes', 1),
  items: count('items', 0),
  pages: count('pages', 0),
});

interface About {
  title: string | undefined;
  clientName: string | undefined;
  state: DossierState | undefined;
  disbursedOn: Day | undefined;
}

/** The project that a contract number makes; without one what belongs to it is kept in the remarks. */
function projectAndRemarks(its: Cells, { title, clientName, state, disbursedOn }: About) {
  const { plan, line, value, person } = its;
  const amountFen = value('amount', (text) => readAmount(text, plan.amountUnit), 'amountUnreadable');
  const [no, a, b] = [contractNo(its), person('aManager'), person('bManager')];
  const projectName = line('projectName');
  const isProject = demandProject(its, { contractNo: no, a, b }, clientName, state);
  if (!isProject || no === undefined || a === undefined || b === undefined) {
    const remarks = remarksOf(its, { no, amountFen, names: [line('aManager'), line('bManager')] });
    return { project: undefined, remarks };
  }
  const name = (projectName ?? withoutClient(title ?? no, clientName)).slice(0, 100);
  const guarantors = line('guarantors') ?? '';
  const project = { name, contractNo: no, amountFen: amountFen ?? 0, guarantors, a, b, disbursedOn };
  return { project, remarks: remarksOf(its, {}) };
}

function archiveNumber({ row, known, numbers, line, note }: Cells): string | undefined {
  const text = line('archiveNo');
  if (text === undefined) return undefined;
  const no = plainNumber(text);
  const before = numbers.get(no);
  if (before !== undefined) note('archiveNoTwice', 'archiveNo', String(before));
  else if (known.hasArchiveNo(no)) note('archiveNoInLedger', 'archiveNo', no);
  numbers.set(no, before ?? row);
  return no;
}

function contractNo({ row, known, contracts, line, note }: Cells): string | undefined {
  const text = line('contractNo');
  if (text === undefined) return undefined;
  const before = contracts.get(text);
  if (before !== undefined) note('contractNoTwice', 'contractNo', String(before));
  else if (known.hasContractNo(text)) note('contractNoInLedger', 'contractNo', text);
  contracts.set(text, before ?? row);
  return text;
}

/** What is lent or on its way needs its slip or its handover, which no spreadsheet has. */
function stateOf({ plan, value, note }: Cells, archiveNo: string | undefined): DossierState | undefined {
  const said = value('state', readState, 'stateUnknown') ?? (archiveNo === undefined ? 'collecting' : 'received');
  const state = onShelfIfAgreed(said, plan);
  if (state === 'lent' || state === 'partlyLent') note('stateLent', 'state');
  else if (state === 'underReview') note('stateUnderReview', 'state');
  else if (state === 'collecting' && archiveNo !== undefined) note('archiveNoNotYet', 'archiveNo', archiveNo);
  else if (state !== 'collecting' && archiveNo === undefined) note('archiveNoMissing', 'archiveNo');
  return state;
}

/** A number that another class writes would one day be given by that class: its acceptance would find it taken. */
function demandOwnWriting({ known, note }: Cells, archiveNo: string, recordClass: RecordClassRow): void {
  if (seqIn(archiveNo, recordClass, known.shortName) !== undefined) return;
  const other = known.classes.find((its) => seqIn(archiveNo, its, known.shortName) !== undefined);
  if (other) note('archiveNoOfOther', 'archiveNo', other.name);
}

/** By its column; else by the one pattern that makes such a number; else as the person said for all. */
function classOf({ plan, known, value, note }: Cells, archiveNo: string | undefined): RecordClassRow | undefined {
  const named = value('className', (text) => readClass(text, known.classes), 'classUnknown');
  if (named) return named;
  const fitting =
    archiveNo === undefined ? [] : known.classes.filter((its) => seqIn(archiveNo, its, known.shortName) !== undefined);
  const found = (fitting.length === 1 ? fitting[0] : undefined) ?? known.classes.find(({ id }) => id === plan.classId);
  if (!found) note('classMissing', 'className');
  return found;
}

function receivedOnOf({ plan, day, note }: Cells, state: DossierState | undefined): Day | undefined {
  const said = day('receivedOn');
  if (state === 'collecting') return undefined;
  if (said === undefined && plan.receivedOn === undefined) note('receivedOnMissing', 'receivedOn');
  return said ?? plan.receivedOn;
}

function yearOf({ value, note }: Cells, otherwise: Day | undefined): number | undefined {
  const year = value('year', readYear, 'yearUnreadable') ?? (otherwise ? Number(otherwise.slice(0, 4)) : undefined);
  if (year === undefined) note('yearMissing', 'year');
  return year;
}

/** 松江五金商行流动资金贷款 80 万元 is the client's 流动资金贷款 80 万元. */
function withoutClient(title: string, client = ''): string {
  const rest = client !== '' && title.startsWith(client) ? title.slice(client.length).trim() : title;
  return rest === '' ? title : rest;
}

interface Contract {
  contractNo: string | undefined;
  a: Person | undefined;
  b: Person | undefined;
}

/** Whether the row is a project: a contract with its client and two managers. */
function demandProject(its: Cells, contract: Contract, client: string | undefined, state: DossierState | undefined) {
  const { contractNo: no, a, b } = contract;
  if (no === undefined) return false;
  if (a === undefined || b === undefined) {
    if (its.plan.withoutManagers === 'noProject') return false;
    const isUndecided = (field: ImportField) =>
      its.faults.some((fault) => fault.fault === 'managerUndecided' && fault.field === field);
    if (a === undefined && !isUndecided('aManager')) its.note('managerMissing', 'aManager');
    if (b === undefined && !isUndecided('bManager')) its.note('managerMissing', 'bManager');
    return true;
  }
  if (client === undefined) its.note('clientMissing', 'client');
  const who = (person: Person) => (typeof person === 'number' ? person : person.left);
  if (who(a) === who(b)) its.note('managersSame', 'bManager');
  if (state === 'collecting') demandHere(its, a, b);
  return true;
}

/** Papers that are still on their way need managers who still work here. */
function demandHere({ known, line, note }: Cells, a: Person, b: Person): void {
  const isHere = (person: Person) => typeof person === 'number' && known.isActive(person);
  if (!isHere(a)) note('managerGone', 'aManager', line('aManager'));
  if (!isHere(b)) note('managerGone', 'bManager', line('bManager'));
}

function placeOf({ plan, known, line, value, note }: Cells): Place | undefined {
  const parts = { room: line('room'), cabinet: line('cabinet'), shelf: line('shelf'), box: line('box') };
  const said = Object.values(parts).filter((part) => part !== undefined).length;
  if (said > 0 && said < 4) {
    const missing = (['room', 'cabinet', 'shelf', 'box'] as const).find((part) => parts[part] === undefined) ?? 'box';
    note('placeIncomplete', missing);
    return undefined;
  }
  const place = said === 4 ? (parts as Place) : value('place', readPlace, 'placeUnreadable');
  if (place && !plan.addPlaces && !known.hasPlace(place))
    note('placeUnknown', said === 4 ? 'box' : 'place', Object.values(place).join(' '));
  return place;
}

/** What has no place of its own in a dossier without a project is kept in its remarks. */
function remarksOf(
  its: Cells,
  {
    no,
    amountFen,
    names = [],
  }: { no?: string | undefined; amountFen?: number | undefined; names?: (string | undefined)[] },
): string {
  const kept = [
    no === undefined ? undefined : `合同号 ${no}`,
    amountFen === undefined ? undefined : `金额 ${amountFen / 100} 元`,
    names.some(Boolean) ? `A、B角 ${names.filter(Boolean).join('、')}` : undefined,
    lentInWords(its),
    its.line('remarks'),
  ];
  const text = kept.filter(Boolean).join('；');
  if (text.length > MOST_REMARKS) its.note('tooLong', 'remarks');
  return text;
}
