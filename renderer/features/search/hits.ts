import type { Hit } from '../../../shared/api/search.contract';
import { type Coded, readBarcode } from '../../../shared/search/barcode';

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
    case 'title':
      return `/titles/${id}`;
    case 'titleSlip':
      return `/titles/slips/${id}`;
    case 'titleHandover':
      return `/titles/handovers/${id}`;
    case 'stocktake':
      return `/titles/stocktakes/${id}`;
    case 'borrowing':
      return `/borrowing/${id}`;
    case 'complaint':
      return `/complaints/${id}`;
    case 'penalty':
      return `/complaints/penalties/${id}`;
    case 'staff':
      return `/people?staff=${id}`;
  }
}

/** The page of each kind of barcode. */
const PAGES: Readonly<Record<Coded, (id: number) => string>> = {
  dossier: (id) => `/dossier/${id}`,
  handover: (id) => `/handover/${id}`,
  supplement: (id) => `/handover/supplements/${id}`,
  staffHandover: (id) => `/staff-handover/${id}`,
  disposal: (id) => `/disposal/${id}`,
  title: (id) => `/titles/${id}`,
  titleSlip: (id) => `/titles/slips/${id}`,
  titleHandover: (id) => `/titles/handovers/${id}`,
  stocktake: (id) => `/titles/stocktakes/${id}`,
  borrowing: (id) => `/borrowing/${id}`,
  complaint: (id) => `/complaints/${id}`,
  penalty: (id) => `/complaints/penalties/${id}`,
  recall: (id) => `/print/recall-notice?asked=${encodeURIComponent(JSON.stringify({ ids: [id] }))}`,
  compartment: (id) => `/titles/safes?compartment=${id}`,
  box: (id) => `/ledger?place=${id}`,
  list: (seq) => `/audit?seq=${seq}`,
};

/** The page that a scanned barcode opens; `undefined` when it is no whole barcode of ours. */
export function pathOfBarcode(text: string): string | undefined {
  const read = readBarcode(text);
  return read && 'what' in read ? PAGES[read.what](read.id) : undefined;
}
