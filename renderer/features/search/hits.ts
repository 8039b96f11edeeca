import type { Hit } from '../../../shared/api/search.contract';

/** The page that shows a hit. */
export function pathOf({ kind, id, dossierId }: Hit): string {
  switch (kind) {
    case 'dossier':
      return `/dossier/${id}`;
    case 'dossierItem':
      return `/dossier/${dossierId}?item=${id}`;
    case 'handover':
      return `/handover/${id}`;
    case 'supplement':
      return `/handover/supplements/${id}`;
    case 'client':
      return `/clients/${id}`;
    case 'project':
      return dossierId ? `/dossier/${dossierId}` : `/clients?project=${id}`;
    case 'staff':
      return `/people?staff=${id}`;
  }
}

/** D = dossier, H = handover, S = supplement list, as printed under the barcode of a form: AJ-D-000012. */
const BARCODE = /^AJ-([DHS])-0*(\d{1,9})$/i;

/** The page that a scanned barcode opens; `undefined` when it is no barcode of ours. */
export function pathOfBarcode(text: string): string | undefined {
  const [, letter, number] = BARCODE.exec(text.trim()) ?? [];
  if (!letter) return undefined;
  const pages: Readonly<Record<string, string>> = { D: '/dossier', H: '/handover', S: '/handover/supplements' };
  return `${pages[letter.toUpperCase()]}/${number}`;
}
