import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, compose } from '../../electron/app/compose';
import { openBlobStore } from '../../electron/blobs/blob-store';
import { type Ledger, openLedger } from '../../electron/db/open';
import type { BackupWork } from '../../electron/features/backup/backup-work';
import { clockFrom } from '../../electron/ipc/context';
import type { Job } from '../../electron/jobs/job';
import { JOBS, type RunJob } from '../../electron/jobs/jobs';
import { writeWhole } from '../../electron/print/write-whole';
import type { InputOf, Method, OutputOf } from '../../shared/api/contract';
import type { Reply } from '../../shared/api/errors';
import type { Api } from '../../shared/api/index';
import { EMPTY_LEDGER } from '../setup/empty-ledger';

/** Real argon2id at a cost that lets a test make hundreds of signatures. */
export const CHEAP = { memoryCost: 64, timeCost: 1, parallelism: 1 };

export const PIN = '260302';
export const PASSWORD = 'songfeng-2026';
export const PLACE = { room: '一室', cabinet: '03柜', shelf: '2层', box: '07盒' };

type MethodName = { [F in keyof Api]: { [M in keyof Api[F]]: `${F & string}.${M & string}` }[keyof Api[F]] }[keyof Api];
type MethodOf<N extends MethodName> = N extends `${infer F}.${infer M}`
  ? F extends keyof Api
    ? M extends keyof Api[F]
      ? Api[F][M] extends Method
        ? Api[F][M]
        : never
      : never
    : never
  : never;

/** `done`, or the reason of the refusal. */
export const outcomeOf = (reply: Reply): string => (reply.ok ? 'done' : reply.error.reason);

/** A whole program without windows: the real ledger file, the real wiring, a clock that can be turned, no printer. */
export interface Office {
  readonly dataDir: string;
  readonly ledger: Ledger;
  readonly app: App;
  readonly published: string[][];
  /** What the disk of the data folder has left. */
  freeBytes: number;
  /** What is chosen when a dialog asks where to save; `undefined`: nothing. */
  savePath: string | undefined;
  /** What is chosen when a dialog asks for files to read. */
  chosenFiles: readonly string[];
  /** Sticks that are plugged in, and the ids of their volumes where the system tells them. */
  sticks: readonly string[];
  readonly volumeIds: Map<string, string>;
  /** What makes backups without a window. */
  readonly backup: BackupWork;
  /** Turns the clock. */
  at(instant: string): void;
  /** Turns the clock and stops it there, for whoever counts seconds on a busy computer. */
  stopAt(instant: string): void;
  /** One call from window 1, as it is answered. */
  reply(name: string, input?: unknown, windowId?: number): Promise<Reply>;
  /** The same; `done`, or the reason why it was refused. */
  outcome(name: string, input?: unknown, windowId?: number): Promise<string>;
  /** One call from window 1 that must succeed. */
  call<N extends MethodName>(name: N, input: InputOf<MethodOf<N>>): Promise<OutputOf<MethodOf<N>>>;
  /** Closes and opens the ledger again, as a restart does. */
  restart(): void;
  /** What the program does by itself every minute. */
  aMinutePasses(): Promise<void>;
  close(): void;
}

/** Without Electron a job runs where its caller is. */
const runHere: RunJob = (name, input, onProgress, signal) =>
  (JOBS[name] as Job<unknown, unknown, unknown>)(input, onProgress as (progress: unknown) => void, signal) as never;

/** A folder of its own with a ledger as the program makes it on its first start. */
function makeFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'anjuan-office-'));
  const empty = process.env[EMPTY_LEDGER];
  if (empty !== undefined) copyFileSync(empty, join(dataDir, 'ledger.sqlite'));
  return dataDir;
}

/** In a folder of its own that goes when the office closes, or in `keptDir`, which stays. */
export function openOffice(
  startAt = '2026-03-02T09:00:00+08:00',
  argon2: object = CHEAP,
  keptDir?: string,
  runJob = runHere,
  open: (dataDir: string) => Ledger = openLedger,
): Office {
  const dataDir = keptDir ?? makeFolder();
  let now = clockFrom(startAt);
  const published: string[][] = [];
  const openApp = (ledger: Ledger): App =>
    compose({
      db: ledger.db,
      clock: { now: () => now.now() },
      version: '0.0.0-test',
      freeBytes: () => freeBytes,
      startAfresh: () => undefined,
      reopen: (act) => {
        ledger.close();
        try {
          act();
        } finally {
          openAgain();
        }
      },
      quit: () => undefined,
      eachMinute: (look) => {
        minutely = look;
      },
      argon2,
      log: { slow: () => undefined, failed: (_name, error) => console.error(error) },
      publish: (tables) => published.push([...tables]),
      blobs: openBlobStore(join(dataDir, 'blobs')),
      chooseFiles: async () => chosenFiles,
      printer: {
        pdf: async () => new Uint8Array(),
        toPrinter: async () => true,
        choosePath: async () => savePath,
        write: writeWhole,
      },
      chooseTable: async () => chosenFiles[0],
      dataDir,
      // No such dialog answers with a file.
      chooseFolder: async () => chosenFiles.find((path) => !statSync(path, { throwIfNoEntry: false })?.isFile()),
      pluggedIn: async () => [...sticks],
      volumeIdOf: async (place) => volumeIds.get(place) ?? '',
      takeBackup: (its) => {
        backup = its;
      },
      runJob,
    });
  let freeBytes = 1e12;
  let savePath: string | undefined;
  let chosenFiles: readonly string[] = [];
  let minutely: () => unknown = () => undefined;
  let sticks: readonly string[] = [];
  const volumeIds = new Map<string, string>();
  let backup: BackupWork | undefined;
  let ledger = open(dataDir);
  let app = openApp(ledger);
  const openAgain = () => {
    ledger = open(dataDir);
    app = openApp(ledger);
  };
  const reply = (name: string, input: unknown = {}, windowId = 1) => app.dispatch(name, input, windowId);
  return {
    dataDir,
    get ledger() {
      return ledger;
    },
    get app() {
      return app;
    },
    published,
    get freeBytes() {
      return freeBytes;
    },
    set freeBytes(bytes) {
      freeBytes = bytes;
    },
    get savePath() {
      return savePath;
    },
    set savePath(path) {
      savePath = path;
    },
    get chosenFiles() {
      return chosenFiles;
    },
    set chosenFiles(paths) {
      chosenFiles = paths;
    },
    volumeIds,
    get sticks() {
      return sticks;
    },
    set sticks(paths) {
      sticks = paths;
    },
    get backup() {
      if (!backup) throw new Error('no backups yet');
      return backup;
    },
    at: (instant) => {
      now = clockFrom(instant);
    },
    stopAt: (instant) => {
      now = { now: () => new Date(instant) };
    },
    reply,
    outcome: async (...call) => outcomeOf(await reply(...call)),
    call: async (name, input) => {
      const answer = await reply(name, input);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
      return answer.data as never;
    },
    restart: () => {
      ledger.close();
      openAgain();
    },
    aMinutePasses: async () => void (await minutely()),
    close: () => {
      ledger.close();
      if (keptDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export interface People {
  admin: number;
  a: number;
  b: number;
  archivist: number;
}

export const LOGINS = { admin: 'sujingxing', a: 'guxingjian', b: 'luoshuyi', archivist: 'shenyanqiu' } as const;

/** A company with an administrator, A, B and an archivist; ends signed in as the administrator. */
export async function foundCompany(office: Office): Promise<People> {
  const { staffId: admin } = await office.call('company.found', {
    name: '鸿远小额贷款有限公司',
    shortName: '鸿',
    administrator: { name: '苏景行', login: LOGINS.admin, password: PASSWORD, pin: PIN },
  });
  const [department] = await office.call('people.departments', {});
  const departmentId = department?.id ?? 0;
  const engage = async (name: string, login: string, position: 'projectManager' | 'archivist') =>
    (
      await office.call('people.engage', {
        name,
        departmentId,
        login,
        positions: [position],
        password: PASSWORD,
        pin: PIN,
      })
    ).id;
  const a = await engage('顾行简', LOGINS.a, 'projectManager');
  const b = await engage('罗书意', LOGINS.b, 'projectManager');
  const archivist = await engage('沈砚秋', LOGINS.archivist, 'archivist');
  return { admin, a, b, archivist };
}

export const signIn = (office: Office, login: string) => office.call('people.signIn', { login, password: PASSWORD });

/** Registers a client and a project of it; whoever is signed in must be allowed to. */
export async function registerProject(office: Office, people: People, n = 1, disbursedOn = '2026-03-02') {
  const { id: clientId } = await office.call('client.register', {
    kind: 'enterprise',
    name: n === 1 ? '青禾建材商贸有限公司' : `青禾建材商贸有限公司${n}`,
  });
  const { id: projectId } = await office.call('project.register', {
    clientId,
    name: '流动资金贷款 180 万元',
    businessType: 'loan',
    contractNo: `鸿借〔2026〕${String(n).padStart(3, '0')}号`,
    amountFen: 180_000_000,
    aManagerId: people.a,
    bManagerId: people.b,
    disbursedOn,
  });
  return { clientId, projectId };
}

export const SAMPLE = readFileSync(new URL('../fixtures/dossier-001.tsv', import.meta.url), 'utf8');

/** Opens a dossier for the project and pastes the sample into it. */
export async function compileSample(office: Office, projectId: number): Promise<number> {
  const { id } = await office.call('dossier.open', { projectId, title: '流动资金贷款 180 万元', year: 2026 });
  const { items } = await office.call('dossier.readPaste', { text: SAMPLE });
  const list = items.map(({ line: _, remarkSaysUnsigned: __, ...item }) => item);
  await office.call('dossier.compile', { id, revision: 0, items: list });
  return id;
}

/** Whoever is signed in finds every page that the list names. */
export async function tickAll(office: Office, handoverId: number): Promise<void> {
  const { items } = await office.call('handover.show', { id: handoverId });
  await office.call('handover.check', {
    id: handoverId,
    found: items.map((i) => ({ itemId: i.id, pagesFound: i.pages })),
  });
}

/** A gives, B checks and accepts, B gives to the archive; answers the open handover to the archive. */
export async function bringToArchive(office: Office, dossierId: number): Promise<number> {
  await signIn(office, LOGINS.a);
  const { revision } = await office.call('dossier.show', { id: dossierId });
  const toB = await office.call('handover.give', { dossierId, kind: 'aToB', revision, signature: PIN });
  await signIn(office, LOGINS.b);
  await tickAll(office, toB.id);
  await office.call('handover.acceptAtB', { id: toB.id, signature: PIN });
  return (await office.call('handover.give', { dossierId, kind: 'bToArchive', revision, signature: PIN })).id;
}

/** The archivist checks everything, A, B and the archivist sign. */
export async function acceptAtArchive(office: Office, handoverId: number): Promise<string> {
  await signIn(office, LOGINS.archivist);
  await tickAll(office, handoverId);
  const signatures = { a: PIN, b: PIN, archivist: PIN };
  return (await office.call('handover.acceptAtArchive', { id: handoverId, place: PLACE, signatures })).archiveNo;
}
