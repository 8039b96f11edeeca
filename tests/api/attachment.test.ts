import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AttachmentList, FilesVerdict } from '../../shared/api/attachment.contract';
import { jpegOf, pdfOf, pngOf, send, sha256 } from './files';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  outcomeOf,
  PASSWORD,
  type People,
  registerProject,
  signIn,
} from './office';

let office: Office;
let people: People;
let dossierId: number;
let itemId: number;
let outside: string;

beforeEach(async () => {
  // What is refused because of the disk goes to the diary as well.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  outside = mkdtempSync(join(tmpdir(), 'anjuan-files-'));
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  dossierId = await compileSample(office, projectId);
  itemId = (await office.call('dossier.show', { id: dossierId })).items[0]?.id ?? 0;
});
afterEach(() => {
  vi.restoreAllMocks();
  office.close();
  rmSync(outside, { recursive: true, force: true });
});

const blobs = () => join(office.dataDir, 'blobs');
const fileOf = (bytes: Uint8Array) => join(blobs(), sha256(bytes).slice(0, 2), sha256(bytes));
/** Everything below the folder of files, folders that are empty left out. */
const kept = () =>
  readdirSync(blobs(), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
const seq = () => office.app.journal.head().seq;
const whole = () => ({ kind: 'dossier', id: dossierId }) as const;
const paper = () => ({ kind: 'dossierItem', id: itemId }) as const;
const list = (): Promise<AttachmentList> => office.call('attachment.list', { dossierId });
const compileWithout = async (gone: number) => {
  const { revision, items } = await office.call('dossier.show', { id: dossierId });
  const rest = items.filter(({ id }) => id !== gone).map(({ contractCode: _, ...item }) => item);
  await office.call('dossier.compile', { id: dossierId, revision, items: rest });
  return items.find(({ id }) => id === gone);
};

describe('a scan', () => {
  test('comes in slices, lies under its hash, and is named by one event', async () => {
    const files: [string, Uint8Array, string][] = [
      ['合同.pdf', pdfOf('contract', 3), 'pdf'],
      ['照片.jpg', jpegOf('photo', 3_000_000), 'jpeg'],
      ['印章.png', pngOf('seal'), 'png'],
    ];
    for (const [name, bytes] of files) {
      const before = seq();
      expect(await send(office, paper(), name, bytes)).toMatchObject({ ok: true });
      expect(seq()).toBe(before + 1);
      expect(readFileSync(fileOf(bytes)).equals(bytes)).toBe(true);
    }
    const { rows } = await list();
    expect(
      rows.map(({ name, kind, bytes, subject, addedBy, itemGone }) => [name, kind, bytes, subject, addedBy, itemGone]),
    ).toEqual(files.map(([name, bytes, kind]) => [name, kind, bytes.byteLength, paper(), '顾行简', false]));
    expect(kept()).toEqual(files.map(([, bytes]) => sha256(bytes)).sort());
  });

  test('is read back in slices, to the last byte', async () => {
    const bytes = jpegOf('photo', 2_500_000);
    await send(office, whole(), 'a.jpg', bytes);
    const id = (await list()).rows[0]?.id ?? 0;
    const slices: Uint8Array[] = [];
    for (let from = 0; ; from += 1_048_576) {
      const slice = await office.call('attachment.read', { id, from, length: 1_048_576 });
      if (slice.length === 0) break;
      slices.push(slice);
    }
    expect(sha256(Buffer.concat(slices))).toBe(sha256(bytes));
  });

  test('is there once, however often it is attached', async () => {
    const bytes = pngOf('same');
    for (const subject of [whole(), paper(), paper()])
      expect(await send(office, subject, '同一张.png', bytes)).toMatchObject({ ok: true });
    expect((await list()).rows).toHaveLength(3);
    expect(kept()).toEqual([sha256(bytes)]);
  });

  test('that lies damaged is made whole by adding it again', async () => {
    const bytes = jpegOf('photo');
    await send(office, whole(), 'a.jpg', bytes);
    appendFileSync(fileOf(bytes), 'x');
    await send(office, whole(), 'b.jpg', bytes);
    expect(readFileSync(fileOf(bytes)).equals(bytes)).toBe(true);
  });

  test('is turned for looking at, and the file stays as it is', async () => {
    const bytes = pngOf('turned');
    await send(office, whole(), 'a.png', bytes);
    const id = (await list()).rows[0]?.id ?? 0;
    await office.call('attachment.rotate', { id, rotation: 270 });
    expect((await list()).rows[0]).toMatchObject({ rotation: 270 });
    expect(readFileSync(fileOf(bytes)).equals(bytes)).toBe(true);
    expect(await office.outcome('attachment.rotate', { id, rotation: 45 })).toBe('inputInvalid');
  });

  test('is taken away with a reason, stays listed as such, and its file stays', async () => {
    const bytes = pngOf('wrong one');
    await send(office, whole(), 'a.png', bytes);
    const id = (await list()).rows[0]?.id ?? 0;
    expect(await office.outcome('attachment.remove', { id, reason: ' ' })).toBe('inputInvalid');
    await office.call('attachment.remove', { id, reason: '传错了' });
    expect(await list()).toMatchObject({
      rows: [],
      removed: [{ name: 'a.png', removedBy: '顾行简', reason: '传错了' }],
    });
    expect(existsSync(fileOf(bytes))).toBe(true);
    for (const [name, input] of [
      ['attachment.read', { id, from: 0, length: 10 }],
      ['attachment.rotate', { id, rotation: 90 }],
      ['attachment.remove', { id, reason: '再来一次' }],
    ] as const)
      expect(await office.outcome(name, input)).toBe('attachmentRemoved');
    const [latest] = await office.call('audit.history', { table: 'dossier', id: dossierId });
    expect(latest).toMatchObject({ action: 'attachment.remove', reason: '传错了', about: 'a.png' });
  });
});

describe('a paper that goes out of the list', () => {
  test('leaves its scans with the dossier under its last title, and has them again when it comes back', async () => {
    await send(office, paper(), '扫描.png', pngOf('kept'));
    const gone = await compileWithout(itemId);
    expect((await list()).rows).toMatchObject([{ name: '扫描.png', itemGone: true, itemTitle: gone?.title }]);
    expect(outcomeOf(await send(office, paper(), 'late.png', pngOf('late')))).toBe('noSuchItem');
    const { revision, items } = await office.call('dossier.show', { id: dossierId });
    const back = [...items, ...(gone ? [gone] : [])].map(({ contractCode: _, ...item }) => item);
    await office.call('dossier.compile', { id: dossierId, revision, items: back });
    expect((await list()).rows).toMatchObject([{ name: '扫描.png', itemGone: false, itemTitle: gone?.title }]);
  });

  test('gives its scans to another paper of the same dossier, and to no other', async () => {
    await send(office, paper(), '扫描.png', pngOf('kept'));
    await compileWithout(itemId);
    const id = (await list()).rows[0]?.id ?? 0;
    const { items } = await office.call('dossier.show', { id: dossierId });
    const subject = { kind: 'dossierItem', id: items[0]?.id ?? 0 } as const;
    await office.call('attachment.assign', { id, subject });
    expect((await list()).rows).toMatchObject([{ subject, itemGone: false, itemTitle: items[0]?.title }]);
    const { projectId } = await registerProject(office, people, 2);
    const { id: other } = await office.call('dossier.open', { projectId, title: '另一卷', year: 2026 });
    expect(await office.outcome('attachment.assign', { id, subject: { kind: 'dossier', id: other } })).toBe(
      'itemOfAnotherDossier',
    );
  });

  test('between announcing and naming a file leaves no file behind', async () => {
    const bytes = pngOf('too late');
    const { ticket } = await office.call('attachment.begin', { subject: paper(), name: 'x.png', bytes: bytes.length });
    await office.call('attachment.append', { ticket, from: 0, slice: Uint8Array.from(bytes) });
    await compileWithout(itemId);
    expect(await office.outcome('attachment.add', { ticket })).toBe('noSuchItem');
    expect(kept()).toEqual([]);
  });
});

describe('bad input', () => {
  const NAMES = [
    '../../../etc/passwd.png',
    '/etc/cron.d/evil.png',
    'C:\\Windows\\System32\\evil.png',
    '\\\\server\\share\\evil.png',
    'CON',
    'NUL.png',
    'a\u0000b\n.png',
    '\u202egnp.exe',
    `${'长'.repeat(300)}.png`,
    '合同😀👨‍👩‍👧.png',
    '..',
    '',
  ];

  test('names from outside are only shown, cleaned; nothing is written outside the folder of files', async () => {
    const around = () => [
      readdirSync(join(office.dataDir, '..')).filter((name) => name.includes('evil')),
      readdirSync(office.dataDir).sort(),
    ];
    const before = around();
    for (const [i, name] of NAMES.entries()) {
      const bytes = pngOf(`bad ${i}`);
      expect([name, (await send(office, whole(), name, bytes)).ok]).toEqual([name, true]);
      expect(existsSync(fileOf(bytes))).toBe(true);
    }
    const { rows } = await list();
    for (const { name } of rows) expect(name).not.toMatch(/[\\/:\u202e]|\p{Cc}/u);
    expect(rows.map(({ name }) => name)).toContain('passwd.png');
    expect(kept()).toEqual(NAMES.map((_, i) => sha256(pngOf(`bad ${i}`))).sort());
    expect(around()).toEqual(before);
  });

  test('2 GB are refused at once, by the size that is announced', async () => {
    const begin = (bytes: number) => office.outcome('attachment.begin', { subject: whole(), name: 'x.pdf', bytes });
    expect(await begin(2 ** 31)).toBe('attachmentTooLarge');
    expect(await begin(200 * 1_048_576 + 1)).toBe('attachmentTooLarge');
    expect(await begin(0)).toBe('attachmentEmpty');
    expect(kept()).toEqual([]);
  });

  test('more, other or earlier bytes than announced are refused, and nothing of the file stays', async () => {
    const begin = async () =>
      (await office.call('attachment.begin', { subject: whole(), name: 'x.png', bytes: 20 })).ticket;
    const png = Uint8Array.from(pngOf('x').subarray(0, 20));
    const append = (ticket: string, from: number, slice: unknown) =>
      office.outcome('attachment.append', { ticket, from, slice });
    expect(await append(await begin(), 0, Uint8Array.from(pngOf('x').subarray(0, 21)))).toBe('attachmentSliceWrong');
    expect(await append(await begin(), 5, png.slice(0, 5))).toBe('attachmentSliceWrong');
    expect(await append(await begin(), 0, new Uint8Array(1_048_577))).toBe('inputInvalid');
    expect(await append(await begin(), 0, [1, 2, 3])).toBe('inputInvalid');
    const early = await begin();
    await append(early, 0, png.slice(0, 10));
    expect(await office.outcome('attachment.add', { ticket: early })).toBe('attachmentSliceWrong');
    expect(await office.outcome('attachment.add', { ticket: early })).toBe('attachmentGivenUp');
    expect(await append('no such ticket', 0, png)).toBe('attachmentGivenUp');
    expect([kept(), (await list()).rows]).toEqual([[], []]);
  });

  test('a wrong kind under a right name is refused with its sentence', async () => {
    for (const [head, reason] of [
      ['MZ\u0090', 'attachmentUnknownKind'],
      ['\0\0\0\x18ftypheic', 'attachmentHeic'],
      ['II*\0', 'attachmentTiff'],
      ['PK\x03\x04', 'attachmentOffice'],
      ['<svg onload=alert(1)>', 'attachmentUnknownKind'],
    ] as const)
      expect(outcomeOf(await send(office, whole(), '合同.jpg', Buffer.from(`${head} and more`, 'latin1')))).toBe(
        reason,
      );
    expect([kept(), (await list()).rows]).toEqual([[], []]);
  });

  test('a link in the place of a folder of files leads nothing outside', async () => {
    const bytes = pngOf('linked');
    symlinkSync(outside, join(blobs(), sha256(bytes).slice(0, 2)));
    expect(await send(office, whole(), 'a.png', bytes)).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(readdirSync(outside)).toEqual([]);
    expect((await list()).rows).toEqual([]);
  });

  test('a link in the place of a file is neither followed nor written through', async () => {
    const bytes = pngOf('linked');
    const target = join(outside, 'secret');
    writeFileSync(target, 'not to be read');
    await send(office, whole(), 'a.png', bytes);
    unlinkSync(fileOf(bytes));
    symlinkSync(target, fileOf(bytes));
    const id = (await list()).rows[0]?.id ?? 0;
    expect(await office.outcome('attachment.read', { id, from: 0, length: 100 })).toBe('attachmentFileUnreadable');
    await send(office, whole(), 'b.png', bytes);
    expect(readFileSync(target, 'utf8')).toBe('not to be read');
    expect(readFileSync(fileOf(bytes)).equals(bytes)).toBe(true);
  });
});

describe('files chosen through the dialog', () => {
  const put = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(outside, name), bytes);
    return join(outside, name);
  };

  test('are read by main, several at once, in one event; those that cannot be shown are named with the reason', async () => {
    const [pdf, jpg] = [pdfOf('chosen'), jpegOf('chosen', 2_500_000)];
    execFileSync('mkfifo', [join(outside, 'pipe.pdf')]);
    mkdirSync(join(outside, 'folder.pdf'));
    symlinkSync(join(outside, 'b.jpg'), join(outside, 'link.jpg'));
    office.chosenFiles = [
      put('a.pdf', pdf),
      put('b.jpg', jpg),
      join(outside, 'link.jpg'),
      put('c.docx', 'PK\x03\x04'),
      put('empty.pdf', ''),
      join(outside, 'pipe.pdf'),
      join(outside, 'folder.pdf'),
      join(outside, 'gone.pdf'),
    ];
    const large = put('large.pdf', pdfOf('large'));
    truncateSync(large, 2 ** 31);
    office.chosenFiles = [...office.chosenFiles, large];
    const before = seq();
    const { ids, refused } = await office.call('attachment.choose', { subject: whole() });
    expect(seq()).toBe(before + 1);
    expect(ids).toHaveLength(3);
    expect(refused.map(({ name, reason }) => [name, reason])).toEqual([
      ['c.docx', 'attachmentOffice'],
      ['empty.pdf', 'attachmentEmpty'],
      ['pipe.pdf', 'chosenFileUnreadable'],
      ['folder.pdf', 'chosenFileUnreadable'],
      ['gone.pdf', 'chosenFileUnreadable'],
      ['large.pdf', 'attachmentTooLarge'],
    ]);
    expect((await list()).rows.map(({ name }) => name)).toEqual(['a.pdf', 'b.jpg', 'link.jpg']);
    expect(kept()).toEqual([sha256(pdf), sha256(jpg)].sort());
  });

  test('none chosen, none right: nothing happens', async () => {
    const before = seq();
    expect(await office.call('attachment.choose', { subject: whole() })).toEqual({ ids: [], refused: [] });
    office.chosenFiles = [put('c.txt', 'text')];
    expect(await office.call('attachment.choose', { subject: whole() })).toMatchObject({ ids: [], refused: [{}] });
    expect([seq(), kept()]).toEqual([before, []]);
  });

  test('are given up in the middle: nothing of them stays, others were answered meanwhile', async () => {
    office.chosenFiles = [put('a.jpg', jpegOf('first', 1_000)), put('b.jpg', jpegOf('second', 120_000_000))];
    const choosing = office.reply('attachment.choose', { subject: whole() });
    const seen: unknown[] = [];
    for (;;) {
      const progress = await office.call('attachment.progress', {});
      if (progress?.name === 'b.jpg' && progress.done > 0) {
        seen.push(progress);
        break;
      }
      await new Promise((later) => setTimeout(later, 1));
    }
    expect(seen).toMatchObject([{ act: 'adding', total: 120_000_012 }]);
    expect(await office.outcome('attachment.choose', { subject: whole() })).toBe('attachmentsUnderway');
    await office.call('attachment.cancel', {});
    expect(outcomeOf(await choosing)).toBe('attachmentGivenUp');
    expect([kept(), (await list()).rows, await office.call('attachment.progress', {})]).toEqual([[], [], null]);
    expect(await office.outcome('attachment.cancel', {})).toBe('nothingToCancel');
  });
});

describe('a file that does not arrive whole', () => {
  test('is given up by the window: nothing half stays, and it is an event', async () => {
    const bytes = jpegOf('half', 3_000_000);
    const { ticket } = await office.call('attachment.begin', { subject: whole(), name: 'x.jpg', bytes: bytes.length });
    await office.call('attachment.append', { ticket, from: 0, slice: Uint8Array.from(bytes.subarray(0, 1_048_576)) });
    expect(kept()).toHaveLength(1);
    expect(await office.call('attachment.progress', {})).toMatchObject({ name: 'x.jpg', done: 1_048_576 });
    const before = seq();
    await office.call('attachment.cancel', {});
    expect([kept(), seq()]).toEqual([[], before + 1]);
    expect(await office.outcome('attachment.add', { ticket })).toBe('attachmentGivenUp');
  });

  test('is forgotten when the same window begins anew, as after a reload', async () => {
    const begin = () => office.call('attachment.begin', { subject: whole(), name: 'x.jpg', bytes: 100 });
    await begin();
    await begin();
    expect(kept()).toHaveLength(1);
  });

  test('is swept away when the program starts again', async () => {
    await office.call('attachment.begin', { subject: whole(), name: 'x.jpg', bytes: 100 });
    office.restart();
    expect(kept()).toEqual([]);
  });
});

describe('who may', () => {
  const asWindow = async (login: string, windowId: number) => {
    await office.reply('people.signIn', { login, password: PASSWORD }, windowId);
    return windowId;
  };

  test('before the archive has it: A, B and the archivist; afterwards the archivist alone, with a reason', async () => {
    await signIn(office, LOGINS.admin);
    await office.call('people.engage', {
      name: '另一位',
      departmentId: 1,
      login: 'lingyiwei',
      positions: ['projectManager'],
      password: PASSWORD,
    });
    const [a, b, archivist, other] = [
      await asWindow(LOGINS.a, 2),
      await asWindow(LOGINS.b, 3),
      await asWindow(LOGINS.archivist, 4),
      await asWindow('lingyiwei', 5),
    ];
    let n = 0;
    const sendAs = async (windowId: number) =>
      outcomeOf(await send(office, whole(), 'a.png', pngOf(String(n++)), windowId));
    expect([await sendAs(a), await sendAs(b), await sendAs(archivist), await sendAs(other)]).toEqual([
      'done',
      'done',
      'done',
      'onlyManagersAttach',
    ]);
    await acceptAtArchive(office, await bringToArchive(office, dossierId));
    await asWindow(LOGINS.a, a);
    await asWindow(LOGINS.archivist, archivist);
    expect([await sendAs(a), await sendAs(archivist)]).toEqual(['onlyArchivistAttaches', 'done']);
    const id = (await list()).rows[0]?.id ?? 0;
    const remove = (windowId: number) => office.outcome('attachment.remove', { id, reason: '重复' }, windowId);
    expect([await remove(a), await remove(archivist)]).toEqual(['onlyArchivistAttaches', 'done']);
    expect(await list()).toMatchObject({ removed: [{ reason: '重复', removedBy: '沈砚秋' }] });
  });

  test('a locked window reads no file', async () => {
    await send(office, whole(), 'a.png', pngOf('x'));
    const id = (await list()).rows[0]?.id ?? 0;
    await office.reply('people.lock');
    expect(await office.outcome('attachment.read', { id, from: 0, length: 10 })).toBe('locked');
  });
});

describe('the check of the files', () => {
  const check = async (): Promise<FilesVerdict> => {
    await office.reply('people.signIn', { login: LOGINS.admin, password: PASSWORD }, 9);
    const reply = await office.reply('attachment.check', {}, 9);
    if (!reply.ok) throw new Error(reply.error.reason);
    return reply.data as FilesVerdict;
  };

  test('finds nothing wrong where nothing is, and is one event', async () => {
    await send(office, whole(), 'a.png', pngOf('a'));
    await send(office, paper(), 'b.pdf', pdfOf('b'));
    await check();
    const before = seq();
    const bytes = pngOf('a').length + pdfOf('b').length;
    expect(await check()).toEqual({ files: 2, bytes, faults: [], faultCount: 0 });
    // The administrator signed in again as well.
    expect(seq()).toBe(before + 2);
  });

  test('names a missing, an altered, a linked and a stray file, and the record that each belongs to', async () => {
    const files = ['missing', 'altered', 'shorter', 'linked', 'whole', 'removed'].map(
      (mark) => [mark, pngOf(mark)] as const,
    );
    for (const [mark, bytes] of files) await send(office, paper(), `${mark}.png`, bytes);
    const of = (mark: string) => fileOf(files.find(([its]) => its === mark)?.[1] ?? new Uint8Array());
    const { rows } = await list();
    const removed = rows.find(({ name }) => name === 'removed.png')?.id ?? 0;
    await office.call('attachment.remove', { id: removed, reason: '重复' });
    unlinkSync(of('missing'));
    const altered = readFileSync(of('altered'));
    altered[altered.length - 20] = (altered.at(-20) ?? 0) ^ 1;
    writeFileSync(of('altered'), altered);
    truncateSync(of('shorter'), 20);
    renameSync(of('linked'), join(outside, 'linked'));
    symlinkSync(join(outside, 'linked'), of('linked'));
    writeFileSync(join(blobs(), 'note.txt'), 'stray');
    mkdirSync(join(blobs(), '00'), { recursive: true });
    writeFileSync(join(blobs(), '00', 'f'.repeat(64)), 'stray');
    const { faults, faultCount, files: count } = await check();
    const title = (await office.call('dossier.show', { id: dossierId })).items[0]?.title;
    expect([count, faultCount]).toEqual([6, 6]);
    const byName = faults.map(({ fault, of }) => [fault, of[0]?.name, of[0]?.recordId, of[0]?.itemTitle]);
    expect(byName).toEqual(
      expect.arrayContaining([
        ['missing', 'missing.png', dossierId, title],
        ['altered', 'altered.png', dossierId, title],
        ['altered', 'shorter.png', dossierId, title],
        ['altered', 'linked.png', dossierId, title],
        ['stray', undefined, undefined, undefined],
        ['stray', undefined, undefined, undefined],
      ]),
    );
    expect(faults.map(({ path }) => path)).toEqual(expect.arrayContaining(['note.txt', `00/${'f'.repeat(64)}`]));
    const event = office.ledger.db.prepare('SELECT action, input FROM event ORDER BY seq DESC LIMIT 1').get();
    expect(event).toMatchObject({ action: 'attachment.check', input: expect.stringContaining('"faults":6') });
  });

  test('is given up in the middle', async () => {
    await send(office, whole(), 'large.jpg', jpegOf('large', 150_000_000));
    await office.reply('people.signIn', { login: LOGINS.admin, password: PASSWORD }, 9);
    const checking = office.outcome('attachment.check', {}, 9);
    for (;;) {
      const reply = await office.reply('attachment.progress', {}, 9);
      if (reply.ok && ((reply.data as { done?: number } | null)?.done ?? 0) > 0) break;
      await new Promise((later) => setTimeout(later, 1));
    }
    expect(await office.outcome('attachment.cancel', {}, 9)).toBe('done');
    expect(await checking).toBe('attachmentGivenUp');
  });
});
