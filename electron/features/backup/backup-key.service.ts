import type { BackupEncryption, PaperKey } from '../../../shared/api/backup.contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { BackupKeyRepo } from './backup-key.repo';

export interface KeyPair {
  privateKey: string;
  recipient: string;
}

interface Parts {
  repo: BackupKeyRepo;
  commit: Commit;
  tell(): void;
}

export type BackupKeys = ReturnType<typeof createBackupKeys>;

/**
 * The key that backups are encrypted to. A new private key is held here, in memory, from the moment in which it is made until it has
 * been printed and typed from its paper; then it is nowhere but on paper.
 */
export function createBackupKeys({ repo, commit, tell }: Parts) {
  let printing: (PaperKey & { staffId: number }) | undefined;
  let made = 0;
  const mine = (ctx: SignedInContext) => (printing?.staffId === ctx.actor.staffId ? printing : undefined);
  const drop = () => {
    printing = undefined;
    tell();
  };
  return {
    recipient: () => repo.now()?.recipient,
    standing: (ctx: SignedInContext): BackupEncryption => {
      const now = repo.now();
      const its = mine(ctx);
      return { ...(now && { now }), ...(its && { printing: its.id }) };
    },
    /** What goes to paper; for nobody but who made it. */
    paper: (id: number, ctx: SignedInContext): PaperKey => {
      const its = mine(ctx);
      if (its?.id !== id) throw new AppError('notFound', 'noKeyToPrint');
      return its;
    },
    make: ({ privateKey, recipient }: KeyPair, ctx: SignedInContext): { id: number } => {
      commit(ctx, 'backup.makeKey', { recipient }, () => undefined);
      made += 1;
      printing = { id: made, staffId: ctx.actor.staffId, recipient, privateKey, madeAt: ctx.at };
      tell();
      return { id: made };
    },
    drop: (ctx: SignedInContext): void => {
      if (!mine(ctx)) throw new AppError('notFound', 'noKeyToPrint');
      commit(ctx, 'backup.dropKey', {}, () => undefined);
      drop();
    },
    /** `recipient`: of the private key that was typed from paper. */
    demandFromPaper: (recipient: string, ctx: SignedInContext): void => {
      const its = mine(ctx);
      if (!its) throw new AppError('notFound', 'noKeyToPrint');
      if (recipient !== its.recipient) throw new AppError('notAllowed', 'backupKeyWrong', { field: 'key' });
    },
    begin: (recipient: string, by: { staffId: number; name: string }, ctx: SignedInContext): void => {
      commit(ctx, 'backup.encrypt', { recipient, signed: by.name }, () => {
        repo.end(ctx.at, by.staffId);
        repo.begin(recipient, ctx.at, by.staffId);
      });
      drop();
    },
    end: (by: { staffId: number; name: string }, ctx: SignedInContext): void => {
      const now = repo.now();
      if (!now) throw new AppError('conflict', 'backupsAreOpen');
      commit(ctx, 'backup.stopEncrypting', { recipient: now.recipient, signed: by.name }, () =>
        repo.end(ctx.at, by.staffId),
      );
    },
  };
}
