import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LOGINS, type Office, openOffice, PASSWORD, PIN, signIn } from '../../api/office';
import { SEED_NOW } from '../seed/seed';
import { copyByHand } from './by-hand';
import { timed } from './timing';

export interface RestoreFigures {
  dossiers: number;
  megabytes: number;
  /** Seconds: the backup looked through, and put in the place of an empty ledger. */
  opened: number;
  carriedOut: number;
  /** cp, fsync and sha256sum of the same backup. */
  byHand: number;
}

/** Backs a ledger up and restores it in a fresh profile, as on a new computer; `dataDir` is written into. */
export async function measureRestore({ dataDir }: { dataDir: string }): Promise<RestoreFigures> {
  const work = mkdtempSync(join(dataDir, '..', 'restore-'));
  const [stick, fresh] = [join(work, 'stick'), join(work, 'fresh')];
  for (const its of [stick, fresh]) mkdirSync(its);
  try {
    const made = await backUp(dataDir, stick);
    const byHand = await timed(() => copyByHand(join(stick, made.name), join(work, 'copy')));
    const office = openOffice(SEED_NOW, undefined, fresh);
    try {
      office.chosenFiles = [stick];
      const opened = await timed(() => office.call('rescue.open', {}));
      const carriedOut = await timed(() => carryOut(office));
      const dossiers = countOf(office);
      if (dossiers !== made.dossiers) throw new Error(`${made.dossiers} dossiers were backed up, ${dossiers} restored`);
      const [first, second, third] = [opened, carriedOut, byHand].map((ms) => ms / 1000);
      return {
        dossiers,
        megabytes: made.bytes / 1e6,
        opened: first,
        carriedOut: second,
        byHand: third,
      } as RestoreFigures;
    } finally {
      office.close();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function backUp(dataDir: string, stick: string) {
  const office = openOffice(SEED_NOW, undefined, dataDir);
  try {
    await signIn(office, LOGINS.admin);
    const manager = { name: '宁远', departmentId: 1, login: 'ningyuan', positions: ['generalManager' as const] };
    await office.call('people.engage', { ...manager, password: PASSWORD, pin: PIN });
    await signIn(office, LOGINS.archivist);
    office.chosenFiles = [stick];
    const { made } = await office.call('backup.make', { onOwnDisk: true });
    if (!made) throw new Error('no backup was made');
    return { name: made.name, bytes: made.bytes, dossiers: countOf(office) };
  } finally {
    office.close();
  }
}

async function carryOut(office: Office): Promise<void> {
  const opened = await office.call('rescue.opened', {});
  const firstId = opened?.first[0]?.staffId ?? 0;
  const secondId = opened?.second.find((its) => its.staffId !== firstId)?.staffId ?? 0;
  await office.call('rescue.carryOut', { firstId, secondId, signatures: { first: PASSWORD, second: PASSWORD } });
}

const countOf = ({ ledger: { db } }: Office): number =>
  Number(db.prepare('SELECT count(*) FROM dossier').pluck().get());
