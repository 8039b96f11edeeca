import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { ERROR_CODES } from '../../../shared/api/errors';
import { methods } from '../../../shared/api/index';
import { procedure } from '../../../shared/complaint/procedure';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const texts = (language: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'renderer/i18n', language, `${file}.json`), 'utf8'));

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);
/** Names in quotation marks, but not those that something is only compared with. */
const literals = (code: string) =>
  [...code.replace(/[!=]== '\w+'/g, '').matchAll(/'([a-z][A-Za-z]+)'/g)].map((match) => match[1] ?? '');

/** Every reason that a source can throw, and every one that a function called whyNot… can answer. */
function thrownReasons(source: string): string[] {
  const thrown = [...source.matchAll(/new AppError\(([^{;]*)/g)].flatMap(([, args = '']) => {
    // The code stands first: a literal, or two of them after a question mark.
    const reason = args.slice(args.indexOf(',', Math.max(0, lastCodeEnd(args))) + 1);
    return literals(reason);
  });
  const answered = [...source.matchAll(/whyNot\w+\s*(?:=|\()[\s\S]*?\n {0,2}\};?\n/g)].flatMap(([body]) =>
    [...body.matchAll(/(?:return|[?:])\s+'([a-z]\w+)'/g)].map((match) => match[1] ?? ''),
  );
  const replied = [...source.matchAll(/\breason: '(\w+)'/g)].map((match) => match[1] ?? '');
  const refused = [...source.matchAll(/\brefused\(([^{;]*)/g)].flatMap(([, args = '']) => literals(args));
  return [...thrown, ...refused, ...answered.filter((word) => !CODES.has(word)), ...replied];
}

/** Where the code of an AppError ends: after the last literal of the closed list that begins the call. */
function lastCodeEnd(args: string): number {
  const first = /^\s*(?:[^,]*\?\s*)?'(\w+)'(?:\s*:\s*'(\w+)')?/.exec(args);
  return first && CODES.has(first[1] ?? '') ? first[0].length : 0;
}

const sources = ['electron', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
);
const reasons = [...new Set(sources.flatMap(thrownReasons))].sort();

const source = (path: string) => readFileSync(join(root, path), 'utf8');
/** What can be wrong with a pasted cell, by the file of words of the page that it is pasted into. */
const PASTED = {
  dossier: source('electron/features/dossier/paste.rules.ts'),
  titleHandovers: source('electron/features/title-handover/paste.rules.ts'),
};
const dayFaults = [
  ...source('shared/entry/read-entry.ts').matchAll(/const whyNoDay = [\s\S]*?\? '(\w+)' : '(\w+)'/g),
].flatMap(([, unreal = '', unread = '']) => [unreal, unread]);
const faultsIn = (rules: string) => [
  ...dayFaults,
  ...[...rules.matchAll(/\b(?:fault|longest|textIn)\(([^{;]*?)\)[;,]/g)].flatMap(([, args = '']) =>
    literals(args).filter((name) => /Missing|Unreadable|Unknown|Long|Twice|List|Before/.test(name)),
  ),
];
/** What the office knows of a certificate besides. */
const KNOWN = { dossier: [], titleHandovers: ['certificateHere', 'certificateOnList'] };

/** Names of all fields that a window can fill in wrong, down to the last object. */
function fieldNames(schema: z.ZodType): string[] {
  const inner = schema as unknown as {
    shape?: Record<string, z.ZodType>;
    element?: z.ZodType;
    def?: { innerType?: z.ZodType };
  };
  if (inner.shape) return Object.entries(inner.shape).flatMap(([name, field]) => [name, ...fieldNames(field)]);
  if (inner.element) return fieldNames(inner.element);
  return inner.def?.innerType ? fieldNames(inner.def.innerType) : [];
}
/** Filled in by the program and never by a person. */
const UNSEEN = new Set([
  'id',
  'limit',
  'offset',
  'sort',
  'descending',
  'revision',
  'filter',
  'form',
  'table',
  'rowId',
  'openOnly',
]);
UNSEEN.add('lineId')
  .add('lateOnly')
  .add('openable')
  .add('dossierId')
  .add('borrowingId')
  .add('afterSeq')
  .add('firstId')
  .add('older')
  .add('clientId')
  .add('projectId')
  .add('itemId')
  .add('managerId');
UNSEEN.add('allowed')
  .add('permission')
  .add('position')
  .add('state')
  .add('actorId')
  .add('administrator')
  .add('columns')
  .add('group')
  .add('words')
  .add('asked')
  .add('format')
  .add('list')
  .add('subject')
  .add('bytes')
  .add('ticket')
  .add('from')
  .add('slice')
  .add('length')
  .add('rotation')
  .add('procedureFirstId')
  // A procedure is written as a whole.
  .add('definition');
for (const part of [...Object.keys(procedure.shape), ...Object.keys(procedure.shape.forms.shape)]) UNSEEN.add(part);
for (const part of [
  'by',
  'does',
  'field',
  'fields',
  'justified',
  'leastFen',
  'major',
  'mostFen',
  'neededFor',
  'notice',
  'otherThan',
])
  UNSEEN.add(part);
for (const part of ['points', 'promised', 'says', 'type', 'unit', 'urgent', 'when', 'required', 'code'])
  UNSEEN.add(part);

const fields = [...new Set([...methods.values()].flatMap((method) => fieldNames(method.input)))].filter(
  (name) => !UNSEEN.has(name),
);

describe.each(['zh-CN', 'en'])('%s', (language) => {
  const errors = texts(language, 'errors');
  test('every reason that main can give has its sentence', () => {
    expect(reasons.filter((reason) => !errors[reason])).toEqual([]);
  });
  test.each(['dossier', 'titleHandovers'] as const)('every fault of a cell pasted into %s has its words', (page) => {
    const faults = [...faultsIn(PASTED[page]), ...KNOWN[page]];
    expect(faults.length).toBeGreaterThan(5);
    const words = texts(language, page);
    expect(faults.filter((fault) => !words[`fault--${fault}`])).toEqual([]);
  });
  test('every field that a person fills in has its name', () => {
    expect(fields.filter((field) => !errors[`field--${field}`])).toEqual([]);
  });
  test('a sentence ends, and is not the name of the reason', () => {
    const bad = Object.entries(errors).filter(
      ([key, text]) => !key.startsWith('field--') && !/[。.）)]$/.test(text.trim()),
    );
    expect(bad).toEqual([]);
  });
});

test('both languages name the same details in each sentence', () => {
  const places = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  const [zh, en] = [texts('zh-CN', 'errors'), texts('en', 'errors')];
  for (const reason of reasons) expect(places(zh[reason]), reason).toEqual(places(en[reason]));
});

test('a reason without a sentence would be noticed', () => {
  const source = `
    if (x) throw new AppError('invalid', 'madeUpReason', { field: 'login' });
    throw new AppError(because === 'a' ? 'conflict' : 'notAllowed', isFull(e) ? 'oneReason' : 'otherReason', { no });
    throw new AppError('locked', 'locked');
    export function whyNotThis(x: X): string | undefined {
      if (x) return 'thirdReason';
      return y ? undefined : 'fourthReason';
    }
`.replaceAll('\n    ', '\n');
  expect(thrownReasons(source).sort()).toEqual(
    ['fourthReason', 'locked', 'madeUpReason', 'oneReason', 'otherReason', 'thirdReason'].sort(),
  );
});

test('there are reasons to look at', () => {
  expect(reasons.length).toBeGreaterThan(45);
  for (const known of [
    'notThisStep',
    'handoverClosed',
    'notTheHolder',
    'folderNotWritable',
    'waitAfterFailures',
    'wrongLogin',
  ])
    expect(reasons).toContain(known);
  expect(faultsIn(PASTED.dossier)).toEqual(expect.arrayContaining(['pagesUnreadable', 'dayNotReal', 'dayUnreadable']));
  expect(faultsIn(PASTED.titleHandovers)).toEqual(expect.arrayContaining(['nameMissing', 'quantityUnreadable']));
  expect(fields).toContain('signature');
});
