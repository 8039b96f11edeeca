import { type Form, subject } from '../../shared/api/print.contract';

/** Each page of routes.tsx with the picture that the demonstration takes of it; the album compares them with what it took. */
export const PICTURES: Readonly<Record<string, string>> = {
  '/': 'desk',
  '/ledger': 'ledger',
  '/backup': 'backup',
  '/backup/restore': 'restore-choose',
  '/disposal': 'due',
  '/disposal/appraise': 'appraise',
  '/disposal/:id': 'destroyed',
  '/titles': 'titles',
  '/titles/slips': 'slips',
  '/titles/slips/:id': 'slip',
  '/titles/stocktakes': 'stocktakes',
  '/titles/stocktakes/:id': 'stocktake',
  '/titles/register': 'title-register',
  '/titles/handovers': 'title-handovers',
  '/titles/handovers/new': 'title-handover-new',
  '/titles/handovers/:id': 'title-handover',
  '/titles/safes': 'safe',
  '/titles/:id': 'title',
  '/borrowing': 'borrowings',
  '/borrowing/new': 'new-borrowing',
  '/borrowing/terms': 'borrowing-terms',
  '/borrowing/recalls': 'recalls',
  '/borrowing/lent': 'copies',
  '/borrowing/statistics': 'borrowing-statistics',
  '/borrowing/:id': 'borrowing',
  '/complaints': 'complaints',
  '/complaints/new': 'new-complaint',
  '/complaints/statistics': 'complaint-statistics',
  '/complaints/counted': 'complaints-counted',
  '/complaints/penalties': 'penalties',
  '/complaints/penalties/new': 'new-penalty',
  '/complaints/penalties/:id': 'penalty',
  '/complaints/compensations': 'compensations',
  '/complaints/:id': 'complaint',
  '/transfer': 'transfers',
  '/dossier/:id': 'dossier',
  '/attachments/complaint/:complaintId': 'complaint-evidence',
  '/attachments/borrowing/:borrowingId': 'slip-photos',
  '/attachments/title/:titleId': 'title-scans',
  '/attachments/:dossierId': 'attachments',
  '/handover': 'handovers',
  '/handover/steps': 'steps',
  '/handover/lateness': 'lateness',
  '/handover/supplements': 'supplements',
  '/handover/supplements/:id': 'supplement-list',
  '/handover/extensions': 'extensions',
  '/handover/:id': 'check-at-archive',
  '/staff-handover': 'staff-handovers',
  '/staff-handover/person/:id': 'held',
  '/staff-handover/:id': 'staff-handover',
  '/print/:form/:id?': 'preview-volume-list',
  '/clients': 'clients',
  '/clients/:id': 'client',
  '/audit': 'audit',
  '/audit/slip': 'slip-check',
  '/people': 'people',
  '/procedures': 'procedures',
  '/procedures/:id': 'procedure',
  '/checklists': 'checklists',
  '/checklists/:id': 'checklist',
  '/import': 'import',
  '/classes': 'classes',
  '/retentions': 'retentions',
  '/numbers': 'numbers',
  '/places': 'places',
  '/calendar': 'calendar',
  '/settings': 'settings',
};

/** Every form that the demonstration saves as a PDF. */
export const FORMS: readonly Form[] = subject.options.flatMap(({ shape: { form } }): Form[] =>
  'options' in form ? [...form.options] : [...form.values],
);

/** As the router ranks them: of the patterns that an address fits, one that names it before one that has a place for it. */
export function pageAt(hash: string, pages: readonly string[]): string | undefined {
  const path = hash.replace(/^#/, '').split('?')[0] || '/';
  return pages
    .filter((page) => patternOf(page).test(path))
    .toSorted((a, b) => placesIn(a) - placesIn(b))
    .at(0);
}

const placesIn = (page: string): number => page.split(':').length;
const patternOf = (page: string): RegExp =>
  new RegExp(`^${page.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`);

/** Pages of which no picture was taken where they say it was. */
export function pagesNotTaken(taken: ReadonlyMap<string, string>): string[] {
  const pages = Object.keys(PICTURES);
  return pages.filter((page) => pageAt(taken.get(PICTURES[page] ?? '') ?? '#', pages) !== page);
}
