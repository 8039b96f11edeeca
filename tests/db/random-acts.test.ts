import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { methods } from '../../shared/api/index';
import { ENDED, shelve } from '../api/disposing';
import { pngOf, send } from '../api/files';
import { engageColleagues } from '../api/leaving';
import { LENT_BY } from '../api/lend-titles';
import {
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PASSWORD,
  PLACE,
  registerProject,
  signIn,
} from '../api/office';
import { folderFor, putBack } from '../torture/folders';
import { tell } from '../torture/report';
import { asked, sizeOf } from '../torture/sizes';
import { CHAPTERS, ONLY_ELSEWHERE } from './every-command';
import { copyLedgerOf, strangerSays, throwCopiesAway } from './ledger-copy';
import { type Act, act, everybodySignsIn, NOT_PLAYED, PLAYED, WINDOWS } from './random-office';
import { keepTitles } from './random-title-acts';
import { replayDifferences } from './replay';
import { verdictOf } from './verdict';
import { COMMANDS, newTally, type Tally, watched, watchedReply } from './watched-office';

const RUNS = sizeOf('sequences');
const ACTS_PER_RUN = 120;
/** In `npm test` the same sequences every time; before a release others each time. */
const SEED = 20_260_302;
/** Ten thousand of them on a machine that does other things as well. */
const WALK_MS = 11 * 3_600_000;

afterAll(throwCopiesAway);

async function perform(office: Office, its: Act, now: number, tally: Tally): Promise<void> {
  office.at(new Date(now).toISOString());
  await watchedReply(office, tally, its.name, await its.input(office), WINDOWS[its.who]);
}

/** An office in which something of every kind is there already, or most acts would find nothing to be about. */
async function keepOffice(office: Office): Promise<void> {
  const people = await foundCompany(office);
  // Somebody has to answer requests for more time.
  const admin = {
    id: people.admin,
    name: '苏景行',
    departmentId: 1,
    login: LOGINS.admin,
    employment: 'active' as const,
  };
  await office.call('people.change', { ...admin, positions: ['systemAdmin', 'generalManager'] });
  await engageColleagues(office);
  await penaliseBy(office);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  const { id } = await office.call('dossier.open', { projectId, title: '贷款', year: 2026 });
  await office.call('dossier.compile', {
    id,
    revision: 0,
    items: [{ part: 'contracts', title: '借款合同', pages: 7 }],
  });
  await office.call('extension.ask', { dossierId: id, newDueOn: '2026-03-10', reason: '印章在外地' });
  await bringToArchive(office, await compileSample(office, (await registerProject(office, people, 2)).projectId));
  const old = await shelve(office, people, 1, ENDED);
  await office.call('note.write', { dossierId: old, kind: 'damaged', text: '缺角' });
  await send(office, { kind: 'dossier', id: old }, 'scan.png', pngOf('scan'));
  await office.call('ledgerView.keep', { name: '旧卷', question: {} });
  await office.call('place.addBoxes', { ...PLACE, box: '08盒', count: 1 });
  await keepTitles(office, people, projectId);
}

/** The procedure that is played has a scale, so that penalties within it and outside are proposed. */
async function penaliseBy(office: Office): Promise<void> {
  const id = (await office.call('complaint.procedures', {})).find(({ title }) => title === '分级投诉')?.id ?? 0;
  const { definition } = await office.call('complaint.procedure', { id });
  const line = { points: 0, notice: false };
  const penalties = [
    { ...line, code: 'fine', title: '罚款', leastFen: 3_000, mostFen: 10_000 },
    { ...line, code: 'notice', title: '通报', leastFen: 20_000, mostFen: 20_000, notice: true },
  ];
  const scaled = { ...definition, penalties, penaltyBy: ['departmentHead' as const] };
  await office.call('complaint.revise', { id, definition: scaled, signature: PASSWORD });
}

/** Made once: the same hundred acts before each walk were half of its time. */
async function keptOffice(): Promise<string> {
  const kept = folderFor('kept-office');
  const office = openOffice(undefined, undefined, kept);
  await keepOffice(office);
  office.close();
  return kept;
}

async function play(kept: string, acts: readonly Act[], tally: Tally, judge: (office: Office) => void): Promise<void> {
  const dataDir = folderFor('walk');
  putBack(kept, dataDir);
  const office = openOffice(undefined, undefined, dataDir);
  try {
    await everybodySignsIn(office);
    let now = Date.parse('2026-03-02T09:00:00+08:00');
    for (const its of acts) {
      now += its.clock * 1000;
      await perform(office, its, now, tally);
      const me = await office.reply('people.me', {}, WINDOWS[its.who]);
      if (!me.ok || !me.data || (me.data as { locked: boolean }).locked) await everybodySignsIn(office);
    }
    judge(office);
  } finally {
    office.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function judgeWhole({ ledger: { db } }: Office): void {
  expect(replayDifferences(db)).toEqual([]);
  expect(verdictOf(db)).toMatchObject({ whole: true });
  expect(db.prepare('SELECT count(*) = max(seq) FROM event').pluck().get()).toBe(1);
}

describe('whatever people do, right or wrong', () => {
  test('is every command that the contract has', () => {
    expect(COMMANDS.filter((name) => !PLAYED.has(name))).toEqual(NOT_PLAYED);
    expect([...PLAYED].filter((name) => !methods.has(name))).toEqual([]);
  });

  test('has brought every command of the contract to its end, each as one event, and the journal gives the tables', async () => {
    const tally = newTally();
    for (const chapter of CHAPTERS) {
      const office = openOffice();
      try {
        await chapter(watched(office, tally));
        judgeWhole(office);
      } finally {
        office.close();
      }
    }
    const never = COMMANDS.filter((name) => !tally.succeeded.has(name));
    expect(never.sort()).toEqual(Object.keys(ONLY_ELSEWHERE).sort());
  });

  test(
    'each act that succeeds is one event, each that fails is none, and the journal gives the tables',
    async () => {
      const kept = await keptOffice();
      const tally = newTally();
      let checkedByStranger = 0;
      let sequences = 0;
      const judge = (office: Office) => {
        judgeWhole(office);
        // Of every command of the contract, played with anything, one lends titles.
        expect(['borrowing.lend']).toEqual(expect.arrayContaining(office.ledger.db.prepare(LENT_BY).pluck().all()));
        sequences += 1;
        if (checkedByStranger >= 3) return;
        office.ledger.db.pragma('wal_checkpoint(TRUNCATE)');
        expect(strangerSays(copyLedgerOf(office.dataDir))).toMatchObject({ whole: true });
        checkedByStranger += 1;
      };
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: ACTS_PER_RUN / 2, maxLength: ACTS_PER_RUN, size: 'max' }), (acts) =>
          play(kept, acts, tally, judge),
        ),
        { numRuns: RUNS, ...(asked === '' && { seed: SEED }) },
      );
      rmSync(kept, { recursive: true, force: true });
      tell({
        id: 'A4',
        what: 'random sequence of acts, replayed from the journal',
        count: sequences,
        result: `${tally.done} acts done, ${tally.refused} refused, ${tally.received} dossiers received, ${tally.handedOver} leavers, ${tally.moved} slips; no difference`,
      });
      // A play in which nothing happens would prove nothing.
      expect(sequences).toBe(RUNS);
      expect(Math.min(tally.done, tally.refused)).toBeGreaterThan(sequences * 2);
      // In a few of them what is rare may be missing; each command is brought to its end above.
      if (RUNS < 100) return;
      expect(tally.received).toBeGreaterThan(0);
      expect(tally.handedOver).toBeGreaterThan(0);
      expect(tally.moved).toBeGreaterThan(0);
    },
    WALK_MS,
  );

  test('a change that the journal had not written down would be seen', async () => {
    const office = openOffice();
    const people = await foundCompany(office);
    await signIn(office, LOGINS.a);
    await compileSample(office, (await registerProject(office, people)).projectId);
    const { db } = office.ledger;
    expect(replayDifferences(db)).toEqual([]);
    const ids = db.prepare('SELECT id FROM change').pluck().all() as number[];
    for (const id of ids.filter((_, i) => i % 37 === 0)) expect(replayDifferences(db, id)).not.toEqual([]);
    office.close();
  });
});
