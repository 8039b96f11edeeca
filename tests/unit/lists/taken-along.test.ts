import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type ExportName, exportedList, type PlainList, plainList } from '../../../shared/api/export.contract';
import type { Form } from '../../../shared/api/print.contract';

/**
 * Every list can be taken along as a file and goes to paper. A new page with rows, and a new list that is exported, fail here until
 * both are there.
 */

/** Lists that have a form of their own instead of the office's plain one; the type-check demands each of them. */
const OWN_FORM: Readonly<Record<Exclude<ExportName, PlainList['name']>, Form | undefined>> = {
  ledger: 'ledger',
  volume: 'volume-list',
  handovers: 'handover-register',
  titleHandover: 'title-handover',
  lateness: 'late-statistics',
  clients: 'client-list',
  projects: 'project-list',
  numbers: 'number-register',
  places: 'place-list',
  due: 'due-list',
  custody: 'safe-keys',
  openings: 'safe-openings',
  disposal: 'appraisal-list',
  titles: 'title-list',
  borrowingStatistics: 'borrowing-statistics',
  complaintStatistics: 'complaint-statistics',
  stocktake: 'stocktake',
  titleRegister: 'title-register',
  // Mended in a spreadsheet and read again: nobody mends it on paper.
  importFaults: undefined,
};

/** Pages with rows that are no list: one record, printed as its own form, or the lines of one act before it is signed. */
const NO_LIST: Readonly<Record<string, string>> = {
  'borrowing/BorrowingPage': 'one slip, printed as itself',
  'borrowing/NewBorrowingPage': 'a slip that is being made out',
  'desk/DeskPage': 'what waits for one person now: every row is a line of a list that has both',
  'disposal/AppraisePage': 'an appraisal that is being made out',
  'procedures/ProceduresPage':
    'the rules by which complaints are handled, edited on their pages; the complaints are a list that has both',
  'staff-handover/HeldPage': 'what one person holds: goes to paper as the list that is made of it',
  'staff-handover/StaffHandoverPage': 'one list, printed as itself',
  'start/SignInPage': 'who can sign in to the demonstration company',
  'supplements/SupplementPage': 'one list, printed as itself',
  'title-handovers/NewTitleHandoverPage': 'a list that is being made out',
  'titles/SlipPage': 'one slip, printed as itself',
  'titles/TitlePage': 'one certificate with its life, which stands in the register',
};

const root = fileURLToPath(new URL('../../../renderer/', import.meta.url));
const read = (path: string) => readFileSync(path, 'utf8');

/** A page's own source with that of everything of the window that it is made of. */
function madeOf(path: string, seen = new Set<string>()): string {
  if (seen.has(path)) return '';
  seen.add(path);
  const source = read(path);
  const parts = [...source.matchAll(/from '(\.[^']+)'/g)].flatMap(([, to = '']) => {
    const at = join(path, '..', to);
    return [`${at}.tsx`, `${at}.ts`].filter((its) => its.includes('/renderer/features/') && existsSync(its));
  });
  return source + parts.map((part) => madeOf(part, seen)).join('\n');
}

const pages = readdirSync(join(root, 'features'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('Page.tsx'))
  .map((path) => [path.replaceAll('\\', '/').replace(/\.tsx$/, ''), madeOf(join(root, 'features', path))] as const);

const HAS_ROWS = /useRows\(|<table className="rows|role="grid"/;
const FILE = /<(?:ExportButton|TakeAlong)\b/;
const PAPER = /<(?:PrintListButton|TakeAlong)\b|listPath\(|\/print\//;

test.each(pages.filter(([, source]) => HAS_ROWS.test(source)))('%s has a file and a paper', (page, source) => {
  const both = FILE.test(source) && PAPER.test(source);
  expect({ page, both: both || page in NO_LIST }).toEqual({ page, both: true });
});

test('nothing is excused that has both, or is not there', () => {
  const idle = Object.keys(NO_LIST).filter((page) => {
    const source = pages.find(([name]) => name === page)?.[1];
    return source === undefined || !HAS_ROWS.test(source) || (FILE.test(source) && PAPER.test(source));
  });
  expect(idle).toEqual([]);
});

test.each(exportedList.options.map((its) => its.shape.name.value))('%s is offered by a page', (list) => {
  const offers = pages.filter(([, source]) => FILE.test(source) && source.includes(`name: '${list}'`));
  expect(offers.map(([page]) => page)).not.toEqual([]);
});

test('a list without a form of its own goes to paper as it is taken along', () => {
  const all = exportedList.options.map((its) => its.shape.name.value);
  const plain: string[] = plainList.options.map((its) => its.shape.name.value);
  expect(all.filter((list) => !plain.includes(list)).sort()).toEqual(Object.keys(OWN_FORM).sort());
  const printed = (list: string) =>
    pages.some(([, source]) => /<(?:PrintListButton|TakeAlong)\b/.test(source) && source.includes(`name: '${list}'`));
  expect(plain.filter((list) => !printed(list))).toEqual([]);
});
