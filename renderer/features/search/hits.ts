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
    case 'client':
      return `/clients/${id}`;
    case 'project':
      return dossierId ? `/dossier/${dossierId}` : `/clients?project=${id}`;
    case 'staff':
      return `/people?staff=${id}`;
  }
}

/** D = dossier, H = handover, as printed under the barcode of a form: AJ-D-000012. */
const BARCODE = /^AJ-([DH])-0*(\d{1,9})$/i;

/** The page that a scanned barcode opens; `undefined` when it is no barcode of ours. */
export function pathOfBarcode(text: string): string | undefined {
  const [, letter, number] = BARCODE.exec(text.trim()) ?? [];
  if (!letter) return undefined;
  return letter.toUpperCase() === 'D' ? `/dossier/${number}` : `/handover/${number}`;
}
