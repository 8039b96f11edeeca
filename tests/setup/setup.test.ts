import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

// The setup is plain JavaScript, since it runs before anything that understands TypeScript is installed.
const load = (module: string) => import(new URL(`../../build/${module}`, import.meta.url).href);
const { compareLanguages, findInCode, flatten } = await load('check-translations/rules.mjs');
const { closingLine, sum, totalOfCheck, totalOfPlaywright, totalOfVitest } = await load('run/totals.mjs');
const { makeEntry } = await load('setup/cache.mjs');
const { gist, run } = await load('setup/command.mjs');
const { whyStale } = await load('setup/dependencies.mjs');
const { demandFreeSpace } = await load('setup/report.mjs');
const { verifyIntegrity } = await load('setup/stand-in.mjs');
const { adviceFor, missingLibraries } = await load('setup/system-packages.mjs');

async function inFolder(work: (folder: string) => unknown) {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-setup-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('what was downloaded', () => {
  const ofHello = 'sha512-m3HSJL1i83hdltRq0+o9czGb+8KJDKra4t/3JRlnPKcjI8PZm6XBHXx6zG4UuMXaDEZjR1wuXDre9G9zvN7AQw==';

  test('is accepted byte for byte', () =>
    inFolder(async (folder) => {
      writeFileSync(path.join(folder, 'file'), 'hello');
      await expect(verifyIntegrity(path.join(folder, 'file'), ofHello)).resolves.toBeUndefined();
    }));

  test('is refused when one byte differs', () =>
    inFolder(async (folder) => {
      writeFileSync(path.join(folder, 'file'), 'hellp');
      await expect(verifyIntegrity(path.join(folder, 'file'), ofHello)).rejects.toThrow(/is not the published one/);
    }));

  test('gets its name only when it is complete', () =>
    inFolder(async (folder) => {
      const broken = makeEntry(folder, 'runtime', () => Promise.reject(new Error('no more space')));
      await expect(broken).rejects.toThrow('no more space');
      await makeEntry(folder, 'runtime', async (work: string) => {
        writeFileSync(path.join(work, 'electron'), '');
        return work;
      });
      expect(readdirSync(folder)).toEqual(['runtime']);
    }));
});

describe('missing libraries', () => {
  const ldd = '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x7f)\n\tlibgbm.so.1 => not found\n';

  test('are found in what ldd prints', () => expect(missingLibraries(ldd)).toEqual(['libnss3.so', 'libgbm.so.1']));

  test('are named with the one command that brings them', () =>
    expect(adviceFor(['libnss3.so', 'libgbm.so.1'], ['libnss3', 'libgbm1'])).toBe(
      'Run "sudo apt-get install libnss3 libgbm1" and then this command again: libnss3.so, libgbm.so.1 are missing.',
    ));
});

describe('node_modules', () => {
  const wanted = { '': { version: '1' }, a: { version: '1', integrity: 'x' }, b: { version: '2', optional: true } };

  test('is left alone when it is as the lock file says', () =>
    expect(whyStale(wanted, { a: { version: '1', integrity: 'x' } })).toBeUndefined());

  test('is made anew when a package is another', () =>
    expect(whyStale(wanted, { a: { version: '1', integrity: 'y' } })).toMatch(/^a is not/));

  test('is made anew when the installation was interrupted', () =>
    expect(whyStale(wanted, undefined)).toMatch(/missing or unfinished/));
});

describe('the disk and the commands', () => {
  test('a full disk is told before anything is written', () =>
    expect(() => demandFreeSpace(tmpdir(), 1e9)).toThrow(/^Free at least 1000000000 GB/));

  test('a command that hangs is ended', async () => {
    const { code } = await run(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { minutes: 0.005 });
    expect(code).not.toBe(0);
  });

  test('a command that is not there fails without an exception', async () =>
    expect((await run('no-such-command', [])).code).toBe(127));

  test('of a long output the line with the error is told', () =>
    expect(gist('start\nError: it broke\n    at x\n')).toBe('Error: it broke'));
});

describe('the closing line', () => {
  const vitest = (...statuses: string[]) => ({
    testResults: [{ status: 'passed', assertionResults: statuses.map((status) => ({ status, fullName: status })) }],
  });
  const playwright = (expected: number, unexpected: number, again: string[] = []) => ({
    stats: { expected, flaky: again.length, unexpected },
    suites: [
      { specs: [{ title: 'prints', tests: [{ status: 'skipped', annotations: [{ description: 'no printer' }] }] }] },
      { specs: again.map((title) => ({ title, tests: [{ status: 'flaky', annotations: [] }] })) },
    ],
  });

  test('adds up all runners', () =>
    expect(closingLine(sum([totalOfCheck(0), totalOfVitest(vitest('passed', 'passed'), 0)]))).toBe(
      '3 passed, 0 failed',
    ));

  test('tells skipped tests and why', () => {
    const total = totalOfPlaywright(playwright(4, 0), 0);
    expect(closingLine(total)).toBe('4 passed, 0 failed, 1 skipped');
    expect(total.skipped).toEqual(['prints: no printer']);
  });

  test('names what passed only when run again, and counts it as failed when there is more than a little of it', () => {
    const two = totalOfPlaywright(playwright(4, 0, ['a', 'b']), 0);
    expect(two.again).toEqual(['a', 'b']);
    expect(closingLine(two)).toBe('6 passed, 0 failed, 1 skipped');
    expect(closingLine(totalOfPlaywright(playwright(4, 1, ['a', 'b', 'c']), 1))).toBe('4 passed, 4 failed, 1 skipped');
  });

  test('counts a failed test once, though its runner ended badly as well', () =>
    expect(closingLine(totalOfVitest(vitest('passed', 'failed'), 1))).toBe('1 passed, 1 failed'));

  test('counts a file that could not be loaded', () =>
    expect(totalOfVitest({ testResults: [{ status: 'failed', assertionResults: [] }] }, 1).failed).toBe(1));

  test('counts a runner that left no report', () => {
    expect(totalOfVitest(undefined, 0).failed).toBe(1);
    expect(totalOfPlaywright(undefined, 139).failed).toBe(1);
  });

  test('counts a runner that ended badly although every test passed', () =>
    expect(totalOfVitest(vitest('passed'), 1).failed).toBe(1));
});

describe('translations', () => {
  const texts = (tree: object) => new Map([['people', flatten(tree)]]);
  const compare = (chinese: object, english: object) => compareLanguages(texts(chinese), texts(english));

  test('are accepted when both languages have the same keys', () =>
    expect(
      compare(
        { title: '人员', n_other: '{{count}} 卷' },
        { title: 'People', n_one: 'one', n_other: '{{count}} volumes' },
      ),
    ).toEqual([]));

  test('are refused when a key is missing, empty or has another placeholder', () =>
    expect(compare({ a: '甲', b: '', c: '{{name}}' }, { b: 'b', c: '{{nam}}', d: 'd' })).toEqual([
      'people: a is missing in en',
      'people: d is missing in zh-CN',
      'people: b is empty in zh-CN',
      'people: c has other {{placeholders}} in zh-CN than in en',
    ]));

  test('are looked up for every key in the code, and Chinese outside them is refused', () => {
    const code =
      "// 注释 is fine\nconst { t } = useTranslation('people');\nt('title'); t('titel');\nreturn <p>你好 {'//'}</p>;";
    expect(findInCode('Page.tsx', code, texts({ title: '人员' }))).toEqual([
      'Page.tsx:4: Chinese text outside renderer/i18n',
      'Page.tsx:3: no text has the key titel',
    ]);
  });
});
