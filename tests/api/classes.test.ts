import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  PIN,
  registerProject,
  signIn,
} from './office';

let office: Office;
let people: People;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.archivist);
});
afterEach(() => office.close());

const classOf = async (code: string) => {
  const found = (await office.call('recordClass.overview', {})).classes.find((its) => its.code === code);
  if (!found) throw new Error(code);
  return found;
};
const fieldsOf = async (code: string) => {
  const { id, name, word, pattern, yearly, retentionId } = await classOf(code);
  return { id, name, word, pattern, yearly, retentionId };
};
const receive = async (n = 1) => {
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people, n);
  const dossierId = await compileSample(office, projectId);
  const archiveNo = await acceptAtArchive(office, await bringToArchive(office, dossierId));
  return { dossierId, projectId, archiveNo };
};

describe('classes of records', () => {
  test('show the number that comes next and how many dossiers they have', async () => {
    const { archiveNo } = await receive();
    expect(archiveNo).toBe('鸿借字第001号');
    expect(await classOf('loan')).toMatchObject({ nextNumber: '鸿借字第002号', nextSeq: 2, dossiers: 1 });
    expect(await classOf('research')).toMatchObject({ nextNumber: '鸿研字〔2026〕第001号', dossiers: 0 });
  });

  test('number with an added class and its own pattern, with all tokens', async () => {
    const { retentionId } = await classOf('research');
    const { id } = await office.call('recordClass.add', {
      name: '工程资料',
      word: '工',
      pattern: '{short}{type}[{yy}]{class}-{seq:4}',
      yearly: true,
      retentionId,
    });
    const { classes } = await office.call('recordClass.overview', {});
    expect(classes.find((its) => its.id === id)?.nextNumber).toBe('鸿工[26]工程资料-0001');
    expect(
      await office.outcome('number.void', {
        classId: id,
        text: '鸿工[26]工程资料-0001',
        reason: '写坏',
        signature: PIN,
      }),
    ).toBe('done');
    expect((await office.call('recordClass.overview', {})).classes.find((its) => its.id === id)?.nextSeq).toBe(2);
  });

  test('refuse a pattern that says too little, twice, or nothing', async () => {
    const its = await fieldsOf('research');
    const revised = (pattern: string, yearly = true) =>
      office.outcome('recordClass.revise', { ...its, pattern, yearly });
    expect(await revised('{type}{yy}{nr}{seq}')).toBe('tokenUnknown');
    expect(await revised('{type}{yy}{seq:7}')).toBe('tokenUnknown');
    expect(await revised('{type}{yy}')).toBe('seqNotOnce');
    expect(await revised('{type}{yy}{seq}{seq:2}')).toBe('seqNotOnce');
    expect(await revised('{type}{seq:3}')).toBe('yearNeeded');
    expect(await revised('{year}{seq:3}')).toBe('patternUnreadable');
    expect(await revised('{type}{seq:3}', false)).toBe('done');
  });

  test('never make the number of another class, nor one that is given', async () => {
    const its = await fieldsOf('research');
    const revised = (change: object) => office.outcome('recordClass.revise', { ...its, ...change });
    expect(await revised({ word: '采' })).toBe('patternMeets');
    expect(await revised({ word: '借', pattern: '{short}{type}字第{seq:1}号', yearly: false })).toBe('patternMeets');
    expect(await revised({ word: '借', pattern: '{short}{type}字第A{seq:1}号', yearly: false })).toBe('done');
    const loan = await fieldsOf('loan');
    await receive();
    // 鸿借字第001号 would be made once more by the other class after the loans have moved on.
    await office.call('recordClass.revise', { ...loan, pattern: '{short}{type}第{seq:3}号' });
    expect((await classOf('loan')).nextNumber).toBe('鸿借第002号');
    expect(await revised({ word: '借', pattern: '{short}{type}字第{seq:3}号', yearly: false })).toBe(
      'patternMeetsNumber',
    );
    expect(await office.outcome('company.changeSettings', { name: '远', shortName: '远', idleMinutes: 5 })).toBe(
      'notAllowed',
    );
    await signIn(office, LOGINS.admin);
    expect(await office.outcome('company.changeSettings', { name: '远', shortName: '远', idleMinutes: 5 })).toBe(
      'done',
    );
  });

  test('keep given numbers when the pattern changes, and the running number goes on', async () => {
    const { dossierId } = await receive();
    const loan = await fieldsOf('loan');
    await office.call('recordClass.revise', { ...loan, pattern: '{short}-{type}-{year}-{seq:4}' });
    expect((await office.call('dossier.show', { id: dossierId })).archiveNo).toBe('鸿借字第001号');
    expect((await receive(2)).archiveNo).toBe('鸿-借-2026-0002');
  });

  test('are retired and taken up again, but not those of projects', async () => {
    const { id } = await classOf('research');
    await office.call('recordClass.retire', { id });
    expect(await office.outcome('recordClass.retire', { id })).toBe('classRetired');
    expect(await office.outcome('dossier.open', { classId: id, title: '报告', year: 2026 })).toBe('classRetired');
    await office.call('recordClass.takeUp', { id });
    expect(await office.outcome('recordClass.takeUp', { id })).toBe('classInUse');
    expect(await office.outcome('dossier.open', { classId: id, title: '报告', year: 2026 })).toBe('done');
    expect(await office.outcome('recordClass.retire', { id: (await classOf('loan')).id })).toBe('businessClassStays');
    expect(await office.outcome('recordClass.retire', { id: 99 })).toBe('noSuchClass');
    expect(await office.outcome('recordClass.revise', { ...(await fieldsOf('research')), name: '借款' })).toBe(
      'classExists',
    );
    await signIn(office, LOGINS.a);
    expect(await office.outcome('recordClass.retire', { id })).toBe('notAllowed');
  });
});

describe('archive numbers', () => {
  test('are declared void before use, signed, and stay in the register and in search', async () => {
    await receive();
    const { id: classId } = await classOf('loan');
    const asked = { classId, text: '鸿借字第002号', reason: '封面写坏', signature: PIN };
    expect(await office.outcome('number.void', { ...asked, signature: '000000' })).toBe('wrongSecret');
    expect(await office.outcome('number.void', { ...asked, text: '鸿借字第003号' })).toBe('numberGivenMeanwhile');
    expect(await office.call('number.void', asked)).toEqual({ text: '鸿借字第002号' });
    expect((await receive(2)).archiveNo).toBe('鸿借字第003号');
    const { rows, total } = await office.call('number.list', { classId, year: 0 });
    expect(total).toBe(3);
    expect(rows[1]).toMatchObject({ text: '鸿借字第002号', voidedBy: '沈砚秋', voidReason: '封面写坏' });
    expect(rows[1]?.dossierId).toBeUndefined();
    expect((await office.call('number.list', { classId, year: 0, voidOnly: true })).total).toBe(1);
    const [group] = await office.call('search.find', { text: '鸿借字第002号' });
    expect(group).toMatchObject({ kind: 'number', hits: [{ title: '鸿借字第002号', detail: '封面写坏' }] });
    const [series] = await office.call('number.series', {});
    expect(series).toMatchObject({
      first: '鸿借字第001号',
      last: '鸿借字第003号',
      given: 3,
      void: 1,
      missing: 0,
      doubtful: 0,
    });
    expect(await office.call('number.faults', { classId, year: 0 })).toEqual([]);
    // Not with the sqlite3 command line either.
    const { db } = office.ledger;
    for (const sql of [
      "UPDATE archive_number SET void_reason = 'x' WHERE voided_on IS NOT NULL",
      'DELETE FROM archive_number',
    ])
      expect(() => db.exec(sql)).toThrow(/archive number/);
  });

  test('of the wrong class are replaced: the old one is void, contracts and search follow', async () => {
    const { dossierId } = await receive();
    const { id: classId } = await classOf('guarantee');
    const asked = { dossierId, classId, archiveNo: '鸿保字第001号', reason: '应归担保类', signature: PIN };
    expect(await office.outcome('number.replace', { ...asked, classId: (await classOf('loan')).id })).toBe(
      'numberInThisClass',
    );
    expect(await office.outcome('number.replace', { ...asked, archiveNo: '鸿保字第009号' })).toBe(
      'numberGivenMeanwhile',
    );
    expect(await office.call('number.replace', asked)).toEqual({ archiveNo: '鸿保字第001号' });
    const view = await office.call('dossier.show', { id: dossierId });
    expect(view).toMatchObject({ archiveNo: '鸿保字第001号', className: '担保' });
    expect(view.items.map(({ contractCode }) => contractCode).filter(Boolean)[0]).toBe('鸿保字第001号-合1');
    const loans = (await office.call('number.list', { classId: (await classOf('loan')).id, year: 0 })).rows;
    expect(loans).toMatchObject([
      { text: '鸿借字第001号', dossierId, replacedBy: '鸿保字第001号', voidReason: '应归担保类' },
    ]);
    const groups = await office.call('search.find', { text: '鸿借字第001号' });
    expect(groups.find(({ kind }) => kind === 'number')?.hits[0]).toMatchObject({
      dossierId,
      detail: '→ 鸿保字第001号 · 应归担保类',
    });
    expect((await office.call('ledger.list', { filter: { text: '鸿借字第001号' } })).rows.map(({ id }) => id)).toEqual([
      dossierId,
    ]);
    // The next loan gets the next number: a void one is never used again.
    expect((await receive(2)).archiveNo).toBe('鸿借字第002号');
  });

  test('are replaced on the shelf only, never into a class that needs a project', async () => {
    const { id: research } = await classOf('research');
    const { id } = await office.call('dossier.open', { classId: research, title: '调研', year: 2026 });
    const { id: classId } = await classOf('purchasing');
    const asked = { dossierId: id, classId, archiveNo: 'x', reason: '错', signature: PIN };
    expect(await office.outcome('number.replace', asked)).toBe('renumberNotOnShelf');
    await office.call('recordClass.retire', { id: classId });
    expect(await office.outcome('number.replace', asked)).toBe('classRetired');
    expect(await office.outcome('number.void', { classId, text: 'x', reason: '错', signature: PIN })).toBe(
      'classRetired',
    );
    expect(await office.outcome('number.replace', { ...asked, dossierId: 99 })).toBe('noSuchDossier');
    expect(await office.outcome('number.show', { id: 99 })).toBe('noSuchNumber');
  });
});

describe('terms of retention', () => {
  const term = async (code: string) => {
    const found = (await office.call('retention.overview', {})).find((its) => its.code === code);
    if (!found) throw new Error(code);
    return found;
  };

  test('work out the last day of all their dossiers anew, in one event', async () => {
    const { dossierId, projectId } = await receive();
    await signIn(office, LOGINS.a);
    const {
      id: _,
      clientName: __,
      ...its
    } = { clientName: '', ...(await office.call('project.show', { id: projectId })) };
    const { name, clientId, businessType, contractNo, amountFen, guarantors, aManagerId, bManagerId, disbursedOn } =
      its;
    await office.call('project.correct', {
      id: projectId,
      ...{ name, clientId, businessType, contractNo, amountFen, guarantors, aManagerId, bManagerId },
      ...(disbursedOn && { disbursedOn }),
      endedOn: '2028-02-29',
    });
    await signIn(office, LOGINS.archivist);
    const { id, dossiers } = await term('y30');
    expect(dossiers).toBe(1);
    const until = async () => (await office.call('dossier.show', { id: dossierId })).keepUntil;
    expect(await until()).toBe('2058-02-28');
    expect(await office.call('retention.effect', { id, years: 20 })).toEqual({ dossiers: 1, moved: 1, over: 0 });
    const events = () => office.ledger.db.prepare<[], number>('SELECT max(seq) FROM event').pluck().get() ?? 0;
    const before = events();
    expect(await office.call('retention.revise', { id, name: '20年', years: 20, basis: '本公司规定' })).toEqual({
      moved: 1,
    });
    expect(events()).toBe(before + 1);
    expect(await until()).toBe('2048-02-29');
    expect(await office.call('retention.revise', { id, name: '长期', basis: '' })).toEqual({ moved: 1 });
    expect(await until()).toBeUndefined();
  });

  test('are added, retired and taken up again', async () => {
    const { id } = await office.call('retention.add', { name: '5年', years: 5, basis: '第3条' });
    expect(await office.outcome('retention.add', { name: '5年', years: 6 })).toBe('retentionExists');
    expect(await office.outcome('retention.revise', { id: 1, name: '5年' })).toBe('retentionExists');
    await office.call('retention.retire', { id });
    expect(await office.outcome('retention.retire', { id })).toBe('retentionRetired');
    const { id: classId } = await classOf('research');
    expect(await office.outcome('dossier.open', { classId, title: '报告', year: 2026, retentionId: id })).toBe(
      'retentionRetired',
    );
    await office.call('retention.takeUp', { id });
    expect(await office.outcome('retention.takeUp', { id })).toBe('retentionInUse');
    expect(await office.outcome('retention.retire', { id: (await term('y10')).id })).toBe('retentionOfClasses');
    expect(await office.outcome('retention.effect', { id: 99, years: 1 })).toBe('noSuchRetention');
  });
});

describe('a dossier in the archive', () => {
  test('may be corrected in what describes it, with a reason, and in nothing else', async () => {
    const { dossierId } = await receive();
    const { title, secrecy, retentionId, remarks } = await office.call('dossier.show', { id: dossierId });
    const same = { id: dossierId, retentionId, secrecy, remarks, reason: '复核' };
    expect(await office.outcome('dossier.describe', same)).toBe('descriptionUnchanged');
    expect(await office.outcome('dossier.describe', { ...same, endedOn: '2026-03-01' })).toBe('projectSaysEnd');
    expect(await office.outcome('dossier.describe', { ...same, title: 'x' })).toBe('inputInvalid');
    await office.call('dossier.describe', { ...same, secrecy: 'secret', remarks: '附光盘一张' });
    expect(await office.call('dossier.show', { id: dossierId })).toMatchObject({
      title,
      secrecy: 'secret',
      remarks: '附光盘一张',
    });
    const { id: classId } = await classOf('research');
    const { id } = await office.call('dossier.open', { classId, title: '调研', year: 2026 });
    expect(await office.outcome('dossier.describe', { ...same, id })).toBe('describeNotReceived');
    await signIn(office, LOGINS.a);
    expect(await office.outcome('dossier.describe', same)).toBe('notAllowed');
  });
});
