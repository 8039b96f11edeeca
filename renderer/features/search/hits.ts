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
    case 'disposal':
      return `/disposal/${id}`;
    case 'client':
      return `/clients/${id}`;
    case 'project':
      return dossierId ? `/dossier/${dossierId}` : `/clients?project=${id}`;
    case 'staff':
      return `/people?staff=${id}`;
  }
}

/** D = dossier, H = handover, X = list of appraisal, destruction or transfer, as printed under the barcode of a form: AJ-D-000012. */
const BARCODE = /^AJ-([DHX])-0*(\d{1,9})$/i;

const PAGES: Readonly<Record<string, string>> = { D: 'dossier', H: 'handover', X: 'disposal' };

/** The page that a scanned barcode opens; `undefined` when it is no barcode of ours. */
export function pathOfBarcode(text: string): string | undefined {
  const [, letter, number] = BARCODE.exec(text.trim()) ?? [];
  const page = PAGES[letter?.toUpperCase() ?? ''];
  return page && `/${page}/${number}`;
}
