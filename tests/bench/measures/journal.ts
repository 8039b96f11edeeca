import { LOGINS, openOffice, signIn } from '../../api/office';
import { SEED_NOW } from '../seed/seed';
import { timed } from './timing';

export interface JournalFigures {
  events: number;
  changes: number;
  seconds: number;
  /** The longest time in milliseconds for which the process answered nobody else meanwhile. */
  longestBlock: number;
}

const BEAT_MS = 5;

/** Verifies the whole journal through dispatch while a heart beats beside it: the longest pause is what others had to wait. */
export async function measureJournal({ dataDir }: { dataDir: string }): Promise<JournalFigures> {
  const office = openOffice(SEED_NOW, undefined, dataDir);
  let last = performance.now();
  let longestBlock = 0;
  const beat = () => {
    longestBlock = Math.max(longestBlock, performance.now() - last - BEAT_MS);
    last = performance.now();
  };
  const heart = setInterval(beat, BEAT_MS);
  try {
    await signIn(office, LOGINS.admin);
    const before = office.ledger.db.prepare<[], { changes: number }>('SELECT max(id) AS changes FROM change').get();
    last = performance.now();
    longestBlock = 0;
    let events = 0;
    const ms = await timed(async () => {
      const verdict = await office.call('audit.verify', {});
      if (!verdict.whole) throw new Error(`the seeded journal is not whole: ${JSON.stringify(verdict)}`);
      events = verdict.events;
    });
    beat();
    return { events, changes: before?.changes ?? 0, seconds: ms / 1000, longestBlock };
  } finally {
    clearInterval(heart);
    office.close();
  }
}
