import { ADMIN, CAST, castCompany, complain, procedureId, signInAs, take } from '../api/complaints';
import { LOGINS, type Office, PASSWORD, PIN, signIn } from '../api/office';

/** A procedure is revised, copied, retired and taken back into use; a complaint is registered, put off, refused with an explanation, closed, and begun anew. */
export async function complainAll(office: Office): Promise<void> {
  await castCompany(office);
  await signInAs(office, 'hr');
  const id = await procedureId(office, '服务投诉');
  const { definition } = await office.call('complaint.procedure', { id });
  await signIn(office, ADMIN);
  const { id: revised } = await office.call('complaint.revise', { id, definition, signature: PASSWORD });
  await office.call('complaint.copy', { id: revised, title: '分公司服务投诉' });
  await office.call('complaint.retire', { id: revised });
  await office.call('complaint.resume', { id: revised });
  await penalise(office);
  const its = await complain(office, '服务投诉', { kind: 'other' });
  await signInAs(office, 'hr');
  const asked = { complaintId: its, limit: 'answer', newDueOn: '2026-12-31', reason: '当事人出差' };
  await office.call('caseExtension.withdraw', await office.call('caseExtension.ask', asked));
  const { id: extension } = await office.call('caseExtension.ask', asked);
  await signInAs(office, 'manager');
  await office.call('caseExtension.decide', { id: extension, granted: true, signature: PIN });
  const about = { channel: 'phone' as const, withWhom: '周女士' };
  const { id: noted } = await office.call('complaintFile.note', { id: its, direction: 'in', said: '催问', ...about });
  await office.call('complaintFile.note', { id: its, direction: 'out', said: '已告知', correctsId: noted, ...about });
  await linkClient(office, its);
  await take(office, its, 'hr', 'assess', { justified: false, major: false, urgent: false });
  await take(office, its, 'hr', 'explain', { explanation: '经核实，当日及时接待。' });
  await take(office, its, 'hr', 'close', { summary: '不属实' });
  await office.call('complaint.reopen', { id: its, reason: '客户补充了证据' });
}

/** One is proposed, taken over the head, decided and handed over; one is taken back; somebody is praised. */
async function penalise(office: Office): Promise<void> {
  const all = await officeStaff(office);
  const complaintId = await complain(office, '服务投诉', { kind: 'attitude' });
  await take(office, complaintId, 'hr', 'assess', { justified: true, major: false, urgent: false });
  const about = { complaintId, measure: 'fine', amountFen: 5_000, facts: '态度生硬' };
  const first = await office.call('penalty.propose', { ...about, staffId: all('worker') });
  const second = await office.call('penalty.propose', { ...about, staffId: all('tester') });
  await office.call('penalty.withdraw', { ...pick(second), reason: '查无此事', signature: PIN });
  await office.call('penalty.commend', { staffId: all('clerk'), title: '通报表扬', amountFen: 0, facts: '主动加班' });
  await office.call('penalty.passUp', { ...pick(first), reason: '主管未处理' });
  await signInAs(office, 'worker');
  await office.call('penalty.state', { ...pick(first), way: 'written', statement: '今后改正', signature: PIN });
  await signInAs(office, 'manager');
  const decided = { granted: true, effectiveOn: '2026-12-31', signature: PIN };
  await office.call('penalty.decide', { ...pick(first), ...decided });
  await office.call('penalty.tell', pick(first));
}

const pick = ({ id }: { id: number }) => ({ id });

async function officeStaff(office: Office): Promise<(role: keyof typeof CAST) => number> {
  const staff = await office.call('people.staff', {});
  return (role) => staff.find(({ name }) => name === CAST[role].name)?.id ?? 0;
}

/** Somebody who reads clients finds out whose complaint it is. */
async function linkClient(office: Office, id: number): Promise<void> {
  await signIn(office, ADMIN);
  for (const permission of ['client.read', 'complaint.read', 'complaint.oversee'] as const)
    await office.call('people.allow', { position: 'hrManager', permission, allowed: true });
  await signIn(office, LOGINS.a);
  const { id: clientId } = await office.call('client.register', { kind: 'person', name: '周女士' });
  await signInAs(office, 'hr');
  await office.call('complaintFile.linkClient', { id, clientId });
}
