import type { Hit } from '../../../shared/api/search.contract';

/** The page that shows a hit. */
export function pathOf({ kind, id, dossierId }: Hit): string {
  switch (kind) {
    case 'dossier':
      return `/dossier/${id}`;
    case 'dossierItem':
      return `/dossier/${dossierId}?item=${id}`;
    case 'number':
      return `/numbers?number=${id}`;
    case 'handover':
      return `/handover/${id}`;
    case 'disposal':
      return `/disposal/${id}`;
    case 'supplement':
      return `/handover/supplements/${id}`;
    case 'client':
      return `/clients/${id}`;
    case 'project':
      return dossierId ? `/dossier/${dossierId}` : `/clients?project=${id}`;
    case 'staffHandover':
      return `/staff-handover/${id}`;
    case 'staff':
      return `/people?staff=${id}`;
  }
}

/** The pages of records whose forms have a barcode: AJ-D-000012. P is what a person hands over, X a list of what is disposed of. */
const PAGES: Readonly<Record<string, string>> = {
  D: '/dossier',
  H: '/handover',
  S: '/handover/supplements',
  P: '/staff-handover',
  X: '/disposal',
};
const BARCODE = /^AJ-([DHSPX])-0*(\d{1,9})$/i;

/** The page that a scanned barcode opens; `undefined` when it is no barcode of ours. */
export function pathOfBarcode(text: string): string | undefined {
  const [, letter, number] = BARCODE.exec(text.trim()) ?? [];
  return letter && `${PAGES[letter.toUpperCase()]}/${number}`;
}
