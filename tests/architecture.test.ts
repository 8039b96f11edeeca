import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The walls of the house. Each rule answers what is wrong with one file, or nothing. */
type Rule = (path: string, source: string) => string | undefined;

const root = fileURLToPath(new URL('..', import.meta.url));
const MAX_LINES = 300;

/** Everything the source imports, types included: from 'x', import 'x', import('x'). */
const imports = (source: string): string[] =>
  [...source.matchAll(/(?:\bfrom\s+|(?<![.'])\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');

/** A relative import as a path from the project's root; a package by its name. */
const target = (path: string, specifier: string): string =>
  specifier.startsWith('.') ? join(path, '..', specifier).replaceAll('\\', '/') : specifier;

/** Without comments: what they speak of is not what the code does. */
const code = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');

const featureOf = (path: string): string | undefined => /^(electron|renderer)\/features\/([^/]+)\//.exec(path)?.[2];
const firstImport = (path: string, source: string, isWrong: (to: string) => boolean): string | undefined => {
  const wrong = imports(code(source)).find((specifier) => isWrong(target(path, specifier)));
  return wrong && `imports ${wrong}`;
};
const isTypeScript = (path: string) => /\.tsx?$/.test(path);

const RULES: Readonly<Record<string, Rule>> = {
  'only *.electron.ts, main.ts and preload.ts import electron': (path, source) =>
    path.startsWith('electron/') && !/\.electron\.ts$|^electron\/(main|preload)\.ts$/.test(path)
      ? firstImport(path, source, (to) => to === 'electron' || to.startsWith('electron-log'))
      : undefined,
  'the window imports neither main nor Node': (path, source) =>
    path.startsWith('renderer/') && isTypeScript(path)
      ? firstImport(path, source, (to) => /^electron($|\/|-)/.test(to) || to.startsWith('node:') || NODE.has(to))
      : undefined,
  'main does not import the window': (path, source) =>
    path.startsWith('electron/') ? firstImport(path, source, (to) => to.startsWith('renderer/')) : undefined,
  'features do not import each other': (path, source) => {
    const own = featureOf(path);
    return own
      ? firstImport(path, source, (to) => (featureOf(`${to}/`) ?? own) !== own || to.startsWith('electron/app/'))
      : undefined;
  },
  'what features stand on does not import them': (path, source) =>
    /^electron\/(ipc|db|search|jobs)\//.test(path)
      ? firstImport(path, source, (to) => /^electron\/(features|app)\//.test(to))
      : undefined,
  'shared stands alone': (path, source) =>
    path.startsWith('shared/')
      ? firstImport(path, source, (to) => to !== 'zod' && !to.startsWith('shared/'))
      : undefined,
  'only ipc/context.ts asks for the time': (path, source) =>
    /^(electron|shared)\//.test(path) && path !== 'electron/ipc/context.ts'
      ? /new Date\(\s*\)|\bDate\.now\b|\bDate\(\)/.exec(code(source))?.[0]
      : undefined,
  'rules know no clock, no chance and no file': (path, source) =>
    path.endsWith('.rules.ts')
      ? (/\bMath\.random\b|\brandomUUID\b|\bprocess\./.exec(code(source))?.[0] ??
        firstImport(path, source, (to) => to === 'better-sqlite3' || /^node:(?!crypto$)/.test(to)))
      : undefined,
  'services are synchronous': (path, source) =>
    path.endsWith('.service.ts') ? /\basync\b|\bawait\b|\bPromise\b/.exec(code(source))?.[0] : undefined,
  'only repositories and search write SQL': (path, source) =>
    path.startsWith('electron/features/') && /\.(service|handlers|rules)\.ts$/.test(path)
      ? /\.prepare\s*[<(]|\bdb\.exec\(/.exec(code(source))?.[0]
      : undefined,
  'the keys do not wait for a frame (ui/then-focus.ts)': (path, source) =>
    path.startsWith('renderer/') ? /\brequestAnimationFrame\b/.exec(code(source))?.[0] : undefined,
  'files are read in one go': (_, source) =>
    source.split('\n').length > MAX_LINES + 1 ? `${source.split('\n').length} lines` : undefined,
  'files are named by what they are about': (path) =>
    /(^|\/)(utils?|helpers?|common|types|misc|index)\.tsx?$/.test(path) && !NAMED_INDEX.has(path) ? path : undefined,
};

const NODE = new Set(['fs', 'path', 'os', 'crypto', 'child_process', 'module', 'url', 'util', 'stream', 'net', 'http']);
/** A list of features, and a dictionary: not barrels. */
const NAMED_INDEX = new Set(['shared/api/index.ts', 'renderer/i18n/index.ts']);

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

const violations = (rule: Rule, files: readonly (readonly [path: string, source: string])[]) =>
  files.flatMap(([path, source]) => {
    const what = rule(path, source);
    return what === undefined ? [] : [`${path}: ${what}`];
  });

const FILES = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  sources(folder).map((path) => [path, readFileSync(join(root, path), 'utf8')] as const),
);

/** For each rule what breaks it, and what looks alike and is allowed. */
const MADE_UP: Readonly<Record<string, { broken: [string, string][]; sound: [string, string][] }>> = {
  'only *.electron.ts, main.ts and preload.ts import electron': {
    broken: [
      ['electron/features/desk/desk.service.ts', "import { app } from 'electron';"],
      ['electron/db/open.ts', "import log from 'electron-log/main';"],
      ['electron/print/pdf.ts', "const { app } = await import('electron');"],
    ],
    sound: [
      ['electron/app/menu.electron.ts', "import { Menu } from 'electron';"],
      ['electron/db/open.ts', "import { x } from '../ipc/context';"],
    ],
  },
  'the window imports neither main nor Node': {
    broken: [
      ['renderer/app/App.tsx', "import type { Row } from '../../electron/features/desk/desk.repo';"],
      ['renderer/app/App.tsx', "import { readFileSync } from 'node:fs';"],
      ['renderer/app/App.tsx', "import path from 'path';"],
      ['renderer/app/App.tsx', "import { ipcRenderer } from 'electron';"],
    ],
    sound: [['renderer/app/App.tsx', "import { api } from '../../shared/api/index';"]],
  },
  'main does not import the window': {
    broken: [['electron/print/pdf.electron.ts', "import { A4 } from '../../renderer/print/paginate';"]],
    sound: [['electron/print/pdf.electron.ts', "import { A4 } from '../../shared/dossier/pagination';"]],
  },
  'features do not import each other': {
    broken: [
      ['electron/features/handover/handover.service.ts', "import { x } from '../dossier/dossier.repo';"],
      ['electron/features/handover/handover.service.ts', "import type { X } from '../dossier/dossier.repo';"],
      ['electron/features/handover/handover.service.ts', "import { compose } from '../../app/compose';"],
      ['renderer/features/desk/DeskPage.tsx', "import { Row } from '../ledger/LedgerRow';"],
    ],
    sound: [
      ['electron/features/handover/handover.service.ts', "import { x } from './handover.repo';"],
      ['electron/app/compose.ts', "import { x } from '../features/dossier/dossier.repo';"],
    ],
  },
  'what features stand on does not import them': {
    broken: [['electron/ipc/dispatch.ts', "import type { Sessions } from '../features/people/sessions';"]],
    sound: [['electron/ipc/dispatch.ts', "import type { Commit } from '../db/journal';"]],
  },
  'shared stands alone': {
    broken: [
      ['shared/api/errors.ts', "import { hash } from 'node:crypto';"],
      ['shared/api/errors.ts', "import dayjs from 'dayjs';"],
      ['shared/api/errors.ts', "import { x } from '../../electron/db/open';"],
    ],
    sound: [['shared/api/fields.ts', "import { z } from 'zod';\nimport { y } from '../calendar/working-days';"]],
  },
  'only ipc/context.ts asks for the time': {
    broken: [
      ['electron/features/desk/desk.rules.ts', 'const now = new Date();'],
      ['electron/features/desk/desk.service.ts', 'const now = Date.now();'],
      ['shared/calendar/working-days.ts', 'const year = new Date( ).getFullYear();'],
    ],
    sound: [
      ['electron/features/desk/desk.rules.ts', "const day = new Date('2026-03-02'); // not new Date()"],
      ['electron/ipc/context.ts', 'new Date(Date.now())'],
    ],
  },
  'rules know no clock, no chance and no file': {
    broken: [
      ['electron/features/desk/desk.rules.ts', 'const n = Math.random();'],
      ['electron/features/desk/desk.rules.ts', "import { readFileSync } from 'node:fs';"],
      ['electron/features/desk/desk.rules.ts', "import type { Database } from 'better-sqlite3';"],
    ],
    sound: [['electron/features/desk/desk.rules.ts', "import { createHash } from 'node:crypto';"]],
  },
  'services are synchronous': {
    broken: [
      ['electron/features/desk/desk.service.ts', 'const show = async () => 1;'],
      ['electron/features/desk/desk.service.ts', 'const show = (): Promise<number> => later;'],
    ],
    sound: [['electron/features/desk/desk.handlers.ts', 'const show = async () => 1;']],
  },
  'only repositories and search write SQL': {
    broken: [['electron/features/desk/desk.service.ts', "db.prepare('SELECT 1')"]],
    sound: [['electron/features/desk/desk.repo.ts', "db.prepare('SELECT 1')"]],
  },
  'the keys do not wait for a frame (ui/then-focus.ts)': {
    broken: [['renderer/features/desk/DeskPage.tsx', 'requestAnimationFrame(() => row.current?.focus());']],
    sound: [['renderer/features/desk/DeskPage.tsx', 'thenFocus(close, () => row.current);']],
  },
  'files are read in one go': {
    broken: [['shared/api/fields.ts', 'x\n'.repeat(301)]],
    sound: [['shared/api/fields.ts', 'x\n'.repeat(300)]],
  },
  'files are named by what they are about': {
    broken: [
      ['shared/utils.ts', ''],
      ['renderer/ui/helpers.tsx', ''],
      ['electron/features/desk/types.ts', ''],
      ['renderer/ui/index.ts', ''],
    ],
    sound: [['shared/api/index.ts', '']],
  },
};

describe.each(Object.entries(RULES))('%s', (name, rule) => {
  test('holds in every file', () => expect(violations(rule, FILES)).toEqual([]));

  test('is noticed when it is broken, and only then', () => {
    const { broken, sound } = MADE_UP[name] ?? { broken: [], sound: [] };
    expect(broken.length).toBeGreaterThan(0);
    for (const file of broken) expect(violations(rule, [file]), file.join(': ')).toHaveLength(1);
    expect(violations(rule, sound)).toEqual([]);
  });
});

/** Files that lead back to themselves by their imports; types count as well: what several parts share stands below them. */
function circles(files: readonly (readonly [string, string])[]): string[] {
  const known = new Map(files.map(([path]) => [path.replace(/\.tsx?$/, ''), path]));
  const below = new Map(
    files.map(([path, source]) => [
      path,
      imports(code(source)).flatMap((specifier) => known.get(target(path, specifier).replace(/\.tsx?$/, '')) ?? []),
    ]),
  );
  const whole = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const since = way.indexOf(path);
    if (since >= 0) found.push([...way.slice(since), path].join(' → '));
    if (since >= 0 || whole.has(path)) return;
    for (const to of below.get(path) ?? []) walk(to, [...way, path]);
    whole.add(path);
  };
  for (const [path] of files) walk(path, []);
  return found;
}

test('imports lead down and never round', () => {
  expect(circles(FILES)).toEqual([]);
  const ring: [string, string][] = [
    ['shared/api/a.ts', "import type { B } from './b';"],
    ['shared/api/b.ts', "import { C } from '../records/c';"],
    ['shared/records/c.ts', "import { A } from '../api/a';"],
  ];
  expect(circles(ring)).toEqual(['shared/api/a.ts → shared/api/b.ts → shared/records/c.ts → shared/api/a.ts']);
});

test('files from elsewhere are opened in the job process alone', () => {
  const sourceOf = new Map(FILES);
  const files = (path: string) => [`${path}.ts`, `${path}.tsx`].filter((its) => sourceOf.has(its));
  /** Everything that is loaded with a file, packages among it: types are not. */
  const loadedWith = (path: string, seen = new Set<string>()): Set<string> => {
    const withoutTypes = code(sourceOf.get(path) ?? '').replace(/\b(?:im|ex)port type [^;]*;/g, '');
    for (const to of imports(withoutTypes).map((specifier) => target(path, specifier))) {
      if (seen.has(to)) continue;
      seen.add(to);
      for (const file of files(to)) loadedWith(file, seen);
    }
    return seen;
  };
  const READERS = ['electron/spreadsheet/read-xlsx', 'electron/spreadsheet/read-csv', 'yauzl', 'saxen'];
  const found = (path: string) => READERS.filter((reader) => loadedWith(path).has(reader));
  expect(found('electron/jobs/worker.ts')).toEqual(READERS);
  expect(loadedWith('electron/main.ts').has('electron/features/import/import.handlers')).toBe(true);
  expect(found('electron/main.ts')).toEqual([]);
});

test('what is tried before a release only is named where a release is tried: nothing runs nowhere', () => {
  const harnesses = readFileSync(join(root, 'build/run/torture.mjs'), 'utf8');
  const beforeARelease = sources('tests').filter((path) => path.includes('.release.'));
  expect(beforeARelease.length).toBeGreaterThan(0);
  expect(beforeARelease.filter((path) => !harnesses.includes(`'${path}'`))).toEqual([]);
});

test('there are files to look at', () => {
  expect(FILES.length).toBeGreaterThan(150);
});
