import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Act, prepareActs } from './acts';
import { type Between, officeBetween } from './between';
import { whyNoCalls } from './calls';
import { startOffice } from './child';
import type { Refuse, Refused } from './faulty-disk';
import { folderFor } from './folders';
import { lookAt } from './look';
import { tell, tellSkipped } from './report';
import { isFull, sizeOf } from './sizes';

const why = whyNoCalls();
if (why) tellSkipped('D5', 'every call of the system refused', why);

/** What people may be told: each has its sentence in both languages. */
const PLAIN = ['diskFull', 'diskError', 'restartNeeded'];

let between: Between;
let prepared: string;
let acts: Act[] = [];
let base: number;
beforeAll(async () => {
  if (why) return;
  between = await officeBetween('disk-errors');
  prepared = folderFor('prepared');
  acts = await prepareActs(prepared);
  base = lookAt(prepared).seq + 1;
}, 120_000);
afterAll(() => {
  if (why) return;
  between.drop();
  rmSync(prepared, { recursive: true, force: true });
});

async function refuse(how: Pick<Refuse, 'act' | 'error' | 'mode' | 'every'>): Promise<Refused[]> {
  between.calls.rest();
  const job: Refuse = { do: 'refuse', prepared, dataDir: between.dataDir, ...how };
  const { said, ended } = startOffice<Refused>(between.office, job, { env: between.calls.env });
  expect(await ended, how.act.name).toBe(0);
  return said;
}

/** The first event after the base is the act's, unless the next one wrote it: leaving is an event, too. */
const isThere = ({ seq, actions }: Refused['killed']) => seq > base && actions[seq - base - 1] !== 'people.signOut';

function faultsOf(its: Refused, act: Act, mode: Refuse['mode']): string[] {
  const { at, call, said, saidNext, saidAsked, killed, closed } = its;
  const says = (what: string) => `${act.name}, ${mode} at ${call} ${at}: ${what}`;
  const isDone = said === 'done';
  return [
    ...[...killed.faults, ...closed.faults].map(says),
    ...(isDone && !(isThere(killed) && isThere(closed)) ? [says('answered, and not there')] : []),
    ...(!isDone && !PLAIN.includes(said) ? [says(`told only ${said}`)] : []),
    ...(saidAsked === 'done' ? [] : [says(`a question was answered with ${saidAsked}`)]),
    ...(call.includes('sync') && !isDone && saidNext !== 'restartNeeded' ? [says(`went on with ${saidNext}`)] : []),
  ];
}

describe.skipIf(why)('a disk that refuses', () => {
  test('any one call, or all from there on, never makes an answer without its row', async () => {
    // A scan writes beside the ledger, too.
    const chosen = isFull ? acts : acts.filter((act, at) => at === 0 || act.name === 'attachment.add');
    const every = isFull ? 1 : Math.ceil(200 / sizeOf('points'));
    const faults: string[] = [];
    for (const error of ['EIO', 'ENOSPC'] as const)
      for (const mode of ['failOnce', 'failOn'] as const) {
        const sum = { tried: 0, refused: 0, readOnly: 0, unsure: 0 };
        for (const act of chosen)
          for (const its of await refuse({ act, error, mode, every })) {
            sum.tried += 1;
            sum.refused += its.said === 'done' ? 0 : 1;
            sum.readOnly += its.saidNext === 'restartNeeded' ? 1 : 0;
            sum.unsure += its.said !== 'done' && isThere(its.killed) ? 1 : 0;
            const found = faultsOf(its, act, mode);
            for (const fault of found) console.log(`${error}: ${fault}`);
            faults.push(...found);
          }
        tell({
          id: 'D5',
          what: `${error} ${mode === 'failOnce' ? 'once' : 'from there on'} at a call of ${chosen.length} kinds of acts`,
          count: sum.tried,
          result: `${sum.refused} acts refused, ${sum.readOnly} times read-only until the restart, ${sum.unsure} refused and there all the same after a kill; ${faults.length} faults so far`,
        });
        expect(sum.refused).toBeGreaterThan(0);
      }
    expect(faults).toEqual([]);
  }, 7_200_000);

  test('is caught when an answer is made up', async () => {
    const [act] = acts;
    if (!act) throw new Error('no acts');
    const refused = (await refuse({ act, error: 'EIO', mode: 'failOnce', every: 3 })).filter(
      (its) => its.said !== 'done',
    );
    const madeUp = refused.map((its) => ({ ...its, said: 'done' }));
    expect(madeUp.flatMap((its) => faultsOf(its, act, 'failOnce')).join('\n')).toMatch(/answered, and not there/);
    const silent = refused.map((its) => ({ ...its, said: 'unexpected' }));
    expect(silent.flatMap((its) => faultsOf(its, act, 'failOnce')).join('\n')).toMatch(/told only unexpected/);
  }, 600_000);
});
