import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, type ErrorDetails } from '../../../shared/api/errors';
import type { BagCheck, OpenedBag, RestoreSigner } from '../../../shared/api/restore.contract';
import { asTargetError } from '../../backup/bag';
import { demandKey } from '../../backup/demand-key';
import type { OneAtATime } from '../../backup/one-at-a-time';
import type { StagedBag } from '../../backup/restore-stage';
import { STAGE, type Swap } from '../../backup/restore-swap';
import type { Head } from '../../db/journal';
import { asStorageError } from '../../db/storage-errors';
import type { SignedInContext } from '../../ipc/context';
import type { RunJob } from '../../jobs/jobs';
import { checkStates, lastShared, recordsFirst, type SignedRestore } from './restore.rules';

/** Who may sign, and the proof that it is they who sign. */
export interface Signing {
  first: RestoreSigner[];
  second: RestoreSigner[];
  confirm(staffId: number, secret: string, field: string, ctx: SignedInContext): Promise<RestoreSigner>;
}

/** The ledger that a restore would replace, as far as it can be read. */
export interface Present {
  ledgerId?: string;
  head?: Head;
  hashAt(seq: number): string | undefined;
  kindsAfter(seq: number): { action: string; count: number }[];
  /** Whether a later backup of it is known, and where. */
  backedUpAfter(seq: number): { seq: number; place: string } | undefined;
  /** Absent where nobody can be asked: then the people of the backup sign. */
  signing?: Signing;
}

/** A ledger that lies ready: opened and brought up to date as the program opens any. */
export interface StagedLedger {
  ledgerId: string | undefined;
  hashAt(seq: number): string | undefined;
  isWhole(): Promise<boolean>;
  signing: Signing;
  noteRestore(its: SignedRestore, signers: readonly RestoreSigner[], ctx: SignedInContext): void;
  close(): void;
}

export interface RestoringParts {
  dataDir: string;
  runJob: RunJob;
  run: OneAtATime;
  present(): Present;
  openStaged(folder: string): StagedLedger;
  /** Later states of that ledger which lie where a backup was looked for. */
  laterBags(ledgerId: string, seq: number): Promise<{ seq: number; place: string } | undefined>;
  /** Closes the ledger, lets the new one take its place, and opens that. */
  swap(its: Swap): void;
  /** Before anything is replaced. */
  keepCopy(): Promise<void>;
  tell(): void;
}

interface Opened {
  folder: string;
  place: string;
  name: string;
  staged?: StagedBag;
  fault?: { reason: string; details: ErrorDetails };
  sharedSeq: number;
  later?: { seq: number; place: string } | undefined;
  /** Of an encrypted one; in memory only as long as it lies open. */
  key?: string | undefined;
  /** The people of the backup, for where nobody else can sign. */
  itsPeople: Pick<Signing, 'first' | 'second'>;
}

export type Restoring = ReturnType<typeof createRestoring>;

/** One backup at a time lies open: looked through first, and then put away or put in the place of the ledger. */
export function createRestoring(parts: RestoringParts) {
  const { dataDir, runJob, run, present } = parts;
  const stage = join(dataDir, STAGE);
  let opened: Opened | undefined;

  const demandOpened = (): Opened => {
    if (!opened) throw new AppError('notFound', 'noBagOpened');
    return opened;
  };
  const show = (): OpenedBag | null => (opened ? viewOf(opened, present()) : null);

  return {
    show,
    demandOpened,
    sharedSeq: () => demandOpened().sharedSeq,
    open: async (its: Pick<Opened, 'place' | 'name' | 'folder'>, typed: string | undefined): Promise<OpenedBag> => {
      opened = undefined;
      const key = typed === undefined ? undefined : demandKey(typed);
      const read = await lookThrough(parts, stage, { ...its, key });
      const fault = read.fault ?? foreign(read.staged, present());
      const later = read.staged && (await parts.laterBags(read.staged.info.ledgerId, read.staged.info.seq));
      opened = { ...read, ...its, later, ...(read.staged?.info.recipient && { key }), ...(fault && { fault }) };
      parts.tell();
      return viewOf(opened, present());
    },
    close: async (): Promise<void> => {
      demandOpened();
      opened = undefined;
      await rm(stage, { recursive: true, force: true });
      parts.tell();
    },
    carryOut: async (asked: Asked, ctx: () => SignedInContext): Promise<{ aside: string }> => {
      const its = demandOpened();
      const done = await run.run(its.place, 'copying', (told, signal) =>
        carryOut(parts, its, asked, ctx, async (staged) => {
          if (staged.info.scansApart) return;
          const input = { folder: its.folder, into: stage, manifest: staged.manifest, key: its.key };
          await runJob('readScans', input, (how) => told({ doing: 'copying', ...how }), signal);
        }),
      );
      opened = undefined;
      parts.swap(done);
      return { aside: done.aside };
    },
  };
}

interface Asked {
  firstId: number;
  secondId: number;
  older: boolean;
  signatures: { first: string; second: string };
}

/** Reads every file, opens the ledger as it would be opened, and walks its journal. */
async function lookThrough(
  { runJob, run, openStaged, present }: RestoringParts,
  stage: string,
  { folder, place, name, key }: Pick<Opened, 'folder' | 'place' | 'name' | 'key'>,
): Promise<Pick<Opened, 'staged' | 'fault' | 'sharedSeq' | 'itsPeople'>> {
  const nothing = { sharedSeq: 0, itsPeople: { first: [], second: [] } };
  let staged: StagedBag | undefined;
  try {
    return await run.run(place, 'verifying', async (told, signal) => {
      const bag = await runJob(
        'readBackup',
        { folder, into: stage, key },
        (how) => told({ doing: 'verifying', ...how }),
        signal,
      );
      staged = bag;
      const ledger = openAsNew(openStaged, stage);
      try {
        if (!(await ledger.isWhole())) throw new AppError('conflict', 'bagJournalBroken');
        if (ledger.ledgerId !== bag.info.ledgerId)
          throw new AppError('conflict', 'bagHeadDiffers', { seq: bag.info.seq });
        const { head, hashAt } = present();
        const sharedSeq = lastShared(Math.min(bag.info.seq, head?.seq ?? 0), ledger.hashAt, hashAt);
        const { first, second } = ledger.signing;
        return { staged: bag, sharedSeq, itsPeople: { first, second } };
      } finally {
        ledger.close();
      }
    });
  } catch (error) {
    const said = asTargetError(error, place);
    // Which one it is: a folder was chosen, and the key is typed for the backup in it.
    if (said.reason === 'backupKeyMissing')
      throw new AppError(said.code, said.reason, { ...said.details, place, name });
    if (!/^bag|^noCompanyYet$/.test(said.reason)) throw said;
    return { ...nothing, ...(staged && { staged }), fault: { reason: said.reason, details: said.details } };
  }
}

/** What the program says of any ledger that it cannot open. */
function openAsNew(openStaged: RestoringParts['openStaged'], stage: string): StagedLedger {
  try {
    return openStaged(stage);
  } catch (error) {
    const { reason, details } = asStorageError(error);
    throw reason === 'diskFull' ? error : new AppError('conflict', 'bagNotOpened', { ...details, why: reason });
  }
}

/** A ledger is never replaced by another company's. */
function foreign(staged: StagedBag | undefined, { ledgerId }: Present): Opened['fault'] {
  if (!staged || ledgerId === undefined || ledgerId === staged.info.ledgerId) return undefined;
  return { reason: 'bagOfOtherCompany', details: { company: staged.info.company } };
}

const newerOf = ({ staged, later }: Opened, present: Present) => {
  const known = staged && present.ledgerId === staged.info.ledgerId && present.backedUpAfter(staged.info.seq);
  return known && known.seq >= (later?.seq ?? 0) ? known : later;
};

function viewOf(its: Opened, present: Present): OpenedBag {
  const { place, name, staged, fault, sharedSeq } = its;
  const kinds = recordsFirst(present.head ? present.kindsAfter(sharedSeq) : []);
  const newer = newerOf(its, present);
  const { first, second } = present.signing ?? its.itsPeople;
  return {
    ...{ place, name, sharedSeq, first, second },
    checks: checkStates(fault?.reason, staged?.missingScans ?? 0) as Record<BagCheck, OpenedBag['checks'][BagCheck]>,
    ...(fault && { fault: { reason: fault.reason, details: fault.details as Record<string, string | number> } }),
    ...(staged && { said: saidBy(staged), counts: staged.counts }),
    missingScans: staged?.missingScans ?? 0,
    ...(present.head && { present: { seq: present.head.seq, head: present.head.hash } }),
    lost: { total: kinds.reduce((sum, { count }) => sum + count, 0), kinds },
    ...(newer && { newer }),
  };
}

const saidBy = ({ info }: StagedBag): NonNullable<OpenedBag['said']> => {
  const { at, madeBy, company, seq, bytes, files, head, schema, scansApart = false } = info;
  return { at, madeBy, company, seq, bytes, files, head, schema, scansApart };
};

/** Signatures, scans, and the event in the ledger that lies ready; nothing of the present ledger is touched yet. */
async function carryOut(
  parts: RestoringParts,
  its: Opened,
  { firstId, secondId, older, signatures }: Asked,
  ctx: () => SignedInContext,
  takeScans: (staged: StagedBag) => Promise<void>,
): Promise<Swap> {
  const { staged, fault, name, place } = its;
  if (fault || !staged) throw new AppError('conflict', fault?.reason ?? 'bagNotABag', fault?.details ?? {});
  const now = parts.present();
  const newer = newerOf(its, now);
  if (newer && !older) throw new AppError('conflict', 'bagOlderThanKnown', { ...newer, its: staged.info.seq });
  if (firstId === secondId) throw new AppError('conflict', 'restoreNeedsTwo', { field: 'signatures.second' });
  const ledger = openAsNew(parts.openStaged, join(parts.dataDir, STAGE));
  try {
    const signing = now.signing ?? ledger.signing;
    const first = await signed(signing, 'first', firstId, signatures.first, ctx());
    const second = await signed(signing, 'second', secondId, signatures.second, ctx());
    await parts.keepCopy();
    await takeScans(staged);
    const { head, kindsAfter } = parts.present();
    const at = ctx();
    const aside = `before-restore-${officeMoment(at.at)}`;
    const lostEvents = head ? kindsAfter(its.sharedSeq).reduce((sum, { count }) => sum + count, 0) : 0;
    const row: SignedRestore = {
      ...{ restoredAt: at.at, place, name, seq: staged.info.seq, head: staged.info.head, lostEvents, aside },
      ...{ oldSeq: head?.seq ?? null, oldHead: head?.hash ?? null, althoughNewer: newer ? 1 : 0 },
      ...{ firstName: first.name, secondName: second.name },
    };
    ledger.noteRestore(row, [first, second], at);
    return { aside, scans: !staged.info.scansApart };
  } finally {
    ledger.close();
  }
}

async function signed(signing: Signing, as: 'first' | 'second', staffId: number, secret: string, ctx: SignedInContext) {
  const field = `signatures.${as}`;
  if (!signing[as].some((its) => its.staffId === staffId))
    throw new AppError('notAllowed', 'signerMayNotRestore', { field });
  return signing.confirm(staffId, secret, field, ctx);
}

const OFFICE_MS = 8 * 3_600_000;
/** The moment on the office's clock, legal in a name: 2026-11-23T153012. */
const officeMoment = (at: string): string =>
  new Date(Date.parse(at) + OFFICE_MS).toISOString().slice(0, 19).replaceAll(':', '');
