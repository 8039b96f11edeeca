import { type AttachmentKind, MOST_BYTES } from '../../../shared/api/attachment.contract';
import type { DossierState } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import { EXECUTIVES, type Position } from '../../../shared/api/people.contract';
import { withoutInvisible } from '../../../shared/entry/read-entry';

/** As many of a file's first bytes as tell what it is. */
export const HEAD_BYTES = 64;

const startsWith = (head: Uint8Array, bytes: readonly number[], at = 0): boolean =>
  head.length >= at + bytes.length && bytes.every((byte, i) => head[at + i] === byte);
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const SHOWN: readonly (readonly [AttachmentKind, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['pdf', ascii('%PDF-')],
];
/** Brands of ISO base media files that phones use for pictures. */
const HEIC_BRANDS = /^(hei[cxms]|hev[cxms]|mif1|msf1|avif|avis)$/;
/** Kinds that people send and the program cannot show, each with the sentence that says what to do instead. */
const REFUSED: readonly (readonly [reason: string, begins: readonly (readonly number[])[]])[] = [
  [
    'attachmentTiff',
    [
      [0x49, 0x49, 0x2a, 0x00],
      [0x49, 0x49, 0x2b, 0x00],
      [0x4d, 0x4d, 0x00, 0x2a],
      [0x4d, 0x4d, 0x00, 0x2b],
    ],
  ],
  ['attachmentOtherPicture', [ascii('GIF8'), ascii('BM'), ascii('RIFF')]],
  ['attachmentOffice', [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0], ascii('{\\rtf')]],
];

/** What a file is by its own first bytes, whatever it is called; refuses with a sentence what cannot be shown. */
export function kindOf(head: Uint8Array, name: string): AttachmentKind {
  if (head.length === 0) throw new AppError('invalid', 'attachmentEmpty', { name });
  const shown = SHOWN.find(([, begin]) => startsWith(head, begin));
  if (shown) return shown[0];
  if (isHeic(head)) throw new AppError('invalid', 'attachmentHeic', { name });
  const refused = REFUSED.find(([, begins]) => begins.some((begin) => startsWith(head, begin)));
  throw new AppError('invalid', refused?.[0] ?? 'attachmentUnknownKind', { name });
}

function isHeic(head: Uint8Array): boolean {
  if (!startsWith(head, ascii('ftyp'), 4)) return false;
  return HEIC_BRANDS.test(String.fromCharCode(...head.slice(8, 12)));
}

const MEGABYTE = 1_048_576;

/** Refuses by its size, before a byte is read, what is too large to be kept or to be looked at. */
export function demandSize(bytes: number, name: string): void {
  if (bytes === 0) throw new AppError('invalid', 'attachmentEmpty', { name });
  if (bytes > MOST_BYTES)
    throw new AppError('invalid', 'attachmentTooLarge', {
      name,
      megabytes: Math.ceil(bytes / MEGABYTE),
      most: MOST_BYTES / MEGABYTE,
    });
}

const MOST_LETTERS = 120;
const ENDINGS: Readonly<Record<AttachmentKind, string>> = { pdf: '.pdf', jpeg: '.jpg', png: '.png' };
/** Names that Windows takes for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name to show for a file that somebody else named: the last part of a path, without what shows nothing or what a file
 * system would read as something else. No file of the program is ever called by it, but a copy that leaves it may be.
 */
export function shownName(given: string, kind: AttachmentKind): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const plain = withoutInvisible(last.replace(/\p{Surrogate}/gu, '').normalize('NFC'))
    .replace(/[\p{Cc}<>:"|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .replace(DEVICE, '_$1');
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/u.exec(plain) ?? [];
  if (stem === '') return `attachment${ENDINGS[kind]}`;
  return `${cut(stem, MOST_LETTERS)}${ending || ENDINGS[kind]}`;
}

/** At most so many code points, and never half of what a person sees as one sign. */
function cut(text: string, most: number): string {
  if ([...text].length <= most) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if ([...kept, ...segment].length > most) break;
    kept += segment;
  }
  return kept.trimEnd();
}

/** Who stands how to the dossier that something is added to. */
export interface Standing {
  state: DossierState;
  /** Answers for the papers until the archive has them: A, B, or the keeper. */
  answersForIt: boolean;
  isArchivist: boolean;
}

/**
 * Why someone may neither add scans nor take them away; `undefined` when he or she may. In the archive it is the archivist's
 * alone, and what is destroyed or gone to others stays as it was.
 */
export function whyNotAttachable({ state, answersForIt, isArchivist }: Standing): string | undefined {
  if (state === 'destroyed' || state === 'transferred') return 'dossierNotHereAnyMore';
  if (isArchivist) return undefined;
  if (state !== 'collecting' && state !== 'underReview') return 'onlyArchivistAttaches';
  return answersForIt ? undefined : 'onlyManagersAttach';
}

/**
 * Why someone may not look at the scans of a dossier; `undefined` when he or she may. What was destroyed is not to be used any
 * more, copies included; its files stay as evidence, for those who answer for the destruction.
 */
export function whyNotSeen(state: DossierState, positions: readonly Position[]): string | undefined {
  if (state !== 'destroyed') return undefined;
  const answersForIt = positions.some((its) => its === 'archivist' || EXECUTIVES.includes(its));
  return answersForIt ? undefined : 'scansOfDestroyed';
}

/** A title's scans are its keepers' and its project's two managers', also when it has gone back to its owner. */
export const whyNotAttachableToTitle = (its: { keepsTitles: boolean; answersForIt: boolean }): string | undefined =>
  its.keepsTitles || its.answersForIt ? undefined : 'onlyKeepersAttach';

/** Evidence is added until the case is closed and filed, and after it was opened again; never by whoever is complained of. */
export function whyNotAttachableToCase(its: { isClosed: boolean; isAccused: boolean }): string | undefined {
  if (its.isAccused) return 'complainedOf';
  return its.isClosed ? 'evidenceFiled' : undefined;
}

/** Photos of what goes out and comes back are taken by whoever lends, from the request on. */
export function whyNotAttachableToSlip({ lends, isDraft }: { lends: boolean; isDraft: boolean }): string | undefined {
  if (isDraft) return 'draftHasNoPhotos';
  return lends ? undefined : 'onlyLendersAttach';
}
