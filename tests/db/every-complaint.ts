import { ADMIN, castCompany, complain, procedureId, signInAs, take } from '../api/complaints';
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
