import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '../api/office';
import { eatMyData, whyNoLoop } from '../setup/machine';
import { type Acknowledged, lookAfterKill, prepareLedger } from './acknowledged';
import { type Bundle, bundleOffice, startOffice } from './child';
import { type Ext4Disk, makeExt4Disk } from './ext4-disk';
import { tell, tellSkipped } from './report';
import { sizeOf } from './sizes';

const why = whyNoLoop();
if (why) tellSkipped('D3', 'power cuts on a disk of its own', why);

const DOSSIERS = 12;
/** After so many cuts the ledger is begun anew, or the office runs out of dossiers. */
const CUTS_EACH = 10;
/** The power goes at most so long after the first answer. */
const MOST_MS = 120;
const FIRST_DAY = Date.parse('2026-03-02T09:00:00+08:00');

interface Said {
  stage: 'asked' | 'answered';
  /** When, on the clock that all processes of a computer share. */
  ns: number;
  fact: Acknowledged;
}
interface Weak {
  synchronous?: 'NORMAL';
  env?: Record<string, string>;
}
interface Outcome {
  acknowledged: number;
  /** Acknowledged and gone. */
  lost: number;
  /** Only asked for and not there. */
  inVain: number;
  /** Answered after the cut, by the process that lives on with a disk that is gone; of them, not there. */
  late: number;
  lateLost: number;
  /** The last of these, in milliseconds after the cut. */
  latest: number;
  faults: string[];
  events: number;
}

let office: Bundle;
let prepared: string;
let job: object;
beforeAll(async () => {
  if (why) return;
  office = await bundleOffice();
  prepared = mkdtempSync(join(tmpdir(), 'anjuan-prepared-'));
  job = { ...(await prepareLedger(prepared, DOSSIERS)), password: PASSWORD };
});
afterAll(() => {
  if (why) return;
  office.drop();
  rmSync(prepared, { recursive: true, force: true });
});

/** Works on the disk, cuts its power at a random moment after the first answer, and looks what the next start finds. */
async function cutOnce(disk: Ext4Disk, cut: number, weak: Weak, all: Acknowledged[]): Promise<Outcome> {
  const dataDir = join(disk.dir, 'data');
  const now = new Date(FIRST_DAY + cut * 3_600_000).toISOString();
  const work = { do: 'work', dataDir, now, synchronous: weak.synchronous, job: { ...job, mark: `k${cut}` } };
  const { said, hears, child, ended } = startOffice<Said>(office, work, { env: weak.env });
  if (!(await hears(({ stage }) => stage === 'answered'))) throw new Error('the office did no work');
  await wait(Math.random() * MOST_MS);
  const cutAt = await disk.cut();
  child.kill('SIGKILL');
  await ended;
  disk.remount();
  // Without power nobody answers any more; here the process lives on for a moment, with a disk that is gone.
  const factsOf = (stage: Said['stage']) =>
    said.filter((its) => its.stage === stage && its.ns < cutAt).map(({ fact }) => fact);
  all.push(...factsOf('answered'));
  const known = factsOf('asked').filter(({ kind }) => kind !== 'given' && kind !== 'received');
  const late = said.filter((its) => its.stage === 'answered' && its.ns >= cutAt);
  const after = lookAfterKill(dataDir, { answered: all, asked: known, late: late.map(({ fact }) => fact) });
  return {
    acknowledged: factsOf('answered').length,
    lost: after.missing.answered.length,
    inVain: after.missing.asked.length,
    late: late.length,
    lateLost: after.missing.late.length,
    latest: Math.max(0, ...late.map(({ ns }) => (ns - cutAt) / 1e6)),
    faults: after.faults,
    events: after.events,
  };
}

async function cutOften(cuts: number, weak: Weak = {}): Promise<Outcome> {
  const sum: Outcome = { acknowledged: 0, lost: 0, inVain: 0, late: 0, lateLost: 0, latest: 0, faults: [], events: 0 };
  for (let done = 0; done < cuts; done += CUTS_EACH) {
    const disk = makeExt4Disk(64);
    const all: Acknowledged[] = [];
    try {
      cpSync(prepared, join(disk.dir, 'data'), { recursive: true });
      execFileSync('sync', ['-f', disk.dir]);
      for (let cut = done + 1; cut <= Math.min(cuts, done + CUTS_EACH); cut += 1) {
        const its = await cutOnce(disk, cut, weak, all);
        sum.acknowledged += its.acknowledged;
        sum.lost += its.lost;
        sum.inVain += its.inVain;
        sum.late += its.late;
        sum.lateLost += its.lateLost;
        sum.latest = Math.max(sum.latest, its.latest);
        sum.events += its.events;
        sum.faults.push(...its.faults);
        // What is lost once would be counted again with each later cut.
        if (its.lost > 0) all.length = 0;
      }
    } finally {
      disk.drop();
    }
  }
  return sum;
}

/** A disk may have been told to write just before, by whoever else works on this computer: then the power goes once more. */
async function cutUntilLost(weak: Weak) {
  let cuts = 0;
  let [acknowledged, lost, faults] = [0, 0, 0];
  for (let round = 0; round < 5 && lost === 0; round += 1) {
    const its = await cutOften(sizeOf('controlCuts'), weak);
    cuts += sizeOf('controlCuts');
    acknowledged += its.acknowledged;
    lost += its.lost;
    faults += its.faults.length;
  }
  return { cuts, acknowledged, lost, faults };
}

describe.skipIf(why)('when the power goes in the middle of work', () => {
  test('the next start finds everything that was acknowledged, and nothing half', async () => {
    const cuts = sizeOf('cuts');
    const { acknowledged, lost, inVain, faults, late, lateLost, latest } = await cutOften(cuts);
    tell({
      id: 'D3',
      what: 'power cut (EXT4_IOC_SHUTDOWN) while the office works',
      count: cuts,
      result:
        `${acknowledged} acknowledged writes, ${lost} lost, ${faults.length} faults; of what was only asked for ${inVain} are not there; ` +
        `${late} answers came after the cut (the last ${latest.toFixed(1)} ms after it), ${lateLost} of them are not there`,
    });
    expect({ lost, faults }).toEqual({ lost: 0, faults: [] });
    expect(acknowledged).toBeGreaterThan(cuts);
    // Negative control: a program that answers before COMMIT would have acknowledged these.
    expect(inVain).toBeGreaterThan(0);
  }, 3_600_000);

  test('with synchronous=NORMAL the same loses what was acknowledged', async () => {
    const { cuts, acknowledged, lost } = await cutUntilLost({ synchronous: 'NORMAL' });
    const result = `${lost} of ${acknowledged} acknowledged writes lost, as they must be`;
    tell({ id: 'D3n', what: 'power cut with synchronous=NORMAL', count: cuts, result });
    expect(lost).toBeGreaterThan(0);
  }, 600_000);

  const library = eatMyData();
  if (!why && !library) tellSkipped('D3n', 'power cuts under libeatmydata', 'libeatmydata is not installed');
  test.skipIf(!library)(
    'under a library that makes fsync do nothing it loses, too',
    async () => {
      const { cuts, acknowledged, lost, faults } = await cutUntilLost({ env: { LD_PRELOAD: library ?? '' } });
      const result = `${lost} of ${acknowledged} acknowledged writes lost, ${faults} faults, as there must be`;
      tell({ id: 'D3n', what: 'power cut under libeatmydata', count: cuts, result });
      expect(lost).toBeGreaterThan(0);
    },
    600_000,
  );
});
