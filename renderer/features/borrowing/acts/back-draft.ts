import type { BorrowingLine, Condition } from '../../../../shared/api/borrowing-slip.contract';
import type { SafeRow } from '../../../../shared/api/safe.contract';
import { readBarcode } from '../../../../shared/search/barcode';

/** One thing as it is being counted. */
export interface FoundLine {
  /** Ticked: it lies on the desk. */
  here: boolean;
  /** As it is typed; empty: nobody has counted yet. */
  found: string;
  condition: Condition;
  remarks: string;
  missing: string;
  responsibleId?: number;
  dueOn?: string;
  /** Of a title, where it lies again when not where it was taken from. */
  compartmentId?: number;
}
export const BLANK: FoundLine = { here: false, found: '', condition: 'good', remarks: '', missing: '' };

export const openOf = ({ quantity, found }: Pick<BorrowingLine, 'quantity' | 'found'>) => quantity - found;
export const isShort = (line: BorrowingLine, { found }: FoundLine) => found !== '' && Number(found) < openOf(line);

/** As it is sent: what is missing is said only where something is. */
export function asReturned(line: BorrowingLine, its: FoundLine) {
  const { condition, remarks, missing, responsibleId, dueOn, compartmentId } = its;
  return {
    ...{ lineId: line.id, found: Number(its.found), condition, remarks },
    ...(compartmentId !== undefined && { compartmentId }),
    ...(isShort(line, its) && { missing, ...(responsibleId && { responsibleId }), ...(dueOn && { dueOn }) }),
  };
}

/** Which of the things is meant by what was scanned or typed: a barcode of ours, or a whole number. */
export function lineOf(text: string, open: readonly BorrowingLine[]): BorrowingLine | undefined {
  const read = readBarcode(text);
  if (!read) return open.find(({ number }) => number === text.trim());
  if (!('what' in read)) return undefined;
  return open.find(
    (line) =>
      (read.what === 'dossier' && line.kind === 'dossier' && line.dossierId === read.id) ||
      (read.what === 'title' && line.titleId === read.id),
  );
}

/** A scanner types into the field that has the focus, and only its digits find room there. */
export function withoutScan(found: string, code: string): string {
  const digits = code.replace(/\D/g, '');
  return found.endsWith(digits) ? found.slice(0, found.length - digits.length) : found;
}

/** Every compartment that is in use, by the name of its safe and its own, as it stands on slips. */
export const compartmentsOf = (safes: readonly Pick<SafeRow, 'name' | 'compartments'>[]) =>
  safes.flatMap(({ name, compartments }) =>
    compartments
      .filter(({ retiredOn }) => retiredOn === undefined)
      .map(({ id, name: own }) => ({ value: id, label: `${name} ${own}` })),
  );
