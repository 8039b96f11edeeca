import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bagsOn } from './bags';
import { foundCompany, LOGINS, type Office, openOffice, PASSWORD, signIn } from './office';

let office: Office;
let stick: string;
beforeAll(async () => {
  office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.archivist);
});
beforeEach(() => {
  stick = mkdtempSync(join(tmpdir(), 'anjuan-company-'));
  office.chosenFiles = [stick];
  office.sticks = [stick];
  return () => rmSync(stick, { recursive: true, force: true });
});
afterAll(() => office.close());

const make = async () => {
  const { made } = await office.call('backup.make', { place: stick, onOwnDisk: true });
  if (!made) throw new Error('no backup was made');
  return made.name;
};
const later = async (instant: string) => {
  office.at(instant);
  await signIn(office, LOGINS.archivist);
};

test('a backup lies in the folder of the company; one on the top level from before is listed, checked, restored and cleared', async () => {
  const name = await make();
  expect(name).toMatch(/^鸿\/2026-\S+$/);
  expect(bagsOn(stick)).toEqual([name]);
  // As the program wrote them before.
  const old = name.replace('鸿/', '');
  renameSync(join(stick, name), join(stick, old));
  expect(await office.call('backup.bags', { place: stick })).toMatchObject([{ name: old }]);
  await office.call('backup.verify', { place: stick, name: old });
  await office.call('restore.open', { place: stick, name: old });
  expect((await office.call('restore.opened', {}))?.fault).toBeUndefined();
  await office.call('restore.close', {});
  await later('2026-03-02T10:00:00+08:00');
  const next = await make();
  expect(bagsOn(stick)).toEqual([next]);
});

test('what lies in the folder of the company is restored by choosing the stick, the folder or the backup', async () => {
  await later('2026-03-03T10:00:00+08:00');
  const name = await make();
  for (const chosen of [stick, join(stick, '鸿'), join(stick, name)]) {
    office.chosenFiles = [chosen];
    expect(await office.call('restore.open', {})).toEqual({ opened: true });
    expect((await office.call('restore.opened', {}))?.fault).toBeUndefined();
    await office.call('restore.close', {});
  }
  // Chosen in three ways it is one backup.
  const found = (await office.call('restore.bags', {})).filter(({ isCopy }) => !isCopy);
  expect(found.filter((its) => join(its.place, its.name) === join(stick, name))).toHaveLength(1);
});

test('the folder of the company itself, chosen, takes the backup without another in it', async () => {
  await later('2026-03-04T10:00:00+08:00');
  const folder = join(stick, '鸿');
  mkdirSync(folder);
  office.chosenFiles = [folder];
  office.sticks = [];
  await office.call('backup.make', { onOwnDisk: true });
  expect(readdirSync(folder).filter((name) => name.startsWith('2026-'))).toHaveLength(1);
});

test('what was broken off is offered nowhere, neither on the top level nor in the folder of the company', async () => {
  const name = await make();
  for (const at of ['', '鸿/']) {
    const unfinished = `${at}${name.replace('鸿/', '').replace(/_\d+$/, '_999')}.partial`;
    cpSync(join(stick, name), join(stick, unfinished), { recursive: true });
  }
  expect((await office.call('backup.bags', { place: stick })).map((its) => its.name)).toEqual([name]);
  office.chosenFiles = [stick];
  await office.call('restore.open', {});
  expect(await office.call('restore.opened', {})).toMatchObject({ name });
  await office.call('restore.close', {});
});

test('a backup of the same name is not written over', async () => {
  await later('2026-03-05T10:00:00+08:00');
  const name = await make();
  const seq = Number(name.split('_').at(-1));
  const next = name.replace(/_\d+$/, `_${seq + 1}`);
  cpSync(join(stick, name), join(stick, next), { recursive: true });
  const before = readdirSync(join(stick, next), { recursive: true }).length;
  expect(await office.reply('backup.make', { place: stick, onOwnDisk: true })).toMatchObject({
    error: { code: 'conflict', reason: 'stickHasIt' },
  });
  expect(readdirSync(join(stick, next), { recursive: true })).toHaveLength(before);
  expect(readdirSync(join(stick, '鸿')).filter((its) => its.endsWith('.partial'))).toEqual([]);
});

test('a stick with 50 000 other files takes a backup that is found among them', async () => {
  await later('2026-03-06T10:00:00+08:00');
  const photos = join(stick, '照片');
  mkdirSync(photos);
  for (let at = 0; at < 25_000; at += 1)
    for (const folder of [stick, photos]) writeFileSync(join(folder, `IMG_${at}.jpg`), '');
  const name = await make();
  expect(await office.call('backup.bags', { place: stick })).toMatchObject([{ name }]);
  await office.call('backup.verify', { place: stick, name });
  expect(readdirSync(photos)).toHaveLength(25_000);
}, 60_000);

test('the company’s name may be anything that a system keeps for itself', async () => {
  await signIn(office, LOGINS.admin);
  await office.call('company.changeSettings', { name: '鸿远小额贷款有限公司', shortName: 'CON', idleMinutes: 15 });
  await office.call('people.signIn', { login: LOGINS.archivist, password: PASSWORD });
  expect(await make()).toMatch(/^CON_\/2026-/);
});
