import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyBag } from '../../electron/backup/verify-bag';
import { pngOf, send } from '../api/files';
import { compileSample, foundCompany, LOGINS, type Office, openOffice, registerProject, signIn } from '../api/office';
import { tell } from './report';
import { sizeOf } from './sizes';

const folder = mkdtempSync(join(tmpdir(), 'anjuan-altered-'));
let office: Office;
let good: string;
beforeAll(async () => {
  office = openOffice();
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const id = await compileSample(office, (await registerProject(office, people)).projectId);
  await send(office, { kind: 'dossier', id }, 'scan.png', pngOf('scan'));
  await signIn(office, LOGINS.archivist);
  office.chosenFiles = [folder];
  const { made } = await office.call('backup.make', { onOwnDisk: true });
  good = join(folder, made?.name ?? '');
});
afterAll(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});

const filesIn = (bag: string) =>
  readdirSync(bag, { recursive: true, withFileTypes: true })
    .filter((its) => its.isFile())
    .map((its) => join(its.parentPath, its.name).slice(bag.length + 1))
    .sort();

/** What may happen to a bag by itself; each is of one or two of its files, at a place between 0 and 1. */
const harm = fc.record({
  kind: fc.constantFrom('bit', 'cut', 'swap', 'zeros'),
  file: fc.nat(),
  other: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  bit: fc.nat(7),
});

/** Answers whether anything is other than before: exchanged files may have been the same. */
function alter(
  bag: string,
  { kind, file, other, at, bit }: typeof harm extends fc.Arbitrary<infer T> ? T : never,
): boolean {
  const files = filesIn(bag);
  const [a = '', b = ''] = [file, other].map((n) => join(bag, files[n % files.length] ?? ''));
  const bytes = readFileSync(a);
  const place = Math.floor(at * statSync(a).size);
  if (kind === 'swap') {
    if (a === b || bytes.equals(readFileSync(b))) return false;
    for (const [from, to] of [
      [a, `${a}.x`],
      [b, a],
      [`${a}.x`, b],
    ] as const)
      renameSync(from, to);
    return true;
  }
  if (kind === 'cut') {
    truncateSync(a, place);
    return bytes.length > 0;
  }
  const before = Buffer.from(bytes);
  if (bytes.length === 0) return false;
  if (kind === 'bit') bytes.writeUInt8((bytes[place] ?? 0) ^ (1 << bit), place);
  else bytes.fill(0, place, Math.min(bytes.length, place + 512));
  writeFileSync(a, bytes);
  return !before.equals(bytes);
}

test('a backup with a bit, a piece or a file other than it was written is refused', async () => {
  const check = (bag: string) => verifyBag(bag, () => undefined, new AbortController().signal);
  await expect(check(good)).resolves.toMatchObject({ company: '鸿远小额贷款有限公司' });
  const bag = join(folder, 'altered');
  const reasons = new Map<string, number>();
  let tried = 0;
  for (const its of fc.sample(harm, sizeOf('flips') * 2)) {
    if (tried === sizeOf('flips')) break;
    rmSync(bag, { recursive: true, force: true });
    cpSync(good, bag, { recursive: true });
    if (!alter(bag, its)) continue;
    tried += 1;
    const reason = await check(bag).then(
      () => 'taken',
      (error: { reason?: string }) => error.reason ?? String(error),
    );
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const said = [...reasons].map(([reason, n]) => `${reason} ${n}`).join(', ');
  tell({ id: 'B5', what: 'bit, cut, exchange or zeros anywhere in a bag', count: tried, result: `refused as ${said}` });
  expect(tried).toBe(sizeOf('flips'));
  expect(reasons.get('taken')).toBeUndefined();
  expect([...reasons.keys()].filter((reason) => !reason.startsWith('bag'))).toEqual([]);
  // The last byte of the one file that no other lists: chance comes upon it now and then.
  rmSync(bag, { recursive: true, force: true });
  cpSync(good, bag, { recursive: true });
  alter(bag, { kind: 'cut', file: filesIn(bag).indexOf('tagmanifest-sha256.txt'), other: 0, at: 0.999_999, bit: 0 });
  await expect(check(bag)).rejects.toMatchObject({ reason: 'bagManifestUnreadable' });
  // Negative control: a check that looks at the names alone would have taken most of them.
  const names = JSON.stringify(filesIn(good));
  rmSync(bag, { recursive: true, force: true });
  cpSync(good, bag, { recursive: true });
  alter(bag, { kind: 'bit', file: filesIn(bag).indexOf('data/ledger.sqlite'), other: 0, at: 0.5, bit: 3 });
  expect(JSON.stringify(filesIn(bag))).toBe(names);
  await expect(check(bag)).rejects.toMatchObject({ reason: 'bagFileAltered' });
}, 1_200_000);
