import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asRead, findInManual } from '../../renderer/features/manual/find';
import { BEFORE_OFFICE, SEARCH, SECTIONS, type SectionId, sectionOf } from '../../renderer/features/manual/sections';
import { type Section, TEXTS } from '../../renderer/features/manual/texts';
import type { Language } from '../../renderer/i18n';

const RENDERER = fileURLToPath(new URL('../../renderer', import.meta.url));
const ROUTES = readFileSync(join(RENDERER, 'app/routes.tsx'), 'utf8');

/** Each address of the office, and the feature that its page is in: `path: '/…'` up to the import after it. */
const ROUTED = [...ROUTES.matchAll(/path: '(\/[^']*)'[\s\S]*?(?:features\/([\w-]+)\/|(kept)\(\))/g)].map(
  ([, path = '', feature, kept]) => ({ path, feature: kept ? 'penalties' : (feature ?? '') }),
);
const addressOf = (path: string) => path.replace(/:form\b/, 'ledger').replace(/:\w+\??/g, '7');

const idsFor = (section: Section) => [...written(section).matchAll(/\[(\w+)\]/g)].map(([, id]) => id ?? '');
const keysIn = (section: Section) => [
  ...Object.keys(section.keys ?? {}).flatMap((keys) => keys.split(' ')),
  ...[...written(section).matchAll(/`([^`]+)`/g)].map(([, key]) => key ?? ''),
];
const written = ({ about, tasks, keys = {}, troubles = [] }: Section) =>
  [about, ...tasks.flatMap(({ title, steps }) => [title, ...steps]), ...Object.values(keys), ...troubles].join('\n');

/** All code that stands in a folder, and what it takes from `ui`, which brings keys of its own. */
function codeOf(folder: string): string {
  const files = new Set<string>();
  const add = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      const target = normalize(join(dirname(file), from));
      const found = target.startsWith(join(RENDERER, 'ui')) && [`${target}.tsx`, `${target}.ts`].find(isFile);
      if (found) add(found);
    }
  };
  for (const file of readdirSync(join(RENDERER, folder), { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(file)) add(join(RENDERER, folder, file));
  return [...files].map((file) => readFileSync(file, 'utf8')).join('\n');
}
const isFile = (file: string) => {
  try {
    return readFileSync(file).length > 0;
  } catch {
    return false;
  }
};

/** Where the keys of sections are that belong to no address of the office, or to more than its page. */
const FOLDERS: Partial<Record<SectionId, readonly string[]>> = {
  office: ['app'],
  start: ['app', 'features/start'],
  anywhere: ['app', 'features/search', 'features/ledger'],
};
const ALSO: Partial<Record<SectionId, readonly string[]>> = {
  // They are pressed on the page that the section sends to.
  supplements: ['features/dossier'],
  restore: ['features/start'],
};

/** Keys that are put together or heard of by the system: the code that answers them. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'Alt+0': ['(all.indexOf(entry) + 1) % 10'],
  'Alt+1': ['(all.indexOf(entry) + 1) % 10'],
  'Alt+2': ['(all.indexOf(entry) + 1) % 10'],
  'Ctrl+1': ['views.slice(0, WITH_KEY).map('],
  'Ctrl+9': ['const WITH_KEY = 9;'],
  'Ctrl+I': ["i: 'insertBelow'"],
  'Ctrl+J': ["j: 'beginVolume'"],
  'Ctrl+Z': ["z: 'undo'"],
  'Ctrl+Y': ["y: 'redo'"],
  'Ctrl+V': ['onPaste'],
  'Ctrl+Delete': ["Delete: 'removeLines'", "event.key === 'Delete' && event.ctrlKey"],
  'Alt+↑': ["ArrowUp: 'moveUp'"],
  'Alt+↓': ["ArrowDown: 'moveDown'"],
  'Alt+L': ["lend: 'L'"],
  'Alt+R': ["sendToRegistry: 'R'"],
  'Alt+K': ["takeBack: 'K'"],
  'Alt+X': ["exchange: 'X'"],
  'Alt+Z': ["remortgage: 'Z'"],
  'Alt+T': ["release: 'T'"],
  'Alt+M': ["move: 'M'"],
  'Alt+Q': ["lookUp: 'Q'"],
};
const BY_THEIR_SIGNS: Readonly<Record<string, string>> = {
  '↑': 'arrowup',
  '↓': 'arrowdown',
  '←': 'arrowleft',
  '→': 'arrowright',
  esc: 'escape',
  space: ' ',
};

/** Whether code answers a key: `'ctrl+n'`, `escape:`, `event.key === 'Enter'`. */
function answers(code: string, key: string): boolean {
  if (PUT_TOGETHER[key]?.some((its) => code.includes(its))) return true;
  const name = key
    .toLowerCase()
    .split('+')
    .map((part) => BY_THEIR_SIGNS[part] ?? part)
    .join('+');
  const quoted = name.replaceAll('+', '\\+');
  return new RegExp(`(['"])${quoted}\\1|\\b${quoted}:`, 'i').test(code);
}

/** What stands on pages and papers in a language, values that are put in left open. */
const wordsOfPages = (language: Language) =>
  readdirSync(join(RENDERER, 'i18n', language))
    .filter((file) => file !== 'manual.json')
    .map((file) => readFileSync(join(RENDERER, 'i18n', language, file), 'utf8'))
    .join('\n')
    .replace(/\{\{[^}]*\}\}/g, '…');
const QUOTED: Readonly<Record<Language, RegExp>> = { 'zh-CN': /「([^」]+)」/g, en: /“([^”]+)”/g };

describe('the manual', () => {
  it('has a section for every page of the office', () => {
    expect(ROUTED.length).toBeGreaterThan(60);
    const withoutSection = ROUTED.filter(({ path }) => path !== '/' && sectionOf(addressOf(path)) === 'desk');
    expect(withoutSection).toEqual([]);
    expect(sectionOf('/')).toBe('desk');
  });

  it('opens at the section of the page, also below it', () => {
    const opened = {
      '/titles/7': 'titles',
      '/titles/slips/7': 'slips',
      '/titles/safes': 'safes',
      '/handover/supplements/7': 'supplements',
      '/handover/7': 'handover',
      '/borrowing/recalls': 'lent',
      '/complaints/penalties/new': 'penalties',
      '/backup/restore': 'restore',
      '/print/title-in/7': 'print',
      [BEFORE_OFFICE]: 'start',
      [SEARCH]: 'anywhere',
    };
    expect(Object.fromEntries(Object.keys(opened).map((path) => [path, sectionOf(path)]))).toEqual(opened);
  });

  it('reaches each section from a page, but for the one that says how all of them hang together', () => {
    const reached = new Set(
      ROUTED.map(({ path }) => sectionOf(addressOf(path))).concat([BEFORE_OFFICE, SEARCH].map(sectionOf)),
    );
    expect(SECTIONS.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual(['office']);
    expect(SECTIONS.map(({ id }) => id).sort()).toEqual(Object.keys(TEXTS['zh-CN'].sections).sort());
  });

  it('names no page that the office does not have', () => {
    const addresses = ROUTED.map(({ path }) => path);
    const pages = SECTIONS.flatMap(({ pages: its }) => its).filter((page) => ![BEFORE_OFFICE, SEARCH].includes(page));
    expect(pages.filter((page) => !addresses.some((its) => its === page || its.startsWith(`${page}/`)))).toEqual([]);
  });

  it.each(SECTIONS.map(({ id }) => id))('names in "%s" only keys that its pages answer', (id) => {
    const features = ROUTED.filter(({ path }) => sectionOf(addressOf(path)) === id).map((its) => its.feature);
    const folders = [...(FOLDERS[id] ?? []), ...(ALSO[id] ?? []), ...features.map((its) => `features/${its}`)];
    const code = [...new Set(folders)].map(codeOf).join('\n');
    for (const language of ['zh-CN', 'en'] as const) {
      const unanswered = keysIn(TEXTS[language].sections[id]).filter(
        // The frame answers these on every page, Tab the system.
        (key) => !['F1', 'Ctrl+K', 'Ctrl+L', 'Tab'].includes(key) && !answers(code, key),
      );
      expect(unanswered).toEqual([]);
    }
  });

  it.each(['zh-CN', 'en'] as const)('quotes in %s only words that stand on a page', (language) => {
    const words = wordsOfPages(language);
    const quoted = SECTIONS.flatMap(({ id }) =>
      [...written(TEXTS[language].sections[id]).matchAll(QUOTED[language])].map(([, its]) => its ?? ''),
    );
    expect(quoted.length).toBeGreaterThan(50);
    expect(quoted.filter((its) => !words.includes(its))).toEqual([]);
  });

  it('links to sections that there are, the same ones in both languages', () => {
    for (const { id } of SECTIONS) {
      const links = idsFor(TEXTS['zh-CN'].sections[id]).sort();
      expect(links.filter((link) => !(link in TEXTS['zh-CN'].sections))).toEqual([]);
      expect(idsFor(TEXTS.en.sections[id]).sort(), id).toEqual(links);
    }
  });

  it('finds a word in titles first, then in texts, by the sentence that says it', () => {
    const { sections } = TEXTS['zh-CN'];
    const [first, ...others] = findInManual('盘点', sections);
    expect(first).toEqual({ id: 'stocktakes' });
    expect(others.map(({ id }) => id)).toContain('office');
    for (const { said = '' } of others) {
      expect(asRead(said, sections)).toContain('盘点');
      expect(asRead(said, sections).split('。').length).toBeLessThan(4);
    }
    expect(findInManual('QUARTER', TEXTS.en.sections).map(({ id }) => id)).toEqual(['restore']);
    expect(findInManual('  ', sections)).toEqual([]);
    expect(findInManual('没有这个词', sections)).toEqual([]);
  });
});
