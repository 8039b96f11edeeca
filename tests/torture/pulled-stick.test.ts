import { rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { verifyBag } from '../../electron/backup/verify-bag';
import { bagsOn } from '../api/bags';
import { compileSample, foundCompany, LOGINS, type Office, openOffice, registerProject, signIn } from '../api/office';
import { whyNoStick } from '../setup/machine';
import { tell, tellSkipped } from './report';
import { sizeOf } from './sizes';
import { makeStick, type Stick } from './stick';

const why = whyNoStick();
if (why) tellSkipped('B3', 'a stick pulled out in the middle of a backup', why);

let office: Office;
beforeAll(async () => {
  office = openOffice();
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  await compileSample(office, (await registerProject(office, people)).projectId);
  await signIn(office, LOGINS.archivist);
});
afterAll(() => office.close());
afterEach(() => vi.restoreAllMocks());

const isWhole = (bag: string) =>
  verifyBag(bag, () => undefined, new AbortController().signal).then(
    () => true,
    () => false,
  );

/** A backup onto the stick, which is pulled after `ms`, or in peace. */
async function backUp(stick: Stick, ms?: number): Promise<{ name?: string; reason?: string }> {
  office.chosenFiles = [stick.dir];
  const going = office.reply('backup.make', { onOwnDisk: true });
  if (ms !== undefined) {
    await wait(ms);
    stick.pull();
  }
  const reply = await going;
  if (!reply.ok) return { reason: reply.error.reason };
  return { name: (reply.data as { made: { name: string } }).made.name };
}

describe.skipIf(why)('a stick that is pulled out in the middle of a backup', () => {
  test('never has a backup that the program called made and that is not whole; older ones stay whole', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const stick = await makeStick(256);
    const pulls = sizeOf('pulls');
    try {
      const startedAt = performance.now();
      const first = await backUp(stick);
      const usual = performance.now() - startedAt;
      const made = [first.name ?? ''];
      const reasons = new Map<string, number>();
      const faults: string[] = [];
      let finished = 0;
      for (let pull = 1; pull <= pulls; pull += 1) {
        // A minute later: a backup is named by its minute.
        office.at(new Date(Date.parse('2026-03-02T10:00:00+08:00') + pull * 60_000).toISOString());
        await signIn(office, LOGINS.archivist);
        const { name, reason } = await backUp(stick, Math.random() * usual * 1.1);
        if (name !== undefined) {
          made.push(name);
          finished += 1;
        } else reasons.set(reason ?? '', (reasons.get(reason ?? '') ?? 0) + 1);
        await stick.plugIn();
        for (const bag of made)
          if (!(await isWhole(join(stick.dir, bag)))) faults.push(`pull ${pull}: ${bag} is not whole`);
        for (const bag of bagsOn(stick.dir))
          if (!made.includes(bag) && !(await isWhole(join(stick.dir, bag))))
            faults.push(`pull ${pull}: ${bag} looks like one`);
        // The last three are looked at again each time; a stick is not endless.
        for (const old of made.splice(0, Math.max(0, made.length - 3)))
          rmSync(join(stick.dir, old), { recursive: true, force: true });
      }
      tell({
        id: 'B3',
        what: 'SIGKILL of the exFAT daemon in the middle of a backup',
        count: pulls,
        result:
          `${finished} were made before it, the others said ${[...reasons].map(([its, n]) => `${its} (${n})`).join(', ')}; ` +
          `${faults.length} backups called made and not whole`,
      });
      expect(faults).toEqual([]);
      expect([...reasons.keys()].filter((its) => !its.startsWith('stick'))).toEqual([]);
      expect(pulls - finished).toBeGreaterThan(0);
      // Negative control: one of which the stick has lost the end would not pass.
      const last = join(stick.dir, made.at(-1) ?? '');
      expect(await isWhole(last)).toBe(true);
      const ledger = join(last, 'data/ledger.sqlite');
      truncateSync(ledger, statSync(ledger).size - 1);
      expect(await isWhole(last)).toBe(false);
    } finally {
      stick.drop();
    }
  }, 3_600_000);
});
