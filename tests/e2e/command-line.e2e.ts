import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { bagsOn } from '../api/bags';
import { PASSWORD, startProgram } from './program';
import { foundDemonstration, workBefore } from './work-before';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The packaged program where `npm run torture` has made one; the built one otherwise. */
const PACKED = process.env.ANJUAN_PACKED;
const [COMMAND, APPLICATION] = PACKED ? [PACKED, []] : [process.env.ANJUAN_ELECTRON ?? '', [ROOT]];

/** Runs the real program as a timer of the system does; answers its exit code and what it said. */
function order(dataDir: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const flags = JSON.parse(process.env.ANJUAN_ELECTRON_ARGS ?? '[]') as string[];
  const child = spawn(
    COMMAND,
    [...new Set([...flags, '--no-sandbox']), ...APPLICATION, `--data-dir=${dataDir}`, ...args],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
      env: { ...process.env, ANJUAN_NOW: '2026-03-03T20:00:00+08:00' },
    },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

test.describe('without a window', () => {
  let dataDir: string;
  let stick: string;
  const made = () => bagsOn(stick);
  test.beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'anjuan-line-'));
    stick = mkdtempSync(join(tmpdir(), 'anjuan-stick-'));
    await workBefore(dataDir, '2026-03-02T16:00:00+08:00', foundDemonstration);
  });
  test.afterAll(() => {
    for (const folder of [dataDir, stick]) rmSync(folder, { recursive: true, force: true });
  });

  test('a backup is made, said in one line, found in the register, and checked', async () => {
    const { code, said } = await order(dataDir, `--backup-to=${stick}`, '--on-own-disk');
    const [name = ''] = made();
    expect(said).toMatch(/^备份好了：.*已逐个读回核对。\n$/);
    expect(said).toContain(join(stick, name));
    // Only an unpackaged program believes what the environment says of the time.
    expect(name.includes('2026-03-03')).toBe(!PACKED);
    expect(code).toBe(0);
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      execFileSync('sha256sum', ['-c', '--strict', '--quiet', manifest], { cwd: join(stick, name) });
    expect(await order(dataDir, `--verify=${stick}`)).toEqual({ code: 0, said: '1 份备份逐个文件核对过，完好。\n' });

    // The packaged program made the backup by the computer's clock.
    const now = PACKED ? new Date().toISOString() : '2026-03-07T21:00:00+08:00';
    const program = await startProgram({ dataDir, now });
    await program.invoke('people.signIn', { login: 'shenyanqiu', password: PASSWORD });
    await program.page.reload();
    const age = program.page.locator('.top-me b').first();
    await expect(age).toHaveText(PACKED ? '今天' : '4 天前');
    await expect(age).toHaveClass(PACKED ? 'small ' : /amber/);
    expect(await program.invoke('backup.list')).toMatchObject({ data: { total: 1, rows: [{ name }] } });
    const rows = JSON.stringify(await program.invoke('backup.list'));
    expect(rows).not.toContain('madeBy');
    // While the window is open nothing is made beside it; checking goes on, and says that it is not written down.
    expect(await order(dataDir, `--backup-to=${stick}`, '--on-own-disk')).toMatchObject({
      code: 3,
      said: expect.stringMatching(/^程序正开着.* The program is open.*\n$/),
    });
    expect(await order(dataDir, `--verify=${join(stick, name)}`)).toMatchObject({
      code: 0,
      said: expect.stringContaining('没有记入台账'),
    });
    expect(made()).toEqual([name]);
    await program.page.evaluate(() => localStorage.setItem('anjuan.language', 'en'));
    await program.close();
  });

  test('what cannot be done has an exit code of its own, in the language that was set', async () => {
    const [name = ''] = made();
    appendFileSync(join(stick, name, 'data/export/staff.csv'), 'x');
    const empty = mkdtempSync(join(tmpdir(), 'anjuan-none-'));
    const cases: readonly [code: number, said: RegExp, dataDir: string, ...args: string[]][] = [
      [4, /./, empty, `--backup-to=${stick}`],
      [5, /same disk/, dataDir, `--backup-to=${stick}`],
      [6, /something is wrong.*staff\.csv.* is not what it was/, dataDir, `--verify=${stick}`],
    ];
    for (const [code, words, folder, ...args] of cases) {
      const its = await order(folder, ...args);
      expect(its.said).toMatch(words);
      expect({ args, code: its.code, lines: its.said.split('\n').length }).toEqual({ args, code, lines: 2 });
    }
    expect(existsSync(join(empty, 'ledger.sqlite'))).toBe(false);
    rmSync(empty, { recursive: true, force: true });
  });
});
