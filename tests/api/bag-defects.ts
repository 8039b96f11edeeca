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
/** Rewrites what `Payload-Oxum` says, which was right. */
const oxum = (change: (bytes: number, files: number) => string): Harm =>
  withSums((bag) =>
    rewrite(join(bag, 'bag-info.txt'), (text) =>
      text.replace(/^(Payload-Oxum: )(\d+)\.(\d+)$/m, (_, label, bytes, files) => `${label}${change(+bytes, +files)}`),
    ),
  );
/** A file more, and the manifest that lists it. */
const listed = (path: string, manifest: string): Harm =>
  withSums((bag) => {
    writeFileSync(join(bag, path), 'x');
    appendFileSync(join(bag, manifest), `${'0'.repeat(64)}  ${path}\n`);
  });
/** A file that is listed under a path which no bag has. */
const listedAs =
  (path: string): Harm =>
  (bag) =>
    appendFileSync(join(bag, 'manifest-sha256.txt'), `${'0'.repeat(64)}  ${path}\n`);
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
  'a path that leads outside': ['bagPathOutside', listedAs('data/../../x')],
  'a path that leads outside on Windows': ['bagPathOutside', listedAs('data\\..\\..\\x')],
  'a path that begins at the root': ['bagPathOutside', listedAs('/x')],
  'a path that begins with a drive': ['bagPathOutside', listedAs('C:x')],
  'a path with a letter that nobody sees': ['bagPathOutside', listedAs('data/\u0001')],
  'a path that stands still on its way': ['bagPathOutside', listedAs('data/./x')],
  'a path with nothing between two slashes': ['bagPathOutside', listedAs('data//x')],
  'a file of the data that lies beside it': ['bagManifestUnreadable', listed('more.txt', 'manifest-sha256.txt')],
  'a label that lies among the data': ['bagManifestUnreadable', listed('data/more.txt', 'tagmanifest-sha256.txt')],
  'no ledger': [
    'bagFileMissing',
    withSums((bag) => {
      rmSync(join(bag, 'data/ledger.sqlite'));
      rewrite(join(bag, 'manifest-sha256.txt'), (text) => text.replace(/^.* data\/ledger\.sqlite\n/m, ''));
    }),
  ],
  'a file that lies open although it says that it is encrypted': [
    'bagFileExtra',
    withSums((bag) => {
      appendFileSync(join(bag, 'bag-info.txt'), 'Anjuan-Encryption: age\nAnjuan-Recipient: age1\n');
      const [open, sealed] = ['data/ledger.sqlite', 'data/ledger.sqlite.age'];
      renameSync(join(bag, open), join(bag, sealed));
      rewrite(join(bag, 'manifest-sha256.txt'), (text) => text.replace(open, sealed));
    }),
  ],
  'a line that is no sum': [
    'bagManifestUnreadable',
    (bag) => appendFileSync(join(bag, 'manifest-sha256.txt'), 'data/ledger.sqlite\n'),
  ],
  'a file listed twice': ['bagManifestUnreadable', (bag) => rewrite(join(bag, 'manifest-sha256.txt'), (t) => t + t)],
  'a list whose last line feed was cut off': [
    'bagManifestUnreadable',
    (bag) => rewrite(join(bag, 'tagmanifest-sha256.txt'), (text) => text.slice(0, -1)),
  ],
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
  'a sum of bytes that is not theirs': ['bagSumDiffers', oxum((bytes, files) => `${bytes + 1}.${files}`)],
  'a number of files that is not theirs': ['bagSumDiffers', oxum((bytes, files) => `${bytes}.${files + 1}`)],
  'labels of no program’s': ['bagNotOurs', label('Anjuan-Head', 'unknown')],
  'labels that are gone': [
    'bagFileMissing',
    (bag) => {
      rmSync(join(bag, 'bag-info.txt'));
      rewrite(join(bag, 'tagmanifest-sha256.txt'), (text) => text.replace(/^.* bag-info\.txt\n/m, ''));
    },
  ],
  'labels with no time': ['bagNotOurs', label('Anjuan-Made-At', 'yesterday')],
  'labels with no ledger': ['bagNotOurs', label('External-Identifier', '')],
  'labels with no schema': ['bagNotOurs', label('Anjuan-Schema', '')],
  'labels with a sum in three parts': ['bagNotOurs', oxum((bytes, files) => `${bytes}.${files}.0`)],
  'a journal that ends elsewhere': ['bagHeadDiffers', label('Anjuan-Seq', '7')],
  'a journal with another end': ['bagHeadDiffers', label('Anjuan-Head', '0'.repeat(64))],
  'another schema than it says': ['bagHeadDiffers', label('Anjuan-Schema', '60')],
  'a ledger whose first page was overwritten': [
    'bagLedgerDamaged',
    withSums((bag) => {
      const file = join(bag, 'data/ledger.sqlite');
      writeFileSync(file, readFileSync(file).fill(0xff, 100, 4096));
    }),
  ],
  'a database of another program': ['bagNotOurs', ledgerIn('PRAGMA application_id = 7')],
};
