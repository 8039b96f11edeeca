import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Harm = (bag: string) => void;

const rewrite = (file: string, change: (text: string) => string) =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Makes every sum of a manifest anew, as somebody does who knows the format. */
function sumAnew(bag: string, manifest: string): void {
  rewrite(join(bag, manifest), (text) =>
    text.replace(/^[0-9a-f]{64} {2}(.+)$/gm, (_, path: string) => `${sha256(join(bag, path))}  ${path}`),
  );
}
/** Harm of the kind that leaves all sums right. */
const withSums =
  (harm: Harm): Harm =>
  (bag) => {
    harm(bag);
    sumAnew(bag, 'manifest-sha256.txt');
    sumAnew(bag, 'tagmanifest-sha256.txt');
  };
const label = (name: string, value: string): Harm =>
  withSums((bag) =>
    rewrite(join(bag, 'bag-info.txt'), (text) => text.replace(new RegExp(`^${name}: .*$`, 'm'), `${name}: ${value}`)),
  );
/** Changes the ledger in the bag behind everybody's back. */
export const ledgerIn = (sql: string): Harm =>
  withSums((bag) => void execFileSync('sqlite3', ['-bail', join(bag, 'data/ledger.sqlite'), sql]));

/** What an accident or a thief does to a bag, and the sentence that says so. */
export const DEFECTS: Readonly<Record<string, [reason: string, harm: Harm]>> = {
  'a byte added': ['bagFileAltered', (bag) => appendFileSync(join(bag, 'data/export/staff.csv'), 'x')],
  'a file missing': ['bagFileMissing', (bag) => rmSync(join(bag, 'data/export/staff.csv'))],
  'a file too many': ['bagFileExtra', (bag) => writeFileSync(join(bag, 'data/more.txt'), 'x')],
  'a file too many beside the data': ['bagFileExtra', (bag) => writeFileSync(join(bag, 'run.exe'), 'x')],
  'a label rewritten': [
    'bagFileAltered',
    (bag) => rewrite(join(bag, 'bag-info.txt'), (text) => text.replace('Anjuan-Made-By: ', 'Anjuan-Made-By: 假')),
  ],
  'a link in place of a file': [
    'bagPathOutside',
    (bag) => {
      rmSync(join(bag, 'data/export/staff.csv'));
      symlinkSync('/etc/passwd', join(bag, 'data/export/staff.csv'));
    },
  ],
  'a link to a folder': ['bagPathOutside', (bag) => symlinkSync('/etc', join(bag, 'data/etc'))],
  'a path that leads outside': [
    'bagPathOutside',
    (bag) => appendFileSync(join(bag, 'manifest-sha256.txt'), `${'0'.repeat(64)}  data/../../x\n`),
  ],
  'a path that leads outside on Windows': [
    'bagPathOutside',
    (bag) => appendFileSync(join(bag, 'manifest-sha256.txt'), `${'0'.repeat(64)}  data\\..\\..\\x\n`),
  ],
  'a line that is no sum': [
    'bagManifestUnreadable',
    (bag) => appendFileSync(join(bag, 'manifest-sha256.txt'), 'data/ledger.sqlite\n'),
  ],
  'a file listed twice': ['bagManifestUnreadable', (bag) => rewrite(join(bag, 'manifest-sha256.txt'), (t) => t + t)],
  'no tag manifest': ['bagFileMissing', (bag) => rmSync(join(bag, 'tagmanifest-sha256.txt'))],
  'another declaration': ['bagNotABag', (bag) => appendFileSync(join(bag, 'bagit.txt'), 'More: yes\n')],
  'two files swapped': [
    'bagFileAltered',
    (bag) => {
      const [a, b] = [join(bag, 'data/export/staff.csv'), join(bag, 'data/export/client.csv')];
      renameSync(a, `${a}.x`);
      renameSync(b, a);
      renameSync(`${a}.x`, b);
    },
  ],
  'a sum of files that is not theirs': ['bagSumDiffers', label('Payload-Oxum', '1.1')],
  'labels of no program’s': ['bagNotOurs', label('Anjuan-Head', 'unknown')],
  'a journal that ends elsewhere': ['bagHeadDiffers', label('Anjuan-Seq', '7')],
  'a ledger whose first page was overwritten': [
    'bagLedgerDamaged',
    withSums((bag) => {
      const file = join(bag, 'data/ledger.sqlite');
      writeFileSync(file, readFileSync(file).fill(0xff, 100, 4096));
    }),
  ],
  'a database of another program': ['bagNotOurs', ledgerIn('PRAGMA application_id = 7')],
};
