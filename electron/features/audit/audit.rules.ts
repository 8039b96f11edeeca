import type { ColumnChange, JournalVerdict } from '../../../shared/api/audit.contract';
import { isListForm } from '../../../shared/api/print.contract';
import { halfWidth } from '../../../shared/entry/read-entry';
import { barcodeOf } from '../../../shared/search/barcode';
import { beginHash, type Change, type EventRow, NO_HASH } from '../../db/journal';

export type Row = Record<string, string | number | null>;
const read = (json: string | null): Row => (json === null ? {} : (JSON.parse(json) as Row));

/** Columns that nobody wants to read in a history: they follow from others, or prove nothing to the eye. */
const SILENT = new Set([
  'id',
  'revision',
  'ordinal',
  'content_hash',
  'password_hash',
  'pin_hash',
  'item_count',
  'page_count',
  'line_count',
  'certificate_key',
  'as_of',
  // Signatures: the event itself says who and when.
  ...['signed_at', 'given_at', 'decided_at', 'withdrawn_at', 'giver_hash', 'receiver_hash', 'withdrawn_hash'],
  ...['decider', 'decider_id', 'checker', 'giver', 'receiver', 'withdrawer', 'withdrawer_id'],
]);

/** The words by which a person knows a row of that table. */
const nameOf = (row: Row): string | undefined => {
  const names = [row.certificate_no, row.title, row.name, row.no, row.text];
  return names.find((name): name is string => typeof name === 'string' && name !== '');
};

/** A place is called by all its levels, everything else by its name. */
export const calledRow = (row: Row): string | undefined =>
  typeof row.box === 'string' ? [row.room, row.cabinet, row.shelf, row.box].join(' ') : nameOf(row);

/** What a change did, column by column; a new or removed row says its own name only, or the one that it is `calledBy`. */
export function columnChanges(
  change: Change,
  calledBy: (table: string, row: Row) => string | undefined,
): ColumnChange[] {
  const before = read(change.before);
  const after = read(change.after);
  const its = change.after === null ? before : after;
  const rowName = nameOf(its) ?? calledBy(change.tableName, its);
  const row = { table: change.tableName, rowId: change.rowId, ...(rowName === undefined ? {} : { rowName }) };
  if (change.before === null) return [{ ...row, column: '', after: rowName ?? '' }];
  if (change.after === null) return [{ ...row, column: '', before: rowName ?? '' }];
  return Object.keys(after)
    .filter((column) => !SILENT.has(column) && before[column] !== after[column])
    .map((column) => ({ ...row, column, ...cellOf('before', before[column]), ...cellOf('after', after[column]) }));
}

const cellOf = (side: 'before' | 'after', value: string | number | null | undefined) =>
  value === null || value === undefined ? {} : { [side]: value };

/** With a line feed two texts could pass for one under the same hash, and a dash is hashed as nothing is. */
const isAmbiguous = (text: string | null): boolean => text === '-' || (text?.includes('\n') ?? false);

/** No text of the journal is written like that. */
const isAmbiguousEvent = (event: EventRow): boolean =>
  [event.at, event.session, event.action, event.input, event.prev].some(isAmbiguous);
const isAmbiguousChange = ({ tableName, before, after }: Change): boolean =>
  isAmbiguous(tableName) || isAmbiguous(before) || isAmbiguous(after);

/** So many changes of an event are gone through before anybody else may be answered: an import has hundreds of thousands. */
const CHANGES_AT_ONCE = 500;

/** Whether an event's hash is that of itself and its changes, whose numbers lie from `first` to `last`. */
function* isUnaltered(
  event: EventRow,
  { first, last }: Span,
  changesOf: JournalParts['changesOf'],
): Generator<void, boolean> {
  const hash = beginHash(event);
  let isClear = !isAmbiguousEvent(event);
  for (let from = first; from <= last; from += CHANGES_AT_ONCE) {
    const changes = changesOf(event.seq, { first: from, last: Math.min(last, from + CHANGES_AT_ONCE - 1) });
    hash.add(changes);
    isClear &&= !changes.some(isAmbiguousChange);
    yield;
  }
  return hash.digest() === event.hash && isClear;
}

/**
 * Walks the journal and says whole, or from which event it is not: numbers without gap, each event chained to the one
 * before it, each hash as computed, change ids without gap. Pauses for whoever walks it to let others by.
 */
function* walkJournal({ walk, spanOf, changesOf, firstStray }: JournalParts): Generator<void, JournalVerdict> {
  let seq = 0;
  let changes = 0;
  let prev = NO_HASH;
  for (const event of walk()) {
    const fault = (name: string): JournalVerdict => ({ whole: false, seq: seq + 1, fault: name });
    if (event.seq !== seq + 1) return fault('gap');
    if (event.prev !== prev) return fault('notChained');
    const { n, ...its } = spanOf(event.seq);
    const span = n === 0 ? { first: changes + 1, last: changes } : its;
    if (span.first !== changes + 1 || span.last !== changes + n) return fault('changeGap');
    if (!(yield* isUnaltered(event, span, changesOf))) return fault('altered');
    seq = event.seq;
    prev = event.hash;
    changes += n;
    yield;
  }
  const stray = firstStray(seq);
  if (stray !== undefined) return { whole: false, seq: stray, fault: 'changeWithoutEvent' };
  return { whole: true, events: seq, changes, seq, hash: prev };
}

/** Numbers of changes. */
export interface Span {
  first: number;
  last: number;
}

/** What a check of the journal reads. */
export interface JournalParts {
  walk(): Iterable<EventRow>;
  /** From which to which number the changes of an event go, and how many they are. */
  spanOf(seq: number): Span & { n: number };
  changesOf(seq: number, span: Span): Change[];
  firstStray(last: number): number | undefined;
  /** The event of the first row that does not stand as its last change left it. */
  walkRows(): Walk;
}

/** A walk that pauses now and then, and answers the event of the first fault, if there is one. */
export type Walk = Generator<void, number | undefined>;

/** Walks one after the other; answers the lowest event of all. */
export function* inTurn(...walks: readonly Walk[]): Walk {
  let lowest: number | undefined;
  for (const walk of walks) {
    const seq = yield* walk;
    if (seq !== undefined) lowest = Math.min(lowest ?? seq, seq);
  }
  return lowest;
}

/** The whole check: the journal by itself, then every row of every table against it, then what people signed. */
export function* checkJournal(parts: JournalParts, walkSignatures: () => Walk): Generator<void, JournalVerdict> {
  const verdict = yield* walkJournal(parts);
  if (!verdict.whole) return verdict;
  const differing = yield* parts.walkRows();
  if (differing !== undefined) return { whole: false, seq: differing, fault: 'rowDiffers' };
  const unlike = yield* walkSignatures();
  return unlike === undefined ? verdict : { whole: false, seq: unlike, fault: 'signatureDiffers' };
}

/** A number and a code as people type them from paper: full-width, with spaces, dashes, commas or 第…条; none when they are none. */
export function readAnchor(seq: string, code: string): { seq: number; code: string } | undefined {
  const number = /^第?(\d{1,15})条?$/.exec(halfWidth(seq).replace(/[\s,]/g, ''))?.[1];
  const digits = halfWidth(code)
    .replace(/[\s·.-]/g, '')
    .toLowerCase();
  if (number === undefined || Number(number) < 1 || !/^[0-9a-f]{16}$/.test(digits)) return undefined;
  return { seq: Number(number), code: digits };
}

/** Takes all steps at once, where nobody waits. */
export function toEnd<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The file or the numbered paper in which a list left the program. */
export function leftAs({ seq, action, input }: Pick<EventRow, 'seq' | 'action' | 'input'>): string | undefined {
  const its = JSON.parse(input) as { fileName?: string; form?: string };
  if (action === 'export.save') return its.fileName;
  return action.startsWith('print.') && isListForm(its.form) ? barcodeOf('list', seq) : undefined;
}

/** Forms that are not about a dossier. */
const PRINTED: Readonly<Record<string, string>> = {
  'handover-list': 'handover',
  'supplement-list': 'supplement_list',
  'staff-handover': 'staff_handover',
  'contact-letter': 'staff_handover',
  attachment: 'attachment',
  'appraisal-list': 'disposal',
  'destruction-list': 'disposal',
  'transfer-list': 'disposal',
  'title-handover': 'title_handover',
  'title-in': 'title_slip',
  'title-out': 'title_slip',
  'title-lending': 'title_slip',
  'title-release': 'title_slip',
  stocktake: 'stocktake',
  'borrowing-slip': 'borrowing',
  'out-card': 'borrowing',
  rehearsal: 'rehearsal',
  'complaint-register': 'complaint',
  'complaint-handling': 'complaint',
  'complaint-reply': 'complaint',
  'complaint-feedback': 'complaint',
  'penalty-notice': 'penalty',
};

/** Acts that change records of many kinds, by the kind that they are about. */
const MEANT: Readonly<Record<string, string>> = {
  titleHandover: 'title_handover',
  stocktake: 'stocktake',
  safe: 'safe',
  borrowing: 'borrowing',
  complaint: 'complaint',
};
export const meantBy = (action: string): string | undefined => MEANT[action.split('.')[0] ?? ''];

/** Whom or what an event means that changes no row with a name: a form that leaves the program, a secret typed wrong. */
export function subjectOf({
  action,
  input,
}: Pick<EventRow, 'action' | 'input'>): { table: string; id: number } | undefined {
  const its = JSON.parse(input) as { form?: string; id?: number; subject?: string };
  if (action.startsWith('print.')) return { table: PRINTED[its.form ?? ''] ?? 'dossier', id: its.id ?? 0 };
  if (action === 'dossier.compile') return { table: 'dossier', id: its.id ?? 0 };
  const person = /^staff:(\d+)$/.exec(its.subject ?? '');
  return person ? { table: 'staff', id: Number(person[1]) } : undefined;
}
