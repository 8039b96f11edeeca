import type { BagInfo } from './bag';

/** RFC 8493: the first file of every bag. */
export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
/** Its name is understood on every system, and on FAT. */
export const GUIDE_FILE = 'HOW-TO-RESTORE.txt';
const SCANS_APART = 'apart';
/** How the files are encrypted: https://age-encryption.org/v1 */
const AGE = 'age';

/** `bag-info.txt`: a label and its value a line, as the RFC lays down. */
export function writeInfo(info: BagInfo, payload: { bytes: number; files: number }): string {
  const lines: readonly (readonly [string, string | number])[] = [
    ['Source-Organization', info.company],
    ['External-Identifier', info.ledgerId],
    ['Bagging-Date', info.at.slice(0, 10)],
    ['Payload-Oxum', `${payload.bytes}.${payload.files}`],
    ['Bag-Software-Agent', `Anjuan ${info.version}`],
    ['Anjuan-Made-At', info.at],
    ['Anjuan-Made-By', info.madeBy],
    ['Anjuan-Schema', info.schema],
    ['Anjuan-Seq', info.seq],
    ['Anjuan-Head', info.head],
    ...(info.scansApart ? [['Anjuan-Scans', SCANS_APART] as const] : []),
    ...(info.recipient ? [['Anjuan-Encryption', AGE] as const, ['Anjuan-Recipient', info.recipient] as const] : []),
  ];
  return lines.map(([label, value]) => `${label}: ${String(value).replace(/\s+/g, ' ').trim()}\n`).join('');
}

/** `Number` would take nothing at all for 0, and signs and exponents. */
const numbersOf = (text: string | undefined, form: RegExp): number[] =>
  form
    .exec(text ?? '')
    ?.slice(1)
    .map(Number) ?? [Number.NaN];

/** What `bag-info.txt` says, or nothing where a line of it is missing or makes no sense. */
export function readInfo(text: string): (BagInfo & { oxum: { bytes: number; files: number } }) | undefined {
  const said = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(': ');
    if (colon > 0) said.set(line.slice(0, colon), line.slice(colon + 2).trim());
  }
  const [bytes = 0, files = 0] = numbersOf(said.get('Payload-Oxum'), /^(\d+)\.(\d+)$/);
  const [schema = 0] = numbersOf(said.get('Anjuan-Schema'), /^(\d+)$/);
  const [seq = 0] = numbersOf(said.get('Anjuan-Seq'), /^(\d+)$/);
  const head = said.get('Anjuan-Head') ?? '';
  const at = said.get('Anjuan-Made-At') ?? '';
  const ledgerId = said.get('External-Identifier') ?? '';
  if (![bytes, files, schema, seq].every(Number.isSafeInteger) || !/^[0-9a-f]{64}$/.test(head)) return undefined;
  if (Number.isNaN(Date.parse(at)) || ledgerId === '') return undefined;
  return {
    ...{ company: said.get('Source-Organization') ?? '', ledgerId, at, madeBy: said.get('Anjuan-Made-By') ?? '' },
    ...{ version: (said.get('Bag-Software-Agent') ?? '').replace(/^Anjuan /, ''), schema, seq, head },
    ...(said.get('Anjuan-Scans') === SCANS_APART && { scansApart: true as const }),
    ...(said.get('Anjuan-Encryption') === AGE && { recipient: said.get('Anjuan-Recipient') ?? '' }),
    oxum: { bytes, files },
  };
}

/** Of an encrypted one, before all else. */
const SEALED_GUIDE = `
本备份已加密：data/ 里的文件名都以 .age 结尾，凭纸上的私钥才能打开。先把本文件夹整个复制到电脑上，在复制的文件夹里解密：在 U 盘上
解密会留下没有加密的文件，这份备份也不再完好。把私钥（AGE-SECRET-KEY-1……，连写，不留空格）存进一个文本文件 key.txt，再运行：
This backup is encrypted: every file in data/ ends in .age and opens with the private key on paper only. Copy this folder to a
computer first and decrypt the copy: on the stick it would leave files that everybody can read, and the backup would no longer be
whole. Write the key (AGE-SECRET-KEY-1..., without blanks) into a text file key.txt and run in the copied folder:
  find data -name '*.age' -exec sh -c 'age -d -i key.txt -o "\${1%.age}" "$1"' sh {} \\;
用完请删除 key.txt 和复制的文件夹。以下说的文件是解密以后的。 Delete key.txt and the copy afterwards. What follows speaks of the decrypted files.
`;

const OFFICE_MS = 8 * 3_600_000;
/** As the clock in the office showed it: 2026-11-23 15:30. */
const officeTime = (at: string): string =>
  `${new Date(Date.parse(at) + OFFICE_MS).toISOString().slice(0, 16).replace('T', ' ')}（北京时间 UTC+8）`;

/** What a stranger needs to get everything back, without our program. */
export const guide = (info: BagInfo): string => `案卷 Anjuan 备份说明 / How to restore this backup
${'='.repeat(60)}

公司 Company: ${info.company}
备份时间 Made at: ${officeTime(info.at)}
日志第 ${info.seq} 条，校验码 Journal entry ${info.seq}, code: ${info.head.slice(0, 16)}
${info.recipient ? SEALED_GUIDE : ''}
一、用程序恢复
  在「备份」页上方点「恢复」（新电脑上，第一页点「从备份恢复」），选择这个文件夹。程序先逐个核对文件，再由两人签字恢复。
  现有的台账另行保存，不会删除。
二、没有程序也能核对和读取
  1. 核对：在本文件夹里运行  sha256sum -c --strict manifest-sha256.txt
     和  sha256sum -c --strict tagmanifest-sha256.txt
  2. 台账：data/ledger.sqlite 是 SQLite 数据库，用 sqlite3 或 DB Browser for SQLite 打开。
  3. 表格：data/export/ 里每张表一个 csv（UTF-8），可以用 Excel、WPS 打开。
  4. 扫描件：data/blobs/ 里的文件以内容的 SHA-256 为名；附件表（attachment.csv）写着各是什么。
三、整个换回去：退出程序，把数据文件夹改名留存，新建同名文件夹，把 data/ledger.sqlite 和 data/blobs 复制进去，再打开程序。
  数据文件夹没有另外指定时，Windows 上是 %APPDATA%\\Anjuan，Linux 上是 ~/.config/Anjuan。

1. With the program: on the page "Backup" press "Restore" (on a new computer "Restore from a backup" on the first page) and
   choose this folder; every file is checked first, two people sign, and the present ledger is set aside, not deleted.
2. Without it: check with "sha256sum -c --strict manifest-sha256.txt" and the same for "tagmanifest-sha256.txt" in this folder.
   data/ledger.sqlite is an SQLite database; data/export/ holds every table as csv (UTF-8); data/blobs/ holds the scans, named by
   the SHA-256 of what is in them (attachment.csv says which is which).
3. To put everything back by hand: quit the program, rename its data folder, make a new one of the same name, copy
   data/ledger.sqlite and data/blobs into it, and start the program. Unless another was chosen, the data folder is
   %APPDATA%\\Anjuan on Windows and ~/.config/Anjuan on Linux.
`;
