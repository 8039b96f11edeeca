import { afterEach, beforeEach, expect, test } from 'vitest';
import { methods } from '../../shared/api/index';
import { foundCompany, LOGINS, type Office, openOffice, type People, registerProject, signIn } from './office';

/** A field of the contract that a repository does not write would be lost without a word. */
let office: Office;
let people: People;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.a);
});
afterEach(() => office.close());

/** Every field of a contract, filled in; what is only text is filled with its own name. */
function filled(name: string, given: object): object {
  const input = methods.get(name)?.input as unknown as { shape: Record<string, unknown> };
  const texts = Object.keys(input.shape).map((field) => [field, `${field} 青禾`]);
  return { ...Object.fromEntries(texts), ...given };
}

test('what is registered of a client, and corrected, is what is shown', async () => {
  const registered = filled('client.register', { kind: 'person', code: 'C' });
  const { id } = (await office.call('client.register', registered as never)) as { id: number };
  expect(await office.call('client.show', { id })).toMatchObject(registered);
  const corrected = filled('client.correct', { id, kind: 'enterprise', code: 'K', name: '远山', remarks: '' });
  await office.call('client.correct', corrected as never);
  expect(await office.call('client.show', { id })).toMatchObject(corrected);
});

test('what is registered of a project, and corrected, is what is shown', async () => {
  const { clientId } = await registerProject(office, people);
  const managers = { clientId, aManagerId: people.a, bManagerId: people.b };
  const days = { disbursedOn: '2026-03-02', endedOn: '2027-03-02' };
  const registered = filled('project.register', { ...managers, ...days, businessType: 'other', amountFen: 1 });
  const { id } = (await office.call('project.register', registered as never)) as { id: number };
  expect(await office.call('project.show', { id })).toMatchObject(registered);
  const swapped = {
    clientId,
    aManagerId: people.b,
    bManagerId: people.a,
    disbursedOn: '2026-03-03',
    endedOn: '2028-01-04',
  };
  const corrected = filled('project.correct', { ...swapped, id, businessType: 'loan', amountFen: 2, name: '远山' });
  await office.call('project.correct', corrected as never);
  expect(await office.call('project.show', { id })).toMatchObject(corrected);
});
