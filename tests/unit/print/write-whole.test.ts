import { chmod, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeWhole } from '../../../electron/print/write-whole';

const bytes = new TextEncoder().encode('%PDF-1.4');
const folder = () => mkdtemp(path.join(tmpdir(), 'anjuan-print-'));

describe('a PDF on disk', () => {
  test('is there whole, over an older one of the same name, with nothing beside it', async () => {
    const place = await folder();
    const file = path.join(place, '卷内文件目录.pdf');
    await writeFile(file, 'older');
    await writeWhole(file, bytes);
    expect(await readFile(file, 'utf8')).toBe('%PDF-1.4');
    expect(await readdir(place)).toEqual(['卷内文件目录.pdf']);
  });

  test('that cannot be written is refused with its path, and nothing is left', async () => {
    const missing = path.join(await folder(), 'gone', 'a.pdf');
    await expect(writeWhole(missing, bytes)).rejects.toMatchObject({
      code: 'storage',
      reason: 'fileNotWritten',
      details: { path: missing, detail: 'ENOENT' },
    });
  });

  test('whose name is taken by a folder is refused, and the folder stays', async () => {
    const place = await folder();
    await mkdir(path.join(place, 'a.pdf', 'kept'), { recursive: true });
    await expect(writeWhole(path.join(place, 'a.pdf'), bytes)).rejects.toMatchObject({ reason: 'fileNotWritten' });
    expect(await readdir(place)).toEqual(['a.pdf']);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'in a read-only folder is refused',
    async () => {
      const place = await folder();
      await chmod(place, 0o500);
      await expect(writeWhole(path.join(place, 'a.pdf'), bytes)).rejects.toMatchObject({ reason: 'fileNotWritten' });
    },
  );
});
