import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { THE_PROGRAM } from '../../electron/ipc/context';
import { bagsOn } from './bags';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from './office';

let office: Office;
let port: string;
/** Where a stick hangs now, by how it is called. */
const plug = (name: string): string => {
  const path = join(port, name);
  mkdirSync(path, { recursive: true });
  office.sticks = [...office.sticks, path];
  return path;
};
beforeEach(async () => {
  office = openOffice('2026-03-02T16:00:00+08:00');
  port = mkdtempSync(join(tmpdir(), 'anjuan-port-'));
  await foundCompany(office);
  await signIn(office, LOGINS.archivist);
});
afterEach(() => {
  office.close();
  rmSync(port, { recursive: true, force: true });
});

const make = async (place: string) => {
  const { made, cleared } = await office.call('backup.make', { place, onOwnDisk: true });
  if (!made || !cleared) throw new Error('no backup was made');
  return { ...made, cleared };
};
const plugAgain = async (stick: string) => {
  for (const sticks of [[], [stick]]) {
    office.sticks = sticks;
    await office.backup.lookForMedia();
  }
};
const on = async (instant: string) => {
  office.at(instant);
  await signIn(office, LOGINS.archivist);
};
const lastEvent = () =>
  office.ledger.db.prepare('SELECT action, actor_id AS actorId, input FROM event ORDER BY seq DESC LIMIT 1').get() as {
    action: string;
    actorId: number | null;
    input: string;
  };

describe('a stick', () => {
  test('is known again by its marker, wherever it hangs and whatever it is called', async () => {
    const first = plug(`💾${'长'.repeat(20)}${'x'.repeat(100)}`);
    await make(first);
    const other = plug('OTHER');
    await make(other);
    expect(await office.call('backup.media', {})).toMatchObject([{ name: 'OTHER' }, { name: first.split('/').at(-1) }]);
    renameSync(first, join(port, 'E'));
    office.sticks = [other, join(port, 'E')];
    const [, { id = 0 } = {}] = await office.call('backup.media', {});
    expect(await office.call('backup.places', {})).toContainEqual(
      expect.objectContaining({ path: join(port, 'E'), mediumId: id, removable: true }),
    );
    await on('2026-03-03T16:00:00+08:00');
    await make(join(port, 'E'));
    expect(await office.call('backup.media', {})).toMatchObject([{ id, backups: 2 }, { backups: 1 }]);
  });

  test('is said whose it is and where it lies', async () => {
    await make(plug('STICK'));
    const [{ id = 0 } = {}] = await office.call('backup.media', {});
    const its = { id, name: '蓝色 U 盘', holder: '苏景行', keptAt: '家里的保险柜', serial: 'SN-1' };
    await office.call('backup.describeMedium', its);
    expect(await office.call('backup.media', {})).toMatchObject([its]);
    expect(await office.reply('backup.describeMedium', { ...its, id: 99 })).toMatchObject({
      error: { reason: 'noSuchMedium' },
    });
  });

  test('is known by its volume besides, and not by the serial number that somebody has written down', async () => {
    const stick = plug('STICK');
    await make(stick);
    const [{ id = 0 } = {}] = await office.call('backup.media', {});
    const its = { id, name: '蓝色 U 盘', holder: '苏景行', keptAt: '家里', serial: 'SN-1' };
    await office.call('backup.describeMedium', its);
    office.volumeIds.set(stick, '5F0C-2A91');
    await on('2026-03-03T16:00:00+08:00');
    await make(stick);
    expect(await office.call('backup.media', {})).toMatchObject([{ ...its, backups: 2 }]);
    office.volumeIds.set(stick, '0000-0001');
    await on('2026-03-04T16:00:00+08:00');
    await make(stick);
    expect(await office.call('backup.media', {})).toMatchObject([
      { serial: '0000-0001', backups: 1 },
      { ...its, backups: 2 },
    ]);
  });

  test('that nobody has brought back for more than a month is named with its days', async () => {
    await make(plug('STICK'));
    await on('2026-04-02T09:00:00+08:00');
    const [known] = await office.call('backup.media', {});
    expect(known).not.toHaveProperty('unseenDays');
    await on('2026-04-03T09:00:00+08:00');
    expect(await office.call('backup.media', {})).toMatchObject([{ unseenDays: 32 }]);
  });

  test('is read again in full when it is plugged in the next time, once, and that is written down', async () => {
    const stick = plug('STICK');
    await office.backup.lookForMedia();
    const { madeAt } = await make(stick);
    await office.backup.lookForMedia();
    expect(lastEvent().action).toBe('backup.make');
    office.sticks = [];
    await office.backup.lookForMedia();
    office.at('2026-03-04T09:00:00+08:00');
    office.sticks = [stick];
    await office.backup.lookForMedia();
    expect(lastEvent()).toMatchObject({ action: 'backup.verify', actorId: null });
    const { n } = office.ledger.db.prepare('SELECT count(*) AS n FROM event').get() as { n: number };
    office.sticks = [];
    await office.backup.lookForMedia();
    office.sticks = [stick];
    await office.backup.lookForMedia();
    expect(office.ledger.db.prepare('SELECT count(*) AS n FROM event').get()).toEqual({ n });
    await on('2026-03-04T09:01:00+08:00');
    const [row] = (await office.call('backup.list', {})).rows;
    expect(row?.verifiedAt.slice(0, 10)).toBe('2026-03-04');
    expect(madeAt.slice(0, 10)).toBe('2026-03-02');
    expect(row).not.toHaveProperty('verifiedBy');
  });

  test('that has lied about what it wrote is found out then, and counts as no backup', async () => {
    const stick = plug('STICK');
    const { name } = await make(stick);
    expect(await office.call('company.status', {})).toMatchObject({ backupAgeDays: 0 });
    appendFileSync(join(stick, name, 'data/export/staff.csv'), 'x');
    await office.backup.lookForMedia();
    expect(JSON.parse(lastEvent().input)).toMatchObject({ name, whole: false, fault: 'bagFileAltered' });
    expect(await office.call('backup.bags', { place: stick })).toMatchObject([{ name, isFaulty: true }]);
    expect(await office.call('backup.media', {})).toMatchObject([{ faulty: 1 }]);
    expect(await office.call('company.status', {})).not.toHaveProperty('backupAgeDays');
    expect(await office.call('backup.unsaved', {})).toMatchObject({ events: office.app.journal.head().seq });
    // Once is enough.
    const { seq } = office.app.journal.head();
    await plugAgain(stick);
    expect(office.app.journal.head().seq).toBe(seq);
  });

  test('beside another one leaves the days counted from the newest backup of both', async () => {
    const [first, second] = [plug('FIRST'), plug('SECOND')];
    await make(first);
    await on('2026-03-05T09:00:00+08:00');
    await make(second);
    await on('2026-03-06T09:00:00+08:00');
    expect(await office.call('company.status', {})).toMatchObject({ backupAgeDays: 1 });
  });

  test('of which the last backup is faulty has none: those before it were cleared away', async () => {
    const stick = plug('STICK');
    await make(stick);
    await on('2026-03-02T17:00:00+08:00');
    const { name } = await make(stick);
    const file = join(stick, name, 'data/export/staff.csv');
    const whole = readFileSync(file);
    appendFileSync(file, 'x');
    expect(await office.reply('backup.verify', { place: stick, name })).toMatchObject({ ok: false });
    expect(await office.call('company.status', {})).not.toHaveProperty('backupAgeDays');
    expect(await office.call('backup.unsaved', {})).toEqual({ events: office.app.journal.head().seq });
    // Found whole again it counts again.
    writeFileSync(file, whole);
    await office.call('backup.verify', { place: stick, name });
    expect(await office.call('company.status', {})).toMatchObject({ backupAgeDays: 0 });
  });

  test('that still holds what was cleared away does not have it read again', async () => {
    const stick = plug('STICK');
    const first = await make(stick);
    const kept = join(port, 'kept');
    cpSync(join(stick, first.name), kept, { recursive: true });
    await on('2026-03-02T17:00:00+08:00');
    expect((await make(stick)).cleared).toEqual([first.name]);
    await plugAgain(stick);
    const { seq } = office.app.journal.head();
    cpSync(kept, join(stick, first.name), { recursive: true });
    await plugAgain(stick);
    expect(office.app.journal.head().seq).toBe(seq);
  });
});

describe('a copy of a stick', () => {
  const copyOf = (stick: string, name: string): string => {
    const copy = plug(name);
    cpSync(stick, copy, { recursive: true });
    return copy;
  };

  test('with the same marker is told from the other while both are plugged in, and becomes a medium of its own', async () => {
    const stick = plug('STICK');
    await make(stick);
    const copy = copyOf(stick, 'COPY');
    expect(await office.call('backup.places', {})).toMatchObject([
      { path: stick, twin: copy },
      { path: copy, twin: stick },
    ]);
    await on('2026-03-03T16:00:00+08:00');
    await make(copy);
    const media = await office.call('backup.media', {});
    expect(media).toMatchObject([{ name: 'COPY', backups: 1 }, { name: 'STICK' }]);
    const places = await office.call('backup.places', {});
    expect(places.map(({ mediumId, twin }) => [mediumId, twin])).toEqual([
      [media[1]?.id, undefined],
      [media[0]?.id, undefined],
    ]);
  });

  test('says nothing of the true one: neither that it was read again, nor that it is faulty, nor that it was cleared', async () => {
    const stick = plug('STICK');
    const { name } = await make(stick);
    const other = plug('OTHER');
    cpSync(join(stick, '鸿'), join(other, '鸿'), { recursive: true });
    await on('2026-03-02T17:00:00+08:00');
    const { verifiedAt } = await office.call('backup.verify', { place: other, name });
    expect(verifiedAt).toBeUndefined();
    expect((await office.call('backup.list', {})).rows[0]?.verifiedAt.slice(11, 13)).toBe('08');
    appendFileSync(join(other, name, 'data/export/staff.csv'), 'x');
    expect(await office.reply('backup.verify', { place: other, name })).toMatchObject({ ok: false });
    expect(await office.call('backup.media', {})).toMatchObject([{ faulty: 0 }]);
    expect((await make(other)).cleared).toEqual([]);
    expect((await office.call('backup.list', {})).rows.map((its) => its.removedAt)).toEqual([undefined, undefined]);
  });
});

test('a backup in a folder is known by the folder around it and by the company’s in it, and not by another', async () => {
  const folder = mkdtempSync(join(port, 'folder-'));
  const other = mkdtempSync(join(port, 'folder-'));
  office.chosenFiles = [folder];
  const { made } = await office.call('backup.make', { onOwnDisk: true });
  const name = made?.name ?? '';
  cpSync(join(folder, '鸿'), join(other, '鸿'), { recursive: true });
  const days = ['2026-03-05', '2026-03-06', '2026-03-07'];
  const looked: (string | undefined)[] = [];
  for (const [at, place] of [folder, join(folder, '鸿'), join(other, '鸿')].entries()) {
    office.at(`${days[at]}T10:00:00+08:00`);
    await office.backup.verify(place, place === folder ? name : name.replace('鸿/', ''), THE_PROGRAM);
    await signIn(office, LOGINS.archivist);
    looked.push((await office.call('backup.list', {})).rows[0]?.verifiedAt.slice(0, 10));
  }
  expect(looked).toEqual(['2026-03-05', '2026-03-06', '2026-03-06']);
});

test('a backup that somebody has deleted from a stick is missed there', async () => {
  const stick = plug('STICK');
  const { name } = await make(stick);
  rmSync(join(stick, name), { recursive: true });
  expect(await office.call('backup.bags', { place: stick })).toMatchObject([{ name, isMissing: true, ours: true }]);
  await on('2026-03-03T16:00:00+08:00');
  await make(stick);
  expect((await office.call('backup.bags', { place: stick })).map((its) => its.isMissing)).toEqual([false, true]);
  // In a year nobody would have kept it: the newest of that month and year is another.
  await on('2027-06-03T16:00:00+08:00');
  for (const day of ['04', '05', '06', '07', '08', '09', '10']) {
    await make(stick);
    await on(`2027-06-${day}T16:00:00+08:00`);
  }
  expect((await office.call('backup.bags', { place: stick })).some((its) => its.isMissing)).toBe(false);
});

describe('what is cleared away from a stick', () => {
  test('is said before, goes with the next backup of the day, and stands in its event', async () => {
    const stick = plug('STICK');
    const first = await make(stick);
    expect(await office.call('backup.bags', { place: stick })).toMatchObject([{ name: first.name, goesNext: true }]);
    await on('2026-03-02T17:00:00+08:00');
    const second = await make(stick);
    expect(second.cleared).toEqual([first.name]);
    expect(JSON.parse(lastEvent().input)).toMatchObject({ name: second.name, cleared: [first.name] });
    expect(bagsOn(stick)).toEqual([second.name]);
    const { rows } = await office.call('backup.list', {});
    expect(rows.map(({ removedAt }) => removedAt !== undefined)).toEqual([false, true]);
  });

  test('is never a sound one for the sake of one that was found faulty', async () => {
    const stick = plug('STICK');
    const made: string[] = [];
    for (const day of ['02', '03', '04', '05', '06', '07', '08', '09']) {
      await on(`2026-03-${day}T16:00:00+08:00`);
      made.push((await make(stick)).name);
    }
    const faulty = made.at(-2) ?? '';
    appendFileSync(join(stick, faulty, 'data/export/staff.csv'), 'x');
    expect(await office.reply('backup.verify', { place: stick, name: faulty })).toMatchObject({ ok: false });
    await on('2026-03-10T16:00:00+08:00');
    const going = (await office.call('backup.bags', { place: stick })).filter(({ goesNext }) => goesNext);
    // Counted as sound it would take the place of the seventh day.
    expect(going.map(({ name }) => name)).toEqual([faulty]);
    expect((await make(stick)).cleared).toEqual([faulty]);
  });

  test('is never another company’s, nor one that this ledger knows nothing of, nor anything else', async () => {
    const stick = plug('STICK');
    const first = await make(stick);
    const [foreign, unknown] = [join(stick, '2026-02-01T0900_ffffffff_9'), join(stick, '2026-02-01T0900_x_8')];
    for (const copy of [foreign, unknown]) cpSync(join(stick, first.name), copy, { recursive: true });
    const relabel = (bag: string, label: string, value: string) => {
      const file = join(bag, 'bag-info.txt');
      writeFileSync(file, readFileSync(file, 'utf8').replace(new RegExp(`^${label}: .*$`, 'm'), `${label}: ${value}`));
    };
    relabel(foreign, 'External-Identifier', 'f'.repeat(32));
    relabel(foreign, 'Source-Organization', '别家公司');
    relabel(unknown, 'Anjuan-Head', 'a'.repeat(64));
    mkdirSync(join(stick, '照片'));
    const bags = await office.call('backup.bags', { place: stick });
    expect(bags.find(({ company }) => company === '别家公司')).toMatchObject({ ours: false, goesNext: false });
    await on('2026-03-02T17:00:00+08:00');
    await make(stick);
    for (const name of ['2026-02-01T0900_ffffffff_9', '2026-02-01T0900_x_8', '照片'])
      expect(readdirSync(stick)).toContain(name);
    expect(bagsOn(stick)).not.toContain(first.name);
  });

  test('lies on a registered medium: in a plain folder everything stays', async () => {
    const folder = mkdtempSync(join(port, 'folder-'));
    office.chosenFiles = [folder];
    await office.call('backup.make', { onOwnDisk: true });
    await on('2026-03-02T17:00:00+08:00');
    await office.call('backup.make', { onOwnDisk: true });
    expect(bagsOn(folder)).toHaveLength(2);
    expect(await office.call('backup.media', {})).toEqual([]);
  });
});
