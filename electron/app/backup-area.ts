import { randomBytes } from 'node:crypto';
import type { Day } from '../../shared/calendar/working-days';
import { createOneAtATime } from '../backup/one-at-a-time';
import type { Journal } from '../db/journal';
import { checkJournal } from '../features/audit/audit.rules';
import { createBackupHandlers } from '../features/backup/backup.handlers';
import type { BackupRepo } from '../features/backup/backup.repo';
import { createBackupService } from '../features/backup/backup.service';
import { backupAge } from '../features/backup/backup-age.rules';
import { createBackupWork } from '../features/backup/backup-work';
import { createMediumRepo } from '../features/backup/medium.repo';
import { dayOf } from '../ipc/context';
import { inTurns } from '../ipc/in-turns';
import { walkAllSignatures } from './handover-area';
import type { Outside } from './outside';
import type { Repos } from './repos';

/** Everything about copies of the ledger that leave the house. */
export function createBackupArea(
  outside: Outside,
  repos: Repos,
  { commit }: Journal,
  company: () => { name: string; ledgerId: string },
) {
  const { db, dataDir, version, clock, runJob, chooseFolder, pluggedIn, publish } = outside;
  const service = createBackupService({ repo: repos.backup, media: createMediumRepo(db), commit, company });
  const run = createOneAtATime((topic) => publish([topic]));
  const work = createBackupWork({
    isJournalWhole: async () => (await inTurns(checkJournal(repos.audit, () => walkAllSignatures(repos)))).whole,
    tellPlaces: () => publish(['backupPlaces']),
    newMarker: () => randomBytes(16).toString('hex'),
    ...{ service, db, dataDir, version, clock, runJob, pluggedIn, run },
  });
  outside.takeBackup?.(work);
  return createBackupHandlers({ service, work, dataDir, pluggedIn, chooseFolder, run });
}

/** For the top bar: days since the last backup that was found whole. */
export const ageOfBackup =
  (repo: BackupRepo) =>
  (today: Day): number | undefined => {
    const last = repo.lastVerifiedAt();
    return last === undefined ? undefined : backupAge(dayOf(new Date(last)), today);
  };
