import { createHash } from 'node:crypto';
import type { NumberFault } from '../../../shared/api/number.contract';
import type { NumberMaker } from '../../../shared/records/number-pattern';
import { writeNumber } from '../../../shared/records/number-pattern';
import { looseKey } from './pattern.rules';

/** A number as it stands in its series. */
export interface ArchiveNumber {
  id: number;
  classId: number;
  year: number;
  seq?: number;
  text: string;
  dossierId?: number;
  origin: 'given' | 'imported';
}

/** The running numbers that nothing bears, as ranges; `seqs` in ascending order. Numbers begin at 1. */
export function gapsIn(seqs: readonly number[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let before = 0;
  for (const seq of seqs) {
    if (seq > before + 1) gaps.push({ from: before + 1, to: seq - 1 });
    before = seq;
  }
  return gaps;
}

/**
 * Checks a series: gaps (only a ledger from elsewhere can bring them), numbers that are another one in a different writing
 * (full-width, other brackets, missing zeros), and numbers that the pattern does not make.
 */
export function faultsIn(numbers: readonly ArchiveNumber[], maker: NumberMaker, year: number): NumberFault[] {
  const write = (seq: number) => writeNumber({ ...maker, year, seq });
  const gaps = gapsIn(numbers.flatMap(({ seq }) => seq ?? [])).map(
    ({ from, to }): NumberFault => ({ kind: 'gap', from, to, first: write(from), last: write(to) }),
  );
  const known = new Map<string, ArchiveNumber>();
  for (const its of numbers) if (its.seq !== undefined) known.set(looseKey(its.text), its);
  const doubtful = numbers
    .filter(({ seq }) => seq === undefined)
    .map((its): NumberFault => {
      const key = looseKey(its.text);
      const other = known.get(key);
      if (!other) known.set(key, its);
      const { id, text, dossierId } = its;
      const found = { id, text, ...(dossierId !== undefined && { dossierId }) };
      if (!other) return { kind: 'unlike', ...found };
      const to = other.dossierId === undefined ? {} : { otherDossierId: other.dossierId };
      return { kind: 'sameAs', ...found, other: other.text, ...to };
    });
  return [...gaps, ...doubtful];
}

/** What the archivist signs when a number becomes void (docs/journal-format.md, "Signatures"). */
export interface SignedVoid {
  text: string;
  dossierId?: number | undefined;
  reason: string;
  /** The number that takes its place. */
  replacedBy?: string | undefined;
  signedBy: number;
}

export function voidHash({ text, dossierId, reason, replacedBy, signedBy }: SignedVoid): string {
  const signed = JSON.stringify({ dossierId, reason, replacedBy, signedBy, text });
  return createHash('sha256').update(signed).digest('hex');
}
