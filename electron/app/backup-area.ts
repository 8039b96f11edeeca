import { randomBytes } from 'node:crypto';
import type { Day } from '../../shared/calendar/working-days';
import { demandKey } from '../backup/demand-key';
import { createOneAtATime } from '../backup/one-at-a-time';
import { volumeId } from '../backup/places';
import { roomFor } from '../backup/write-bag';
import type { Journal } from '../db/journal';
import { checkJournal } from '../features/audit/audit.rules';
import { createBackupHandlers } from '../features/backup/backup.handlers';
import type { BackupRepo } from '../features/backup/backup.repo';
import { createBackupService } from '../features/backup/backup.service';
import { backupAge } from '../features/backup/backup-age.rules';
import { createBackupKeyRepo } from '../features/backup/backup-key.repo';
import { type BackupKeys, createBackupKeys } from '../features/backup/backup-key.service';
import { createBackupWork } from '../features/backup/backup-work';
import { createMediaHere } from '../features/backup/media-here';
import { createMediumRepo } from '../features/backup/medium.repo';
import type { Credentials } from '../features/people/credentials';
import type { PeopleService } from '../features/people/people.service';
import type { Sessions } from '../features/people/sessions';
import { dayOf } from '../ipc/context';
import type { HandlersOf } from '../ipc/dispatch';
import { inTurns } from '../ipc/in-turns';
import { walkAllSignatures } from './handover-area';
import type { Outside } from './outside';
import type { Repos } from './repos';
import { createRestoreArea } from './restore-area';

interface Services {
  company: { demand(): { name: string; shortName: string; ledgerId: string } };
  people: PeopleService;
  credentials: Credentials;
  backupKeys: BackupKeys;
  importing: { handlers: HandlersOf<'import'> };
  attachment: { bytesOfFiles(): number };
}

/** Everything about copies of the ledger: those that leave the house, those beside it, and the way back. */
export function createBackupArea(outside: Outside, repos: Repos, journal: Journal, services: Services) {
  const { db, dataDir, version, clock, runJob, chooseFolder, pluggedIn, publish } = outside;
  const { commit } = journal;
  const { demand: company } = services.company;
  const service = createBackupService({
    repo: repos.backup,
    media: createMediumRepo(db),
    commit,
    head: journal.head,
    company,
  });
  const volumeIdOf = outside.volumeIdOf ?? ((place) => volumeId(place));
  const mediaHere = createMediaHere(pluggedIn, volumeIdOf, service);
  const run = createOneAtATime((topic) => publish([topic]));
  const work = createBackupWork({
    isJournalWhole: async () => (await inTurns(checkJournal(repos.audit, () => walkAllSignatures(repos)))).whole,
    tellPlaces: () => publish(['backupPlaces']),
    newMarker: () => randomBytes(16).toString('hex'),
    recipient: services.backupKeys.recipient,
    ...{ service, db, dataDir, version, clock, runJob, pluggedIn, volumeIdOf, mediaHere, run },
  });
  outside.takeBackup?.(work);
  const { handlers, copies } = createRestoreArea(outside, repos, journal, services, run);
  const { handlers: importing } = services.importing;
  return {
    ...handlers,
    backup: createBackupHandlers({
      ...{ service, work, dataDir, pluggedIn, mediaHere, chooseFolder, run },
      keys: services.backupKeys,
      confirm: services.credentials.confirm,
      ...{ clock, newPair, recipientOf },
      quit: outside.quit,
      roomNeeded: createRoomNeeded(db, journal.head, services.attachment.bytesOfFiles),
    }),
    import: {
      ...importing,
      write: async (...asked: Parameters<typeof importing.write>) => {
        await copies.make();
        return importing.write(...asked);
      },
    },
  };
}

/** What a backup would take now; the page asks every few seconds, so it is summed up only when something was written. */
function createRoomNeeded(db: Outside['db'], head: Journal['head'], bytesOfFiles: () => number): () => number {
  let last = { seq: -1, bytes: 0 };
  return () => {
    const { seq } = head();
    if (seq !== last.seq) last = { seq, bytes: roomFor(bytesOfLedger(db) + bytesOfFiles()) };
    return last.bytes;
  };
}

const bytesOfLedger = (db: Outside['db']): number =>
  Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));

// age itself is read when somebody makes or types a key: the program starts without it.
const newPair = async () => (await import('../backup/seal')).newPair();
const recipientOf = async (typed: string) => (await import('../backup/seal')).recipientOf(demandKey(typed));

/** What backups are encrypted to. */
export function createKeysOfBackups({ db, publish }: Outside, commit: Journal['commit']): BackupKeys {
  return createBackupKeys({
    repo: createBackupKeyRepo(db),
    commit,
    tell: () => publish(['backupKey']),
  });
}

/** QUALITY.md, "Backup": whoever leaves more than that behind without a backup is asked. */
const MOST_UNSAVED = 20;

/** Before the program is closed: is somebody at the window who should make a backup first? A demonstration has nothing to lose. */
export const createQuitQuestion =
  (repos: Repos, head: Journal['head'], { sessions, people }: { sessions: Sessions; people: PeopleService }) =>
  (windowId: number): boolean => {
    const session = sessions.of(windowId);
    if (!session || session.locked || repos.company.read()?.demonstration !== false) return false;
    return people.allows(session.actor.staffId, 'backup.make') && head().seq - repos.backup.savedTo() > MOST_UNSAVED;
  };

/** For the top bar: how old the newest backup is that was found whole. To look at it again makes it no younger. */
export const ageOfBackup =
  (repo: BackupRepo) =>
  (today: Day): number | undefined => {
    const last = repo.lastSoundAt();
    return last === undefined ? undefined : backupAge(dayOf(new Date(last)), today);
  };
