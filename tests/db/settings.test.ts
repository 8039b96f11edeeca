import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../electron/db/migrate';
import { APPLICATION_ID, openLedger, SETTINGS } from '../../electron/db/open';
import { EMPTY_LEDGER } from '../setup/empty-ledger';

/** What every connection must hold, and a contrary value that none may have; written down apart from the program's own list. */
const HELD: Readonly<Record<string, { value: string | number; contrary: string | number }>> = {
  locking_mode: { value: 'exclusive', contrary: 'NORMAL' },
  journal_mode: { value: 'wal', contrary: 'DELETE' },
  synchronous: { value: 2, contrary: 'NORMAL' },
  foreign_keys: { value: 1, contrary: 'OFF' },
  recursive_triggers: { value: 1, contrary: 'OFF' },
  trusted_schema: { value: 0, contrary: 'ON' },
  cell_size_check: { value: 1, contrary: 'OFF' },
  mmap_size: { value: 0, contrary: 1_048_576 },
  cache_size: { value: -65536, contrary: -2000 },
  busy_timeout: { value: 5000, contrary: 1 },
};
const NAMES = Object.keys(HELD);

const folders: string[] = [];
const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'anjuan-settings-'));
  folders.push(dir);
  return dir;
};
/** A ledger that another start has made. */
const folderWithLedger = () => {
  const dir = folder();
  copyFileSync(process.env[EMPTY_LEDGER] ?? '', join(dir, 'ledger.sqlite'));
  return dir;
};
afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

const readBack = (db: Database) => Object.fromEntries(NAMES.map((name) => [name, db.pragma(name, { simple: true })]));
const expected = Object.fromEntries(NAMES.map((name) => [name, HELD[name]?.value]));

function openAndRead(dir: string, settings = SETTINGS) {
  const ledger = openLedger(dir, settings);
  const found = readBack(ledger.db);
  ledger.close();
  return found;
}

/** A ledger as an older version of the program left it. */
function olderLedger(): string {
  const dir = folder();
  const binding = Number(process.versions.napi) < 10 ? process.env.ANJUAN_SQLITE_BINDING : undefined;
  const db = new SqliteDatabase(join(dir, 'ledger.sqlite'), binding ? { nativeBinding: binding } : {});
  db.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(db, () => undefined, MIGRATIONS.slice(0, -1));
  db.close();
  return dir;
}

describe('every connection holds every setting', () => {
  test('on the first opening, the second and the third', () => {
    const dir = folder();
    for (const _ of ['first', 'second', 'third']) expect(openAndRead(dir)).toEqual(expected);
  });

  test('after a migration', () => {
    const dir = olderLedger();
    expect(openAndRead(dir)).toEqual(expected);
    expect(openAndRead(dir)).toEqual(expected);
  });
});

describe('a setting that is missing is noticed', () => {
  test('the program sets what this test knows, nothing is left out', () => {
    expect(SETTINGS.map(([name]) => name)).toEqual(NAMES);
    expect(Object.fromEntries(SETTINGS.map(([name, , read]) => [name, read]))).toEqual(expected);
  });

  test.each(NAMES)('without %s on the list the check above is red', (name) => {
    const without = SETTINGS.filter(([its]) => its !== name);
    expect(without.map(([its]) => its)).not.toEqual(NAMES);
  });

  test.each(NAMES)('%s that did not take effect keeps the ledger shut', (name) => {
    const dir = folderWithLedger();
    const contrary = SETTINGS.map((its) =>
      its[0] === name ? ([name, HELD[name]?.contrary ?? '', its[2]] as const) : its,
    );
    expect(() => openLedger(dir, contrary)).toThrow(new RegExp(`settingNotHeld.*${name}`));
    expect(openAndRead(dir)).toEqual(expected);
  });

  test('what SQLite and its binding do by themselves is not enough', () => {
    const dir = folderWithLedger();
    const missing = NAMES.filter((name) => {
      const found = openAndRead(
        dir,
        SETTINGS.filter(([its]) => its !== name),
      );
      return found[name] !== HELD[name]?.value;
    });
    expect(missing).toEqual(
      expect.arrayContaining(['locking_mode', 'synchronous', 'recursive_triggers', 'cell_size_check']),
    );
    console.log(`not held unless set on each opening: ${missing.join(', ')}`);
  });
});
