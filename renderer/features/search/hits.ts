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

/** D = dossier, H = handover, S = staff handover, as printed under the barcode of a form: AJ-D-000012. */
const BARCODE = /^AJ-([DHS])-0*(\d{1,9})$/i;
const PAGES: Readonly<Record<string, string>> = { D: 'dossier', H: 'handover', S: 'staff-handover' };

/** The page that a scanned barcode opens; `undefined` when it is no barcode of ours. */
export function pathOfBarcode(text: string): string | undefined {
  const [, letter, number] = BARCODE.exec(text.trim()) ?? [];
  return letter && `/${PAGES[letter.toUpperCase()]}/${number}`;
}
