import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLedger } from '../../electron/db/open';
import { createMovementRepo } from '../../electron/features/title/movement.repo';
import { slipHash } from '../../electron/features/title/title.rules';
import { copyLedgerOf, cutTail, type LedgerCopy, rechain, throwCopiesAway } from '../db/ledger-copy';
import { foundCompany, LOGINS, type Office, openOffice, PIN, signIn } from './office';
import { CUSTODIAN, officeWithTitles } from './title-office';

let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;
/** What stands on the closing sheet of the day. */
let paper: { seq: number; code: string };

beforeEach(async () => {
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
  const day = { safeId: its.safe.id, day: '2026-03-02' };
  const { contentHash: seen } = await office.call('safe.balance', day);
  const signatures = { operator: PIN, second: PIN };
  const { id } = await office.call('safe.closeDay', { ...day, seen, secondId: its.people.keeper, signatures });
  paper = (await office.call('safe.closing', { id })).event;
});
afterEach(() => {
  office.close();
  throwCopiesAway();
});

const check = (seq: string | number = paper.seq, code = paper.code) =>
  office.call('audit.checkSlip', { seq: String(seq), code });

/** The ledger's file is exchanged for one that somebody has worked on. */
async function tamper(work: (copy: LedgerCopy) => void): Promise<void> {
  office.ledger.db.pragma('wal_checkpoint(TRUNCATE)');
  const copy = copyLedgerOf(office.dataDir);
  work(copy);
  office.ledger.close();
  copyFileSync(join(copy.dir, 'ledger.sqlite'), join(office.dataDir, 'ledger.sqlite'));
  office.restart();
  await signIn(office, CUSTODIAN);
}

describe('a number and a code from paper', () => {
  test('say which event it was, when and whose, as long as the ledger is the same', async () => {
    expect(await check()).toMatchObject({
      seq: paper.seq,
      answer: 'matches',
      action: 'safe.closeDay',
      actor: '唐晚晴',
    });
    expect((await check()).broken).toBeUndefined();
  });

  test('may be typed with spaces, dashes, full-width or as 第…条, in capitals', async () => {
    const spaced = paper.code.replace(/(.{4})(?=.)/g, '$1 ');
    const full = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    for (const [seq, code] of [
      [` ${paper.seq} `, spaced],
      [full(String(paper.seq)), full(spaced)],
      [`第 ${paper.seq} 条`, spaced.replaceAll(' ', '-').toUpperCase()],
    ])
      expect(await check(seq, code), `${seq} ${code}`).toMatchObject({ answer: 'matches' });
  });

  test('that nobody can read are refused, and no code of another event passes', async () => {
    for (const [seq, code] of [
      ['0', paper.code],
      ['十二', paper.code],
      ['3', 'xyz'],
      ['3', paper.code.slice(1)],
    ])
      expect(await office.reply('audit.checkSlip', { seq, code })).toMatchObject({
        error: { reason: 'anchorUnreadable' },
      });
    expect(await check(paper.seq - 1)).toMatchObject({ answer: 'differs' });
  });

  test('may be checked by whoever is signed in, and each check is an event', async () => {
    await signIn(office, LOGINS.a);
    await check();
    await signIn(office, LOGINS.admin);
    const { events } = await office.call('audit.list', {});
    expect(events.find(({ action }) => action === 'audit.checkSlip')).toMatchObject({ actor: '顾行简' });
    await office.call('people.signOut', {});
    expect(await office.reply('audit.checkSlip', { seq: '1', code: paper.code })).toMatchObject({
      error: { code: 'notSignedIn' },
    });
  });
});

describe('somebody works on the file behind the program', () => {
  /** A certificate lies elsewhere than it was put, in the table and in what the journal says of it. */
  const edit = (copy: LedgerCopy) =>
    copy.sql(`UPDATE title_movement SET to_compartment_id = ${its.other} WHERE id = 1;
      UPDATE change SET after = json_set(after, '$.to_compartment_id', ${its.other})
      WHERE table_name = 'title_movement' AND row_id = 1;`);

  /** What both would have signed, had the slip always been so. */
  const hashAsItStands = (copy: LedgerCopy): string => {
    const ledger = openLedger(copy.dir);
    try {
      const repo = createMovementRepo(ledger.db);
      const slip = repo.slip(1);
      if (!slip) throw new Error('no slip');
      const lines = repo.lines(1).map((line) => ({
        ...{ titleId: line.titleId, certificateNo: line.certificateNo, quantity: line.quantity },
        from: { place: line.fromPlace, compartmentId: line.fromCompartmentId },
        to: { place: line.toPlace, compartmentId: line.toCompartmentId },
      }));
      const { no, kind, movedOn, reason, basis, party, partyStaffId, handoverId, remarks, operatorId, secondId } = slip;
      const head = { no, kind, movedOn, reason, basis, party, partyStaffId, handoverId, remarks, operatorId, secondId };
      return slipHash({ ...head, lines });
    } finally {
      ledger.close();
    }
  };

  test('a movement edited, signatures and all hashes made anew: only the closing sheet finds it', async () => {
    await tamper((copy) => {
      copy.withoutTriggers(() => edit(copy));
      const hash = hashAsItStands(copy);
      copy.withoutTriggers(() => {
        copy.sql(`UPDATE title_slip_signature SET content_hash = '${hash}' WHERE slip_id = 1;
          UPDATE change SET after = json_set(after, '$.content_hash', '${hash}')
          WHERE table_name = 'title_slip_signature' AND row_id IN (SELECT id FROM title_slip_signature WHERE slip_id = 1);`);
        rechain(copy);
      });
    });
    expect(await check()).toMatchObject({ answer: 'differs' });
    expect((await check()).broken).toBeUndefined();
    await signIn(office, LOGINS.admin);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
    await signIn(office, CUSTODIAN);
    const { compartments } = await office.call('safe.contents', { safeId: its.safe.id });
    expect(compartments.map(({ pieces }) => pieces)).toEqual([6, 1, 0, 0, 0, 0]);
  });

  test('a ledger cut off after the paper was printed is shorter than the paper', async () => {
    await tamper((copy) => copy.withoutTriggers(cutTail(copy, paper.seq - 4)));
    const answer = await check();
    expect(answer).toMatchObject({ answer: 'shorter' });
    expect((answer as { last: number }).last).toBeLessThan(paper.seq);
  });

  test('a movement edited without new hashes: the paper matches, and the journal says from where it is not whole', async () => {
    await tamper((copy) => copy.withoutTriggers(() => edit(copy)));
    const answer = await check();
    expect(answer).toMatchObject({ answer: 'matches', broken: { fault: 'altered' } });
    expect(answer.broken?.seq).toBeLessThan(paper.seq);
  });
});
