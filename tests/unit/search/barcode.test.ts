import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathOfBarcode } from '../../../renderer/features/search/hits';
import { createScanBuffer, type ScanKey } from '../../../renderer/features/search/scanner';
import { BARCODE_LETTERS, barcodeOf, type Coded, readBarcode } from '../../../shared/search/barcode';

const kinds = Object.keys(BARCODE_LETTERS) as Coded[];
const ids = fc.integer({ min: 1, max: 999_999_999 });
/** As an input method that makes everything full-width hands it on. */
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace('Ａ', 'ａ');

describe('a barcode', () => {
  test('opens what it was printed for, also in full-width letters, with other dashes and small letters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), ids, fc.constantFrom('-', '－', '—', '–', '−'), (what, id, dash) => {
        const text = barcodeOf(what, id);
        for (const typed of [text, fullWidth(text), text.toLowerCase(), text.replaceAll('-', dash), ` ${text} `])
          expect(readBarcode(typed)).toEqual({ what, id });
      }),
    );
  });

  test('that was read in part opens nothing, never the record of another number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), ids, fc.integer({ min: 2, max: 10 }), (what, id, length) => {
        const torn = barcodeOf(what, id).slice(0, length);
        expect(readBarcode(torn)).toEqual({ torn });
        expect(pathOfBarcode(torn)).toBeUndefined();
      }),
    );
    expect(readBarcode('AJ-Z-000012')).toEqual({ torn: 'AJ-Z-000012' });
    expect(readBarcode('AJ-D-000000')).toEqual({ torn: 'AJ-D-000000' });
  });

  test('is nothing else that people look for', () => {
    for (const text of ['', 'AJAX', '鸿借字第001号', 'aj', 'J-D-000012'])
      expect(readBarcode(text) === undefined || text === 'aj', text).toBe(true);
  });

  test('of every kind has its page', () => {
    expect(kinds.map((what) => pathOfBarcode(barcodeOf(what, 12)))).toEqual(
      expect.arrayContaining(['/dossier/12', '/handover/12', '/ledger?place=12', '/audit?seq=12']),
    );
    const pages = kinds.map((what) => decodeURIComponent(pathOfBarcode(barcodeOf(what, 12)) ?? ''));
    for (const page of pages) expect(page).toMatch(/^\/[\w-]+.*\b12\b/);
  });
});

/** The keys of a scanner that thinks of itself as an American keyboard. */
const keysOf = (text: string, gap = 8, change: (key: ScanKey) => ScanKey = (key) => key): ScanKey[] =>
  [...text, 'Enter'].map((sign, index) => {
    const code = sign === '-' ? 'Minus' : /\d/.test(sign) ? `Digit${sign}` : sign === 'Enter' ? sign : `Key${sign}`;
    return change({ key: sign, code, timeStamp: 1_000 + index * gap });
  });
const scan = (keys: readonly ScanKey[]) => {
  const { press } = createScanBuffer();
  return keys.map(press).findLast((scanned) => scanned !== undefined);
};

describe('a scanner', () => {
  test('is heard through its keys, whatever an input method makes of them', () => {
    expect(scan(keysOf('AJ-D-000012'))).toBe('AJ-D-000012');
    const swallowed = keysOf('AJ-D-000012', 8, (key) => ({ ...key, key: 'Process' }));
    expect(scan(swallowed)).toBe('AJ-D-000012');
    const wide = keysOf('AJ-D-000012', 8, (key) => ({
      ...key,
      key: key.key === 'Enter' ? key.key : fullWidth(key.key),
    }));
    expect(scan(wide)).toBe('AJ-D-000012');
  });

  test('presses Shift for its capitals, and may follow keys of a person', () => {
    const shifted = keysOf('AJ-H-000007').flatMap((key) => [{ ...key, key: 'Shift', code: 'ShiftLeft' }, key]);
    expect(scan(shifted)).toBe('AJ-H-000007');
    const before = { key: 'x', code: 'KeyX', timeStamp: 400 };
    expect(scan([before, ...keysOf('AJ-H-000007')])).toBe('AJ-H-000007');
  });

  test('is not taken for a person who types slowly, nor a person for it', () => {
    expect(scan(keysOf('AJ-D-000012', 300))).toBeUndefined();
    expect(scan(keysOf('HELLO'))).toBeUndefined();
    expect(scan(keysOf('', 8))).toBeUndefined();
  });

  test('of a torn label is heard as far as it read', () => expect(scan(keysOf('AJ-D-00'))).toBe('AJ-D-00'));
});
