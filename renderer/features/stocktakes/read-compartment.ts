import type { CountedCompartment } from '../../../shared/api/stocktake.contract';
import { halfWidth } from '../../../shared/entry/read-entry';
import { readBarcode } from '../../../shared/search/barcode';

const plain = (text: string) => halfWidth(text).replace(/\s+/g, '').toUpperCase();

/**
 * Which compartment somebody typed or scanned: its barcode, its name in the safe that is being counted, or the safe's name with
 * it. `undefined` where it is a certificate, or no compartment of this count.
 */
export function readCompartment(
  typed: string,
  compartments: readonly CountedCompartment[],
  safeId: number | undefined,
): CountedCompartment | undefined {
  const code = readBarcode(typed);
  if (code)
    return 'what' in code && code.what === 'compartment' ? compartments.find(({ id }) => id === code.id) : undefined;
  const text = plain(typed);
  const named = compartments.filter(({ name }) => plain(name) === text);
  return (
    named.find((its) => its.safeId === safeId) ??
    (named.length === 1 ? named[0] : undefined) ??
    compartments.find((its) => plain(its.safe + its.name) === text)
  );
}
