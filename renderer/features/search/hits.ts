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
    case 'staffHandover':
      return `/staff-handover/${id}`;
    case 'staff':
      return `/people?staff=${id}`;
  }
}

/** D = dossier, H = handover, S = supplement list, P = what a person hands over, as printed under a form's barcode: AJ-D-000012. */
const BARCODE = /^AJ-([DHSP])-0*(\d{1,9})$/i;
const PAGES: Readonly<Record<string, string>> = {
  D: '/dossier',
  H: '/handover',
  S: '/handover/supplements',
  P: '/staff-handover',
};

/** The page that a scanned barcode opens; `undefined` when it is no barcode of ours. */
export function pathOfBarcode(text: string): string | undefined {
  const [, letter, number] = BARCODE.exec(text.trim()) ?? [];
  return letter && `${PAGES[letter.toUpperCase()]}/${number}`;
}
