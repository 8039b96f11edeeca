import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { TitleFields } from '../../shared/api/title-fields';
import { decided, destroy, ENDED, engageDeciders, handOut, MANAGER, shelve } from '../api/disposing';
import { engageColleagues, handOverAll } from '../api/leaving';
import { lendTitles } from '../api/lend-titles';
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
  PLACE,
  registerProject,
  signIn,
} from '../api/office';
import { act, bringTitles, engageKeepers, giveTitles, registerSafe, SAMPLE_TITLES } from '../api/title-office';

/** A ledger in which a bit of everything has happened; ends closed, and with the code that a form would carry. */
export async function keepBusyLedger(): Promise<{ office: Office; anchor: string; acceptedAt: number }> {
  const office = openOffice();
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  const first = await compileSample(office, projectId);
  const toArchive = await bringToArchive(office, first);
  await acceptAtArchive(office, toArchive);
  const acceptedAt = office.app.journal.head().seq;

  // A second one is sent back with a reason of two lines, a remark without a count, and a character outside the plane.
  await signIn(office, LOGINS.a);
  const second = await registerProject(office, people, 2);
  const { id } = await office.call('dossier.open', {
    projectId: second.projectId,
    title: '𠮷庆 "贷" \\ 款',
    year: 2026,
  });
  const items = ['借款申请书', '借款合同'].map((title) => ({ part: 'contracts' as const, title, pages: 2 }));
  await office.call('dossier.compile', { id, revision: 0, items });
  const toB = await office.call('handover.give', { dossierId: id, kind: 'aToB', revision: 1, signature: PIN });
  await signIn(office, LOGINS.b);
  const [item] = (await office.call('handover.show', { id: toB.id })).items;
  const found = [{ itemId: item?.id ?? 0, pagesFound: null, remark: '没看' }];
  await office.call('handover.check', { id: toB.id, found });
  await office.reply('handover.sendBack', { id: toB.id, reason: 'x', signature: 'wrong one' });
  await office.call('handover.sendBack', { id: toB.id, reason: '缺页\n请补\u0007', signature: PIN });
  // A number is spoilt before anything bears it; another one was given in the wrong class.
  await signIn(office, LOGINS.archivist);
  const spoilt = { classId: 2, text: '鸿保字第001号', reason: '封面"写坏" 作废', signature: PIN };
  await office.call('number.void', spoilt);
  const moved = { dossierId: first, classId: 2, archiveNo: '鸿保字第002号', reason: '应为担保', signature: PIN };
  await office.call('number.replace', moved);
  // One is destroyed, one goes outside and comes back, and an executive refuses a list.
  await signIn(office, LOGINS.admin);
  const all = await engageDeciders(office, people);
  await destroy(office, all, await shelve(office, all, 3, ENDED));
  const away = await shelve(office, all, 4, ENDED);
  const transfer = await handOut(office, all, away);
  await office.call('disposal.takeBack', { id: transfer, dossierId: away, reason: '退回\n完好', place: PLACE });
  const input = { reason: '𠮷 "到期"', lines: [decided(away, { decision: 'keep', years: 30 })], signature: PIN };
  const { id: refused } = await office.call('disposal.appraise', input);
  await signIn(office, MANAGER);
  await office.call('disposal.refuse', { id: refused, reason: '再议\n不急', signature: PIN });
  await signIn(office, LOGINS.admin);
  await moveTitles(office, people, projectId);
  // A hands everything over, B may leave with things in hand.
  await signIn(office, LOGINS.admin);
  await handOverAll(office, people, await engageColleagues(office));
  office.at('2026-02-27T09:00:00+08:00');
  await signIn(office, 'zhoumu');
  await office.call('dossier.retitle', { id, title: '庆"贷', retentionId: 3, secrecy: 'secret' });
  await signIn(office, LOGINS.archivist);
  office.chosenFiles = [mkdtempSync(join(office.dataDir, 'stick-'))];
  office.sticks = office.chosenFiles;
  await office.call('backup.make', { onOwnDisk: true });
  const { seq, hash } = office.app.journal.head();
  office.ledger.close();
  return { office, anchor: `${seq}:${hash.slice(0, 16)}`, acceptedAt };
}

/** Titles come, one goes to the registry by mistake and is taken back, one is lent; a list is sent back, the day is closed. */
async function moveTitles(office: Office, people: People, projectId: number): Promise<void> {
  const keepers = await engageKeepers(office, people);
  const { id: safeId, compartments } = await registerSafe(office, keepers);
  const [titleId = 0, other = 0] = await bringTitles(office, keepers, projectId, compartments[0] ?? 0);
  const errand = { pieces: [{ titleId }], party: '𠮷 "登记中心"', dueOn: '2026-03-06' };
  const { id: slipId } = await office.call('titleMove.sendToRegistry', { ...act(keepers), ...errand });
  const { basis: _, ...signed } = act(keepers, '登记错了\n冲回');
  await office.call('titleMove.reverse', { ...signed, slipId });
  await lendTitles(office, keepers, [other], { purpose: '𠮷 "客户"\n查验' });
  const becomes = { ...SAMPLE_TITLES[0], certificateNo: '粤证第1号' } as TitleFields;
  const exchange = { ...act(keepers, '更名'), titleId, becomes, compartmentId: compartments[1], party: '登记中心' };
  await office.call('titleMove.exchange', exchange);
  const day = { safeId, day: '2026-03-02' };
  const { contentHash: seen } = await office.call('safe.balance', day);
  const signatures = { operator: PIN, second: PIN };
  await office.call('safe.closeDay', { ...day, seen, secondId: keepers.keeper, signatures });
  const unlike = { ...SAMPLE_TITLES[0], certificateNo: '粤证第2号' } as TitleFields;
  const back = await giveTitles(office, projectId, [unlike]);
  await office.call('titleHandover.sendBack', { id: back.id, reason: '证号不清', signature: PIN });
}
