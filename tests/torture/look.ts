import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openLedger } from '../../electron/db/open';
import { verdictOf } from '../db/verdict';
import { folderFor } from './folders';

export interface Found {
  seq: number;
  /** What the last events were. */
  actions: string[];
  /** What must be empty. */
  faults: string[];
}

/** Opens a copy of what lies in a data folder, as the next start would, and looks through all of it; `also` sees the same. */
export function lookAt(dataDir: string, also?: (db: Database, copy: string) => void): Found {
  const copy = folderFor('look');
  try {
    cpSync(dataDir, copy, { recursive: true });
    return lookInto(copy, also);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function lookInto(dataDir: string, also?: (db: Database, copy: string) => void): Found {
  const { db, close } = openLedger(dataDir);
  try {
    also?.(db, dataDir);
    const verdict = verdictOf(db);
    const integrity = String(db.pragma('integrity_check(1)', { simple: true }));
    const loose = (db.pragma('foreign_key_check') as unknown[]).length;
    const scans = db.prepare('SELECT sha256 FROM attachment').pluck().all() as string[];
    const missing = scans.filter((sha256) => !isThere(join(dataDir, 'blobs', sha256.slice(0, 2), sha256), sha256));
    return {
      seq: Number(db.prepare('SELECT max(seq) FROM event').pluck().get()),
      actions: db.prepare('SELECT action FROM event ORDER BY seq DESC LIMIT 3').pluck().all() as string[],
      faults: [
        ...(verdict.whole ? [] : [`journal: ${verdict.fault} at ${verdict.seq}`]),
        ...(integrity === 'ok' ? [] : [integrity]),
        ...(loose === 0 ? [] : [`${loose} foreign keys broken`]),
        ...missing.map((sha256) => `scan ${sha256} missing`),
      ],
    };
  } finally {
    close();
  }
}

const isThere = (file: string, sha256: string): boolean =>
  existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex') === sha256;
