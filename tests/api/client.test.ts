import { expect, test } from 'vitest';
import type { Position } from '../../shared/api/people.contract';
import { foundCompany, LOGINS, type Office, openOffice, PASSWORD, registerProject, signIn } from './office';

test('one credit code is one client, however its letters were typed', async () => {
  const office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.a);
  const code = '91440300MA5XQ0000K';
  const { id } = await office.call('client.register', {
    kind: 'enterprise',
    name: '青禾建材商贸有限公司',
    code: '９１４４０３００ma5xq0000k',
  });
  expect(await office.call('client.show', { id })).toMatchObject({ code });
  expect(await office.reply('client.register', { kind: 'enterprise', name: '青禾', code })).toMatchObject({
    error: { reason: 'clientCodeTaken', details: { name: '青禾建材商贸有限公司' } },
  });
  office.close();
});

/** A client that A of the first department owns, its project of A and B, and somebody of each kind who wants to correct them. */
async function tellWhoCorrects(office: Office, who: string, positions: Position[], ofTheDepartment: boolean) {
  const people = await foundCompany(office);
  const other = (await office.call('people.addDepartment', { name: '业务二部' })).id;
  const departmentId = ofTheDepartment ? 1 : other;
  await office.call('people.engage', { name: who, login: 'somebody', departmentId, positions, password: PASSWORD });
  await signIn(office, LOGINS.a);
  const { clientId, projectId } = await registerProject(office, people);
  await office.call('people.signIn', { login: 'somebody', password: PASSWORD });
  const of = async (name: string, input: object) => {
    const reply = await office.reply(name, input);
    return reply.ok ? 'answered' : reply.error.reason;
  };
  const project = {
    ...{ id: projectId, clientId, name: '贷款', businessType: 'loan', contractNo: '一号', amountFen: 1 },
    ...{ aManagerId: people.a, bManagerId: people.b },
  };
  const shown = await office.call('client.show', { id: clientId });
  const listed = await office.call('project.list', { clientId });
  return {
    client: await of('client.correct', { id: clientId, kind: 'enterprise', name: '青禾' }),
    project: await of('project.correct', project),
    offered: [shown.mayCorrect, listed[0]?.mayCorrect],
  };
}

test.each<[string, Position, boolean, string, string]>([
  ['a colleague of the owner', 'projectManager', true, 'answered', 'notYourProject'],
  ['a project manager of another department', 'projectManager', false, 'notYourClient', 'notYourProject'],
  ['the head of the owner’s department', 'departmentHead', true, 'answered', 'notAllowed'],
  ['the head of another department', 'departmentHead', false, 'notYourClient', 'notAllowed'],
  ['customer relations of another department', 'customerRelationsManager', false, 'notYourClient', 'notAllowed'],
  ['an archivist', 'archivist', false, 'answered', 'answered'],
  ['the chairman', 'chairman', false, 'answered', 'answered'],
  ['the general manager', 'generalManager', false, 'answered', 'answered'],
  ['a deputy manager', 'deputyManager', false, 'answered', 'answered'],
])('%s corrects a client or a project only where it is theirs', async (who, position, ofTheDepartment, c, p) => {
  const office = openOffice();
  const told = await tellWhoCorrects(office, who, [position], ofTheDepartment);
  expect(told).toEqual({ client: c, project: p, offered: [c === 'answered', p === 'answered'] });
  office.close();
});

test('a project is corrected by its A manager and its B manager, and the refusal says who they are', async () => {
  const office = openOffice();
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const { clientId, projectId } = await registerProject(office, people);
  const its = { id: projectId, clientId, name: '贷款', businessType: 'loan', contractNo: '一号', amountFen: 1 };
  const managers = { aManagerId: people.a, bManagerId: people.b };
  for (const login of [LOGINS.a, LOGINS.b]) {
    await signIn(office, login);
    expect(await office.reply('project.correct', { ...its, ...managers })).toMatchObject({ ok: true });
  }
  await signIn(office, LOGINS.admin);
  const third = { name: '周牧', login: 'zhoumu', departmentId: 1, positions: ['projectManager' as const] };
  await office.call('people.engage', { ...third, password: PASSWORD });
  await office.call('people.signIn', { login: 'zhoumu', password: PASSWORD });
  const details = { aManager: '顾行简', bManager: '罗书意' };
  const refused = { error: { code: 'notAllowed', reason: 'notYourProject', details } };
  expect(await office.reply('project.correct', { ...its, ...managers })).toMatchObject(refused);
  office.close();
});
