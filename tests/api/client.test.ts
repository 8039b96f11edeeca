import { expect, test } from 'vitest';
import { foundCompany, LOGINS, openOffice, signIn } from './office';

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
