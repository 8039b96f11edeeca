import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printedByPython } from '../setup/python';
import { resealBag } from './bags';
import { type Office, openOffice, PASSWORD, PIN } from './office';

const stick = mkdtempSync(join(tmpdir(), 'anjuan-sealed-'));
const STRANGE_KEY = 'AGE-SECRET-KEY-1NFWK5RV5KFRVUWTT79G79GVXFCQNAEUGZSR7GG3R7FNM6FZPV92S8GK62C';
const admin = 'sujingxing';

const STRANGER = fileURLToPath(new URL('../db/verify_bag.py', import.meta.url));

/** The demonstration has no scan: its backups would be whole without any. */
const SCAN = 'a scan';
const sha256 = createHash('sha256').update(SCAN).digest('hex');
const scan = join(sha256.slice(0, 2), sha256);

let office: Office;
/** As it stands on the paper, in groups of four. */
let paper: string;
let key: string;
let bag: { place: string; name: string };
const folder = () => join(bag.place, bag.name);
const signIn = (login: string) => office.call('people.signIn', { login, password: PASSWORD });
const refusedAs = (reply: unknown, reason: string) => expect(reply).toMatchObject({ ok: false, error: { reason } });

async function makeBag(): Promise<{ place: string; name: string }> {
  office.chosenFiles = [mkdtempSync(join(stick, 'b-'))];
  const { made } = await office.call('backup.make', { onOwnDisk: true });
  return { place: made?.place ?? '', name: made?.name ?? '' };
}
const age = (bagged: string, its: string, to: string) => {
  const keyFile = join(stick, 'key.txt');
  writeFileSync(keyFile, `${its}\n`);
  const done = spawnSync('age', ['-d', '-i', keyFile, '-o', to, bagged], { encoding: 'utf8' });
  rmSync(keyFile);
  return done;
};

beforeAll(async () => {
  office = openOffice();
  await office.call('company.foundDemonstration', {});
  await signIn(admin);
  const { id } = await office.call('backup.makeKey', {});
  const form = await office.call('print.keyForm', { form: 'backup-key', id });
  if (form.form !== 'backup-key') throw new Error('another form');
  key = form.key.privateKey;
  paper = key
    .slice('AGE-SECRET-KEY-1'.length)
    .replace(/(.{4})/g, '$1 ')
    .toLowerCase();
});
afterAll(() => {
  office.close();
  rmSync(stick, { recursive: true, force: true });
});

describe('before the key was typed from its paper and signed for', () => {
  test('backups lie open', async () => {
    const its = await makeBag();
    expect(readdirSync(join(its.place, its.name, 'data'))).toContain('ledger.sqlite');
  });

  test('the paper is for nobody but who made the key, and for no file', async () => {
    for (const way of ['print.form', 'print.savePdf', 'print.toPrinter'])
      expect((await office.reply(way, { form: 'backup-key', id: 1 })).ok).toBe(false);
    expect(await office.call('print.keyToPrinter', { form: 'backup-key', id: 1 })).toEqual({ printed: true });
    refusedAs(await office.reply('print.keyForm', { form: 'backup-key', id: 2 }), 'noKeyToPrint');
    await signIn('shenyanqiu');
    refusedAs(await office.reply('print.keyForm', { form: 'backup-key', id: 1 }), 'notAllowed');
    expect(await office.call('backup.encryption', {})).toEqual({});
    await signIn(admin);
    expect(await office.call('backup.encryption', {})).toEqual({ printing: 1 });
  });

  test('a letter mistyped, another key and a wrong signature are refused', async () => {
    const encrypt = (typed: string, signature = PIN) => office.reply('backup.encrypt', { key: typed, signature });
    refusedAs(await encrypt(paper.slice(0, -3)), 'backupKeyMistyped');
    refusedAs(await encrypt(paper.replace(/^./, (letter) => (letter === 'q' ? 'p' : 'q'))), 'backupKeyMistyped');
    refusedAs(await encrypt(STRANGE_KEY), 'backupKeyWrong');
    refusedAs(await encrypt(paper, '999999'), 'wrongSecret');
    expect(await office.call('backup.encryption', {})).not.toHaveProperty('now');
  });
});

describe('an encrypted backup', () => {
  beforeAll(async () => {
    await office.call('backup.encrypt', { key: paper, signature: PIN });
    mkdirSync(join(office.dataDir, 'blobs', sha256.slice(0, 2)), { recursive: true });
    writeFileSync(join(office.dataDir, 'blobs', scan), SCAN);
    bag = await makeBag();
  });

  test('holds nothing that lies open, and says so', async () => {
    const data = readdirSync(join(folder(), 'data'), { recursive: true, withFileTypes: true });
    expect(data.filter((its) => its.isFile() && !its.name.endsWith('.age'))).toEqual([]);
    expect(data.map((its) => its.name)).toContain(`${sha256}.age`);
    const { now } = await office.call('backup.encryption', {});
    const info = readFileSync(join(folder(), 'bag-info.txt'), 'utf8');
    expect(info).toContain(`Anjuan-Encryption: age\nAnjuan-Recipient: ${now?.recipient}\n`);
    expect(await office.call('backup.bags', { place: bag.place })).toMatchObject([{ encrypted: true, ours: true }]);
    await office.call('backup.verify', bag);
  });

  test('is opened by the words of its own guide, in a copy and on the office’s clock', async () => {
    const guide = readFileSync(join(folder(), 'HOW-TO-RESTORE.txt'), 'utf8');
    expect(guide).toMatch(/Made at: \d{4}-\d\d-\d\d \d\d:\d\d（北京时间 UTC\+8）\n/);
    expect(guide).toContain('Copy this folder');
    const copy = join(stick, 'copied');
    cpSync(folder(), copy, { recursive: true });
    writeFileSync(join(copy, 'key.txt'), `${key}\n`);
    execFileSync('sh', ['-c', /^ {2}(find data .*)$/m.exec(guide)?.[1] ?? 'false'], { cwd: copy });
    const opened = readdirSync(join(copy, 'data'), { recursive: true }).map(String);
    expect(opened.filter((name) => name.endsWith('.age') && !opened.includes(name.slice(0, -4)))).toEqual([]);
    await office.call('backup.verify', bag);
  });

  test('is opened by Debian’s age with the key from paper, and by no other', () => {
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      execFileSync('sha256sum', ['-c', '--strict', '--quiet', manifest], { cwd: folder() });
    const to = join(stick, 'opened.sqlite');
    const ledger = join(folder(), 'data/ledger.sqlite.age');
    expect(age(ledger, STRANGE_KEY, to)).toMatchObject({ status: 1 });
    expect(age(ledger, key, to)).toMatchObject({ status: 0, stderr: '' });
    const ask = (sql: string) => execFileSync('sqlite3', [to, sql], { encoding: 'utf8' }).trim();
    expect(ask('PRAGMA integrity_check')).toBe('ok');
    expect(ask('SELECT count(*) FROM dossier')).toBe(
      String(office.ledger.db.prepare('SELECT count(*) FROM dossier').pluck().get()),
    );
    const csv = join(stick, 'client.csv');
    expect(age(join(folder(), 'data/export/client.csv.age'), key, csv).status).toBe(0);
    expect(readFileSync(csv, 'utf8')).toMatch(/^\ufeff"id".*\r\n1,/);
  });

  test('is found whole without a key by a verifier that was written from the document alone', () => {
    const stranger = (its: string) => JSON.parse(printedByPython(STRANGER, its));
    expect(stranger(folder())).toMatchObject({ whole: true, sealed: true });
    // A file that lies open among the encrypted ones.
    writeFileSync(join(folder(), 'data/open.csv'), 'x');
    resealBag(folder());
    expect(stranger(folder())).toMatchObject({ whole: false, fault: 'fileExtra', file: 'data/open.csv' });
    rmSync(join(folder(), 'data/open.csv'));
    resealBag(folder());
  });

  test('is rehearsed and looked through with the key, not without it and not with another', async () => {
    refusedAs(await office.reply('restore.open', bag), 'backupKeyMissing');
    refusedAs(await office.reply('restore.open', { ...bag, key: STRANGE_KEY }), 'backupKeyWrong');
    refusedAs(await office.reply('restore.rehearse', { ...bag, key: 'AGE' }), 'backupKeyMistyped');
    const { id = 0 } = await office.call('restore.rehearse', { ...bag, key: paper });
    expect((await office.call('restore.rehearsals', {})).rows).toMatchObject([{ id, passed: true, name: bag.name }]);
    expect((await office.call('restore.bags', {})).filter(({ encrypted }) => encrypted)).toMatchObject([bag]);
  });

  test('of which a byte was flipped is refused, even when every sum was made anew', async () => {
    for (const file of ['ledger.sqlite.age', 'export/client.csv.age']) {
      const path = join(folder(), 'data', file);
      const whole = readFileSync(path);
      const harmed = Buffer.from(whole);
      harmed[harmed.length - 40] = (harmed[harmed.length - 40] ?? 0) ^ 1;
      writeFileSync(path, harmed);
      refusedAs(await office.reply('backup.verify', bag), 'bagFileAltered');
      expect(age(path, key, join(stick, 'never'))).toMatchObject({ status: 1 });
      if (file.startsWith('ledger')) {
        resealBag(folder());
        await office.call('restore.open', { ...bag, key });
        const opened = await office.call('restore.opened', {});
        expect(opened).toMatchObject({ fault: { reason: 'bagFileAltered' }, checks: { files: 'failed' } });
        await office.call('restore.close', {});
      }
      writeFileSync(path, whole);
      resealBag(folder());
    }
    await office.call('backup.verify', bag);
  });

  test('whose ledger a thief has exchanged for one of his own, encrypted to the same key, is refused', async () => {
    const path = join(folder(), 'data/ledger.sqlite.age');
    const whole = readFileSync(path);
    const his = join(stick, 'his.sqlite');
    expect(age(path, key, his)).toMatchObject({ status: 0 });
    execFileSync('sqlite3', [his, 'CREATE VIEW thief AS SELECT * FROM credential']);
    const { now } = await office.call('backup.encryption', {});
    rmSync(path);
    execFileSync('age', ['-r', now?.recipient ?? '', '-o', path, his]);
    resealBag(folder());
    await office.call('restore.open', { ...bag, key });
    expect(await office.call('restore.opened', {})).toMatchObject({ fault: { reason: 'bagSchemaAltered' } });
    await office.call('restore.close', {});
    writeFileSync(path, whole);
    resealBag(folder());
    await office.call('backup.verify', bag);
  });

  test('is restored on a computer that has neither ledger nor key, scans and all', async () => {
    const other = openOffice();
    try {
      other.chosenFiles = [bag.place];
      refusedAs(await other.reply('rescue.open', {}), 'backupKeyMissing');
      await other.call('rescue.open', { ...bag, key });
      const opened = await other.call('rescue.opened', {});
      expect(opened?.fault).toBeUndefined();
      const firstId = opened?.first[0]?.staffId ?? 0;
      const secondId = opened?.second.find(({ staffId }) => staffId !== firstId)?.staffId ?? 0;
      const signatures = { first: PASSWORD, second: PASSWORD };
      await other.call('rescue.carryOut', { firstId, secondId, signatures });
      const count = (its: Office, table: string) =>
        its.ledger.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
      for (const table of ['dossier', 'client', 'title', 'attachment'])
        expect([table, count(other, table)]).toEqual([table, count(office, table)]);
      expect(readFileSync(join(other.dataDir, 'blobs', scan), 'utf8')).toBe(SCAN);
    } finally {
      other.close();
    }
  });
});

test('the private key is in no file of the data folder, the public one is', () => {
  const files = readdirSync(office.dataDir, { recursive: true, withFileTypes: true }).filter((its) => its.isFile());
  const holding = (text: string) =>
    files.filter((its) => readFileSync(join(its.parentPath, its.name)).includes(text)).map(({ name }) => name);
  expect([...holding(key), ...holding(key.slice(16)), ...holding(paper)]).toEqual([]);
  const recipient = /Anjuan-Recipient: (\S+)/.exec(readFileSync(join(folder(), 'bag-info.txt'), 'utf8'))?.[1] ?? '?';
  expect(holding(recipient).join()).toContain('ledger.sqlite');
});

test('an administrator ends it with a signature; what lies there stays encrypted', async () => {
  refusedAs(await office.reply('backup.stopEncrypting', { signature: '999999' }), 'wrongSecret');
  await office.call('backup.stopEncrypting', { signature: PIN });
  expect(await office.call('backup.encryption', {})).toEqual({});
  const next = await makeBag();
  expect(readdirSync(join(next.place, next.name, 'data'))).toContain('ledger.sqlite');
  refusedAs(await office.reply('backup.stopEncrypting', { signature: PIN }), 'backupsAreOpen');
});
