import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import type { Reply } from '../../shared/api/errors';

/** Whoever asks main: a window through its own bridge, or a test before there is a window. */
export interface Asks {
  /** One call, as it is answered. */
  invoke(name: string, input?: unknown): Promise<Reply>;
  /** The same; what is refused fails the test. */
  ask<T = { id: number }>(name: string, input?: unknown): Promise<T>;
}

export const asksBy = (invoke: Asks['invoke']): Asks => ({
  invoke,
  ask: async <T>(name: string, input: unknown = {}) => {
    const reply = await invoke(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.data as T;
  },
});

const MS_PER_HOUR = 3_600_000;

/** The program's own code, which asks for SQL files as texts, is loaded as the builder would; and a ledger with nothing in it. */
async function loadOffice() {
  const { module } = await runnerImport<typeof import('../api/office')>('tests/api/office.ts');
  const folder = temporaryFolder();
  module.openOffice(undefined, undefined, folder).close();
  return { openOffice: module.openOffice, folder, demonstrations: new Map<string, string>() };
}
let loaded: ReturnType<typeof loadOffice> | undefined;

/**
 * Lets a company work in `dataDir` in the hour before `now`: by the program's own calls, without a window, and with PINs and passwords
 * that real argon2id hashed at a cost that lets a hundred people sign. A test of what comes later starts there at once.
 */
export async function workBefore(dataDir: string, now: string, work: (asks: Asks) => Promise<unknown>): Promise<void> {
  loaded ??= loadOffice();
  const { openOffice, folder, demonstrations } = await loaded;
  const made = work === foundDemonstration ? demonstrations.get(now) : undefined;
  cpSync(made ?? folder, dataDir, { recursive: true });
  if (made !== undefined) return;
  const office = openOffice(new Date(Date.parse(now) - MS_PER_HOUR).toISOString(), undefined, dataDir);
  try {
    await work(asksBy(office.reply));
  } finally {
    office.close();
  }
  if (work === foundDemonstration) demonstrations.set(now, keptCopy(dataDir));
}

/** The same demonstration is begun with thirty times a run. */
function keptCopy(dataDir: string): string {
  const copy = temporaryFolder();
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}

/** Until this process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-before-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The company of the demonstration, with its people and its first dossiers. */
export const foundDemonstration = ({ ask }: Asks): Promise<unknown> => ask('company.foundDemonstration');
