import type { TitleFields } from '../../shared/api/title-fields';
import {
  decided,
  destroy,
  ENDED,
  engageDeciders,
  handOut,
  listForDestruction,
  MANAGER,
  shelve,
} from '../api/disposing';
import { lentBefore } from '../api/lend-titles';
import {
  acceptAtArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  type People,
  PIN,
  PLACE,
  registerProject,
  signIn,
  tickAll,
} from '../api/office';
import * as titles from '../api/title-office';
import { borrowAll } from './every-borrowing';
import { complainAll } from './every-complaint';
import { encryptAndQuit } from './every-key';
import { keepRules, takeAlong } from './every-rule';

/** What begins or ends a ledger, or needs something that is under way at the same moment; the tests that bring it to its end. */
export const ONLY_ELSEWHERE: Readonly<Record<string, string>> = {
  'company.foundDemonstration': 'begins a ledger: tests/api/demonstration.test.ts',
  'company.leaveDemonstration': 'ends a ledger: tests/api/demonstration.test.ts',
  'restore.carryOut': 'puts another ledger in its place: tests/api/restore.test.ts',
  'rescue.open': 'only where no ledger can be opened: tests/api/rescue.test.ts',
  'rescue.carryOut': 'the same',
  'rescue.close': 'the same',
  'rescue.cancel': 'the same',
  'rescue.salvage': 'the same',
  'export.cancel': 'gives up what runs meanwhile: tests/api/export.test.ts',
  'attachment.cancel': 'the same: tests/api/attachment.test.ts',
  'backup.cancel': 'the same: tests/api/backup-cancelled.test.ts',
  'restore.cancel': 'the same: tests/api/restore.test.ts',
};

/** Everything that people can do, done rightly once, each chapter in a company of its own. */
export const CHAPTERS: readonly ((office: Office) => Promise<void>)[] = [
  keepRules,
  handOver,
  decideOnTime,
  dispose,
  keepTitles,
  borrowAll,
  complainAll,
  encryptAndQuit,
  takeAlong,
];

async function begin(office: Office): Promise<People & { projectId: number }> {
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  return { ...people, ...(await registerProject(office, people)) };
}

async function give(office: Office, dossierId: number, kind: 'aToB' | 'bToArchive' = 'aToB'): Promise<number> {
  const { revision } = await office.call('dossier.show', { id: dossierId });
  return (await office.call('handover.give', { dossierId, kind, revision, signature: PIN })).id;
}

/** A list that is taken back, one that is sent back, papers on a supplement list, and the shelf. */
async function handOver(office: Office): Promise<void> {
  const people = await begin(office);
  const { projectId } = people;
  const project = await office.call('project.show', { id: projectId });
  const { clientId, name, businessType, contractNo, amountFen, aManagerId, bManagerId } = project;
  const facts = { clientId, name, businessType, contractNo, amountFen, aManagerId, bManagerId };
  await office.call('project.correct', { id: projectId, ...facts, guarantors: '林远山', disbursedOn: '2026-03-02' });
  await office.call('client.correct', {
    id: clientId,
    kind: 'enterprise',
    name: '青禾建材商贸有限公司',
    phone: '0755',
  });
  const id = await compileSample(office, projectId);
  await office.call('dossier.retitle', { id, title: '流动资金贷款', retentionId: 3, secrecy: 'confidential' });
  await office.call('handover.withdraw', { id: await give(office, id), reason: '少了一件', signature: PIN });
  const back = await give(office, id);
  await signIn(office, LOGINS.b);
  await office.call('handover.sendBack', { id: back, reason: '缺页', signature: PIN });
  await signIn(office, LOGINS.a);
  const toB = await give(office, id);
  await signIn(office, LOGINS.b);
  await supply(office, id, people.a);
  await tickAll(office, toB);
  await office.call('handover.acceptAtB', { id: toB, signature: PIN });
  await acceptAtArchive(office, await give(office, id, 'bToArchive'));
  const note = await office.call('note.write', { dossierId: id, kind: 'damaged', text: '缺角' });
  await office.call('note.strike', { id: note.id, reason: '记错了卷' });
  await office.call('dossier.describe', { id, retentionId: 3, secrecy: 'secret', reason: '定密' });
  await office.call('ledger.place', { id, ...PLACE, box: '08盒' });
  await office.call('number.void', { classId: 2, text: '鸿保字第001号', reason: '写坏', signature: PIN });
  const moved = { dossierId: id, classId: 2, archiveNo: '鸿保字第002号', reason: '应为担保', signature: PIN };
  await office.call('number.replace', moved);
  await office.call('print.savePdf', { form: 'dossier-cover', id });
  office.savePath = `${office.dataDir}/cover.pdf`;
  await office.call('print.savePdf', { form: 'dossier-cover', id });
  await office.call('print.toPrinter', { form: 'dossier-cover', id });
  await office.call('audit.checkSlip', { seq: '1', code: '0123456789abcdef' });
}

/** One paper is handed in, given back, handed in again and confirmed; another one is no longer demanded. */
async function supply(office: Office, dossierId: number, responsibleId: number): Promise<void> {
  const lines = ['盘点表', '同意书'].map((title) => ({ title, fault: 'missing' as const }));
  const { id } = await office.call('supplement.issue', {
    ...{ dossierId, responsibleId, dueOn: '2026-03-04', lines, signature: PIN },
  });
  const [first = 0, second = 0] = (await office.call('supplement.show', { id })).lines.map((line) => line.id);
  const handIn = () => office.call('supplement.handIn', { id, lines: [{ lineId: first, pages: 2 }], signature: PIN });
  await handIn();
  await office.call('supplement.giveBack', { id, lineIds: [first], reason: '不清楚', signature: PIN });
  await handIn();
  await office.call('supplement.confirm', { id, lines: [{ lineId: first, pagesFound: 2 }], signature: PIN });
  await office.call('supplement.withdraw', { id, lineIds: [second], reason: '不需要', signature: PIN });
}

/** Three requests for more time: one is taken back, one refused, one granted. */
async function decideOnTime(office: Office): Promise<void> {
  const people = await begin(office);
  await signIn(office, LOGINS.admin);
  await engageDeciders(office, people);
  await signIn(office, LOGINS.a);
  const dossierId = await compileSample(office, people.projectId);
  const asked = { dossierId, newDueOn: '2026-03-10', reason: '印章在外地' };
  await office.call('extension.withdraw', await office.call('extension.ask', asked));
  for (const answer of ['extension.refuse', 'extension.grant'] as const) {
    await signIn(office, LOGINS.a);
    const { id } = await office.call('extension.ask', asked);
    await signIn(office, MANAGER);
    if (answer === 'extension.grant') await office.call(answer, { id, signature: PIN });
    else await office.call(answer, { id, reason: '不急', signature: PIN });
  }
}

/** One is destroyed, one goes outside and comes back, one list is refused and one given up. */
async function dispose(office: Office): Promise<void> {
  const people = await engageDeciders(office, await foundCompany(office));
  await destroy(office, people, await shelve(office, people, 1, ENDED));
  const away = await shelve(office, people, 2, ENDED);
  const transfer = await handOut(office, people, away);
  await office.call('disposal.takeBack', { id: transfer, dossierId: away, reason: '退回', place: PLACE });
  const kept = await shelve(office, people, 3, ENDED);
  const reason = '2026 年到期鉴定';
  const appraise = (dossierId: number) =>
    office.call('disposal.appraise', { reason, lines: [decided(dossierId)], signature: PIN });
  const refused = await appraise(kept);
  await signIn(office, MANAGER);
  await office.call('disposal.refuse', { id: refused.id, reason: '再议', signature: PIN });
  await signIn(office, LOGINS.archivist);
  const approved = await appraise(kept);
  await signIn(office, MANAGER);
  await office.call('disposal.approve', { id: approved.id, signature: PIN });
  const id = await listForDestruction(office, people, approved.id);
  await office.call('disposal.nameWitnesses', { id, firstWitnessId: people.a, secondWitnessId: people.chairman });
  await office.call('disposal.withdraw', { id, reason: '暂缓' });
}

/** Titles come, move in every way, are counted, and go; the safe's keys, compartments, days and month. */
async function keepTitles(office: Office): Promise<void> {
  const its = await titles.officeWithTitles(office, await foundCompany(office));
  const { people, safe, projectId, compartment, other } = its;
  const [house = 0, second = 0, third = 0, fourth = 0, fifth = 0] = its.titles;
  const signed = titles.act(people);
  await office.call('titleHandover.sendBack', {
    ...{ id: (await titles.giveTitles(office, projectId, [paper('甲')])).id, reason: '证号不清', signature: PIN },
  });
  const taken = await titles.giveTitles(office, projectId, [paper('乙')]);
  await signIn(office, LOGINS.a);
  await office.call('titleHandover.withdraw', { id: taken.id, reason: '拿错', signature: PIN });
  await signIn(office, titles.CUSTODIAN);
  await office.call('title.describe', { id: house, valueFen: 1, reason: '重新评估' });
  await office.call('title.lookUp', { titleId: house, lookedOn: '2026-03-02', result: 'valid', source: '登记中心' });
  await office.call('titleMove.move', { ...signed, pieces: [{ titleId: house }], compartmentId: other });
  const errand = { ...signed, pieces: [{ titleId: house }], party: '登记中心', dueOn: '2026-03-06' };
  const { id: slipId } = await office.call('titleMove.sendToRegistry', errand);
  const { basis: _, ...withoutBasis } = titles.act(people, '登记错了');
  await office.call('titleMove.reverse', { ...withoutBasis, slipId });
  await office.call('titleMove.sendToRegistry', errand);
  const home = [{ titleId: house, compartmentId: compartment }];
  await office.call('titleMove.takeBack', { ...signed, pieces: home });
  const becomes = paper('粤证第1号');
  const exchange = { ...signed, titleId: second, becomes, compartmentId: other, party: '登记中心' };
  await office.call('titleMove.exchange', exchange);
  lentBefore(office, people, third, compartment);
  await office.call('titleMove.giveBack', { ...signed, pieces: [{ titleId: third, compartmentId: compartment }] });
  await signIn(office, LOGINS.a);
  const { projectId: later } = await registerProject(office, people, 2);
  await signIn(office, titles.CUSTODIAN);
  await office.call('titleMove.remortgage', { ...signed, titleIds: [fourth], projectId: later });
  await signIn(office, titles.MANAGER);
  const free = { titleId: fifth, projectId, reason: '置换', signature: PIN };
  await office.call('title.endSecurity', free);
  await signIn(office, titles.CUSTODIAN);
  await office.call('titleMove.release', { ...signed, titleIds: [fifth], party: '林远山' });
  await countSafe(office, people, third, compartment);
  await manageSafe(office, people, safe.id);
}

const paper = (certificateNo: string): TitleFields => {
  const [first] = titles.SAMPLE_TITLES;
  if (!first) throw new Error('no sample');
  return { ...first, certificateNo };
};

/** One stocktake is given up, one finds nothing; what was missing turns up again. */
async function countSafe(office: Office, people: titles.TitlePeople, titleId: number, at: number): Promise<void> {
  await signIn(office, LOGINS.archivist);
  const plan = {
    scope: 'full' as const,
    plan: '月末盘点',
    firstCounterId: people.archivist,
    secondCounterId: people.keeper,
  };
  const given = await office.call('stocktake.start', plan);
  await office.call('stocktake.abandon', { id: given.id, reason: '人不齐' });
  const { id } = await office.call('stocktake.start', plan);
  const entry = { id, compartmentId: at, certificate: '无此证', unknown: true };
  await office.call('stocktake.count', entry);
  const [counted] = (await office.call('stocktake.show', { id })).entries;
  await office.call('stocktake.undo', { id, entryId: counted?.id ?? 0 });
  await office.call('stocktake.sign', { id, signatures: { firstCounter: PIN, secondCounter: PIN } });
  const { lines } = await office.call('stocktake.show', { id });
  const differing = lines.filter(({ differs }) => differs);
  const words = { cause: '没有找到', action: '追查' };
  await office.call('stocktake.explain', { id, lines: differing.map((line) => ({ lineId: line.id, ...words })) });
  await signIn(office, titles.MANAGER);
  const { contentHash: seen = '' } = await office.call('stocktake.show', { id });
  await office.call('stocktake.close', { id, seen, signature: PIN });
  await signIn(office, titles.CUSTODIAN);
  const { basis: _, ...signed } = titles.act(people);
  await office.call('titleMove.declareMissing', { ...signed, stocktakeId: id, pieces: [{ titleId }] });
  const found = [{ titleId, compartmentId: at }];
  await office.call('titleMove.declareFound', { ...signed, stocktakeId: id, pieces: found });
}

/** The safe is opened and closed, a key goes to somebody else; an empty one is put up and retired; day and month are closed. */
async function manageSafe(office: Office, people: titles.TitlePeople, safeId: number): Promise<void> {
  const two = { operator: PIN, second: PIN };
  await signIn(office, titles.CUSTODIAN);
  const opened = await office.call('safe.open', { safeId, secondId: people.keeper, reason: '核对', signatures: two });
  await office.call('safe.close', { openingId: opened.id });
  const because = { reason: '库房调整' };
  await office.call('safe.rename', { safeId, name: '主柜', place: '里间', ...because });
  const added = await office.call('safe.addCompartment', { safeId, name: '3-1', row: 3, col: 1 });
  await office.call('safe.retireCompartment', { compartmentId: added.id, ...because });
  const empty = await titles.registerSafe(office, people, '二号柜');
  await office.call('safe.retire', { safeId: empty.id, ...because });
  const day = '2026-03-02';
  const { contentHash: seen } = await office.call('safe.balance', { safeId, day });
  await office.call('safe.closeDay', { safeId, day, seen, secondId: people.keeper, signatures: two });
  office.at('2026-04-01T09:00:00+08:00');
  await signIn(office, titles.CUSTODIAN);
  const { next } = await office.call('safe.months', {});
  await office.call('safe.closeMonth', {
    ...{ month: next?.month ?? '', seen: next?.contentHash ?? '', secondId: people.manager, signatures: two },
  });
  await office.call('safe.entrust', {
    ...{ safeId, kind: 'key', label: '1号', holderId: people.archivist, supervisorId: people.manager },
    ...{ reason: '岗位调整', signatures: { giver: PIN, holder: PIN, supervisor: PIN } },
  });
}
