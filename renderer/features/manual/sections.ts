import type zhCN from '../../i18n/zh-CN/manual.json';

export type SectionId = keyof (typeof zhCN)['sections'];

/** The pages before the office, and the search, have no address of their own. */
export const BEFORE_OFFICE = '/start';
export const SEARCH = '/search';

/** Every section in the order of the list, with the addresses it is the help of; one without any is reached from the list. */
export const SECTIONS: readonly { id: SectionId; pages: readonly string[] }[] = [
  { id: 'office', pages: [] },
  { id: 'start', pages: [BEFORE_OFFICE] },
  { id: 'anywhere', pages: [SEARCH] },
  { id: 'desk', pages: ['/'] },
  { id: 'ledger', pages: ['/ledger'] },
  { id: 'dossier', pages: ['/dossier'] },
  { id: 'attachments', pages: ['/attachments'] },
  { id: 'handover', pages: ['/handover'] },
  { id: 'limits', pages: ['/handover/lateness', '/handover/steps'] },
  { id: 'supplements', pages: ['/handover/supplements'] },
  { id: 'extensions', pages: ['/handover/extensions'] },
  { id: 'clients', pages: ['/clients'] },
  { id: 'titles', pages: ['/titles'] },
  { id: 'safes', pages: ['/titles/safes'] },
  { id: 'slips', pages: ['/titles/slips', '/titles/register'] },
  { id: 'stocktakes', pages: ['/titles/stocktakes'] },
  { id: 'titleHandovers', pages: ['/titles/handovers'] },
  { id: 'borrowing', pages: ['/borrowing'] },
  { id: 'lent', pages: ['/borrowing/lent', '/borrowing/recalls'] },
  { id: 'terms', pages: ['/borrowing/terms', '/borrowing/statistics'] },
  { id: 'complaints', pages: ['/complaints'] },
  { id: 'penalties', pages: ['/complaints/penalties', '/complaints/compensations'] },
  { id: 'disposal', pages: ['/disposal', '/transfer'] },
  { id: 'staffHandover', pages: ['/staff-handover'] },
  { id: 'import', pages: ['/import'] },
  { id: 'print', pages: ['/print'] },
  { id: 'backup', pages: ['/backup'] },
  { id: 'restore', pages: ['/backup/restore'] },
  { id: 'audit', pages: ['/audit'] },
  { id: 'people', pages: ['/people'] },
  { id: 'rules', pages: ['/checklists', '/procedures', '/classes', '/retentions', '/calendar'] },
  { id: 'places', pages: ['/places', '/numbers'] },
  { id: 'settings', pages: ['/settings'] },
];

const covers = (page: string, path: string) => path === page || path.startsWith(page === '/' ? page : `${page}/`);

/** The section of an address: that of the longest page which it is or lies below. */
export function sectionOf(path: string): SectionId {
  const all = SECTIONS.flatMap(({ id, pages }) => pages.map((page) => ({ id, page })));
  const found = all.filter(({ page }) => covers(page, path)).sort((a, b) => b.page.length - a.page.length);
  return found[0]?.id ?? 'desk';
}
