import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  demandSize,
  HEAD_BYTES,
  kindOf,
  shownName,
  whyNotAttachable,
} from '../../../electron/features/attachment/attachment.rules';
import { ATTACHMENT_KINDS, MOST_BYTES } from '../../../shared/api/attachment.contract';
import type { AppError } from '../../../shared/api/errors';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
const PNG = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]);
const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0]);
const PDF = bytes('%PDF-1.7\n');
const reasonOf = (act: () => unknown): string => {
  try {
    return `taken as ${String(act())}`;
  } catch (error) {
    return (error as AppError).reason;
  }
};

describe('what a file is', () => {
  test.each([
    ['a PNG', PNG, 'png'],
    ['a JPEG', JPEG, 'jpeg'],
    ['a PDF', PDF, 'pdf'],
  ])('%s is told by its own bytes, whatever follows', (_, head, kind) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: HEAD_BYTES }), fc.string(), (rest, name) => {
        expect(kindOf(Uint8Array.from([...head, ...rest]), name)).toBe(kind);
      }),
    );
  });

  test.each([
    ['a photo of a phone', bytes([0, 0, 0, 0x18], 'ftypheic'), 'attachmentHeic'],
    ['a photo as AVIF', bytes([0, 0, 0, 0x1c], 'ftypavif'), 'attachmentHeic'],
    ['a TIFF', bytes('II', [0x2a, 0]), 'attachmentTiff'],
    ['a TIFF of the other order', bytes('MM', [0, 0x2a]), 'attachmentTiff'],
    ['a GIF', bytes('GIF89a'), 'attachmentOtherPicture'],
    ['a WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBP'), 'attachmentOtherPicture'],
    ['a Word file', bytes('PK', [3, 4]), 'attachmentOffice'],
    ['an old Word file', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'attachmentOffice'],
    ['a program', bytes('MZ', [0x90, 0]), 'attachmentUnknownKind'],
    ['a script', bytes('#!/bin/sh\n'), 'attachmentUnknownKind'],
    ['a page with a script', bytes('<html><script>'), 'attachmentUnknownKind'],
    ['a drawing that can hold a script', bytes('<svg xmlns='), 'attachmentUnknownKind'],
    ['a film', bytes([0, 0, 0, 0x18], 'ftypmp42'), 'attachmentUnknownKind'],
    ['nothing', bytes(), 'attachmentEmpty'],
  ])('%s is refused by what it is, under a right name too', (_, head, reason) => {
    for (const name of ['scan.pdf', 'photo.jpg', 'photo.png']) expect(reasonOf(() => kindOf(head, name))).toBe(reason);
  });

  test('whatever does not begin like one of the three is refused, however short', () => {
    const begins = (head: Uint8Array) =>
      [PNG, JPEG.subarray(0, 3), PDF.subarray(0, 5)].some((begin) => begin.every((byte, i) => head[i] === byte));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: HEAD_BYTES }), (head) => {
        fc.pre(!begins(head));
        expect(reasonOf(() => kindOf(head, 'x'))).toMatch(/^attachment/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is refused by the size it says it has', () => {
    expect(reasonOf(() => demandSize(0, 'x'))).toBe('attachmentEmpty');
    expect(reasonOf(() => demandSize(2 ** 31, 'x'))).toBe('attachmentTooLarge');
    expect(reasonOf(() => demandSize(MOST_BYTES + 1, 'x'))).toBe('attachmentTooLarge');
    expect(reasonOf(() => demandSize(MOST_BYTES, 'x'))).toBe('taken as undefined');
  });
});

/** Names from outside, the malicious among them. */
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .tuple(
      fc.constantFrom(
        '../',
        '..\\',
        '/etc/',
        'C:\\',
        '\\\\srv\\x\\',
        'CON',
        'nul.',
        'com1',
        '\u202e',
        '\u0000',
        '...',
        '👨‍👩‍👧',
      ),
      fc.string({ maxLength: 300 }),
      fc.constantFrom('.pdf', '.JPG', '.png', '', '.exe', ' .pdf'),
    )
    .map((parts) => parts.join('')),
);

describe('the name that is shown', () => {
  test('is one harmless line whatever it was', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom(...ATTACHMENT_KINDS), (given, kind) => {
        const name = shownName(given, kind);
        expect(name).not.toMatch(/[\\/:*?"<>|]|\p{Cc}|\p{Cf}|\p{Surrogate}/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(name).not.toMatch(/^[ .]|[ .]$/);
        expect(name.length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(130);
        expect(name.length).toBeLessThanOrEqual(200 * 2);
        expect(shownName(name, kind)).toBe(name);
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['../../../etc/passwd', 'passwd.pdf'],
    ['C:\\Windows\\System32\\借款合同.pdf', '借款合同.pdf'],
    ['/root/.ssh/id_rsa', 'id_rsa.pdf'],
    ['CON', '_CON.pdf'],
    ['nul.pdf', '_nul.pdf'],
    ['合同\u0000\n扫描.pdf', '合同 扫描.pdf'],
    ['\u202egnp.tcartnoc', 'gnp.tcartnoc.pdf'],
    ['合同 😀.pdf', '合同 😀.pdf'],
    ['..', 'attachment.pdf'],
    ['', 'attachment.pdf'],
  ])('%j is shown as %s', (given, shown) => expect(shownName(given, 'pdf')).toBe(shown));

  test('of 300 characters is cut and keeps its ending', () => {
    const name = shownName(`${'长'.repeat(300)}.pdf`, 'pdf');
    expect(name).toBe(`${'长'.repeat(120)}.pdf`);
  });
});

describe('who may add and take away', () => {
  const nobody = { answersForIt: false, isArchivist: false };
  test('before the archive has it: its managers and the archivist', () => {
    for (const state of ['collecting', 'underReview'] as const) {
      expect(whyNotAttachable({ ...nobody, state })).toBe('onlyManagersAttach');
      expect(whyNotAttachable({ ...nobody, state, answersForIt: true })).toBeUndefined();
      expect(whyNotAttachable({ ...nobody, state, isArchivist: true })).toBeUndefined();
    }
  });
  test('afterwards the archivist alone, and nobody once it is gone', () => {
    for (const state of ['received', 'partlyLent', 'lent'] as const) {
      expect(whyNotAttachable({ ...nobody, state, answersForIt: true })).toBe('onlyArchivistAttaches');
      expect(whyNotAttachable({ ...nobody, state, isArchivist: true })).toBeUndefined();
    }
    for (const state of ['transferred', 'destroyed'] as const)
      expect(whyNotAttachable({ state, answersForIt: true, isArchivist: true })).toBe('dossierNotHereAnyMore');
  });
});
