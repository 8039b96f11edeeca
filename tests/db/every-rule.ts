import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdfOf, pngOf, send } from '../api/files';
import { guessedPlan, layLedger, oldRows } from '../api/imports';
import { engageColleagues, handOverAll } from '../api/leaving';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  PASSWORD,
  PIN,
  PLACE,
  registerProject,
  signIn,
} from '../api/office';

/** What the archivist and the administrator set: people, classes, terms, places, days, checklists, views, scans. */
export async function keepRules(office: Office): Promise<void> {
  const people = await foundCompany(office);
  await managePeople(office);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  const dossierId = await compileSample(office, projectId);
  await acceptAtArchive(office, await bringToArchive(office, dossierId));
  await classify(office);
  await arrangeBoxes(office, dossierId);
  await office.call('calendar.mark', { day: '2026-03-04', kind: 'holiday', name: '某节' });
  await office.call('calendar.clear', { day: '2026-03-04' });
  await office.call('calendar.declareYear', { year: 2027, known: true });
  await office.call('calendar.takeNotice', { text: '一、元旦：1月1日放假。', year: 2027 });
  const entries = [{ part: 'approval' as const, title: '甲', required: true }];
  const list = await office.call('checklist.make', { name: '新清单', recordClass: 'other', entries });
  await office.call('checklist.revise', { id: list.id, name: '新的清单', entries });
  await lookAtLedger(office);
  await keepScans(office, dossierId);
}

async function managePeople(office: Office): Promise<void> {
  const { id: departmentId } = await office.call('people.addDepartment', { name: '风险部' });
  const who = { name: '林小满', departmentId, login: 'linxiaoman', positions: ['employee' as const] };
  const { id } = await office.call('people.engage', { ...who, password: PASSWORD, pin: PIN });
  await office.call('people.change', { id, ...who, name: '林晓满', employment: 'active' });
  await office.call('people.resetPassword', { id, password: PASSWORD });
  await office.call('people.allow', { position: 'employee', permission: 'ledger.read', allowed: false });
  await office.call('company.changeSettings', { name: '鸿远公司', shortName: '鸿', idleMinutes: 10 });
  await office.call('audit.verify', {});
  await office.call('people.changeOwnSecret', { currentPassword: PASSWORD, pin: PIN });
  await office.call('people.lock', {});
  await office.call('people.unlock', { password: PASSWORD });
  await office.call('attachment.check', {});
  await office.call('people.signOut', {});
}

async function classify(office: Office): Promise<void> {
  await signIn(office, LOGINS.archivist);
  const its = { name: '工程资料', word: '工', pattern: '{type}{yy}-{seq:3}', yearly: true, retentionId: 3 };
  const { id } = await office.call('recordClass.add', its);
  await office.call('recordClass.revise', { id, ...its, name: '单元工程资料' });
  await office.call('recordClass.retire', { id });
  await office.call('recordClass.takeUp', { id });
  const term = { name: '5年', years: 5, basis: '管理办法' };
  const kept = await office.call('retention.add', term);
  await office.call('retention.revise', { ...kept, ...term, years: 6, name: '6年' });
  await office.call('retention.retire', kept);
  await office.call('retention.takeUp', kept);
}

async function arrangeBoxes(office: Office, dossierId: number): Promise<void> {
  const at = { room: '二室', cabinet: '01柜', shelf: '1层', box: '01盒' };
  const { ids } = await office.call('place.addBoxes', { ...at, count: 2 });
  const [first = 0, second = 0] = ids;
  await office.call('place.measure', { id: first, capacityMm: 50 });
  await office.call('place.shelve', { placeId: first, dossierIds: [dossierId] });
  await office.call('place.moveBox', { id: first, ...at, shelf: '2层' });
  await office.call('place.removeBox', { id: second });
  await office.call('place.rename', { room: '二室', name: '三室' });
  await office.call('place.merge', { from: { room: '三室' }, into: { room: PLACE.room } });
}

async function lookAtLedger(office: Office): Promise<void> {
  const { id } = await office.call('ledgerView.keep', { name: '今年的', question: { filter: { year: 2026 } } });
  const columns = [{ column: 'title' as const, width: 200 }];
  await office.call('ledgerView.change', { id, question: {}, columns });
  await office.call('ledgerView.rename', { id, name: '全部' });
  await office.call('ledgerView.share', { id, shared: true });
  await office.call('ledgerView.openWith', { id });
  await office.call('ledgerView.arrange', { columns });
  await office.call('ledgerView.openWith', {});
  await office.call('ledgerView.remove', { id });
}

async function keepScans(office: Office, dossierId: number): Promise<void> {
  const subject = { kind: 'dossier' as const, id: dossierId };
  const sent = await send(office, subject, 'scan.png', pngOf('scan'));
  const { id } = (sent.ok ? sent.data : { id: 0 }) as { id: number };
  const file = join(office.dataDir, 'chosen.pdf');
  writeFileSync(file, pdfOf('page'));
  office.chosenFiles = [file];
  await office.call('attachment.choose', { subject });
  await office.call('attachment.rotate', { id, rotation: 90 });
  const [item] = (await office.call('dossier.show', { id: dossierId })).items;
  await office.call('attachment.assign', { id, subject: { kind: 'dossierItem', id: item?.id ?? 0 } });
  await office.call('attachment.remove', { id, reason: '扫错了' });
}

/** What comes from outside and goes outside: an import and its undo, an export, a backup that is looked at; and somebody leaves. */
export async function takeAlong(office: Office): Promise<void> {
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  await registerProject(office, people);
  await signIn(office, LOGINS.archivist);
  layLedger(office, oldRows(1, 2));
  await office.call('import.read', {});
  await office.call('import.cancel', {});
  await office.call('import.read', {});
  const { id } = await office.call('import.write', { plan: await guessedPlan(office) });
  await office.call('import.undo', { id, reason: '拿错了文件', signature: PIN });
  office.savePath = join(office.dataDir, 'ledger.xlsx');
  await office.call('export.save', { list: { name: 'ledger' }, format: 'xlsx', words: {} });
  await backUp(office);
  await signIn(office, LOGINS.admin);
  await encryptBackups(office);
  const colleagues = await engageColleagues(office);
  const given = await office.call('staffHandover.make', { fromId: people.a, supervisorId: colleagues.head });
  await office.call('staffHandover.cancel', { id: given.id, reason: '开错了' });
  await handOverAll(office, people, colleagues);
}

async function backUp(office: Office): Promise<void> {
  const stick = join(office.dataDir, 'stick');
  mkdirSync(stick, { recursive: true });
  office.chosenFiles = [stick];
  office.sticks = [stick];
  const { made } = await office.call('backup.make', { onOwnDisk: true });
  const bag = { place: made?.place ?? '', name: made?.name ?? '' };
  await office.call('backup.verify', bag);
  const [medium] = await office.call('backup.media', {});
  const words = { name: '一号盘', holder: '沈砚秋', keptAt: '家里', serial: '1' };
  await office.call('backup.describeMedium', { id: medium?.id ?? 0, ...words });
  await office.call('restore.open', bag);
  await office.call('restore.close', {});
  await office.call('restore.rehearse', bag);
  await office.call('backup.quitWithout', {});
}

/** One key is given up, the next one is printed, typed from its paper, used, and no longer used. */
async function encryptBackups(office: Office): Promise<void> {
  await office.call('backup.makeKey', {});
  await office.call('backup.dropKey', {});
  const subject = { form: 'backup-key' as const, ...(await office.call('backup.makeKey', {})) };
  await office.call('print.keyToPrinter', subject);
  const form = await office.call('print.keyForm', subject);
  if (form.form !== 'backup-key') throw new Error(form.form);
  await office.call('backup.encrypt', { key: form.key.privateKey, signature: PIN });
  await office.call('backup.stopEncrypting', { signature: PIN });
}
