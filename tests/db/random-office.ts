import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { methods } from '../../shared/api/index';
import { pdfOf, pngOf } from '../api/files';
import { guessedPlan, layLedger, oldRows } from '../api/imports';
import { LOGINS, type Office, PASSWORD, PIN, PLACE } from '../api/office';
import { borrowingActs } from './random-borrowing-acts';
import { complaintActs } from './random-complaint-acts';
import { titleActs } from './random-title-acts';

/** Each of four people at a window of the own. */
export const WINDOWS = { admin: 1, a: 2, b: 3, archivist: 4 } as const;
const READER = 5;
type Who = keyof typeof WINDOWS;

/** One act at one window; what it needs to know of the ledger it looks up when its turn comes. */
export interface Act {
  readonly name: string;
  readonly who: Who;
  input(office: Office): Promise<unknown>;
  /** Turns the clock by that many seconds before the act. */
  readonly clock: number;
}

/** Texts as people and programs send them: quotes, line feeds, NUL, characters outside the plane and halves of them. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '借款合同',
    '𠮷"䶮\\',
    "'); DROP TABLE event; --",
    '\ud800',
    'a\udc00b',
    '缺页\n请补\u0000',
    '{"a":1}',
    '',
  ),
);
/** Mostly such as the contract takes: one line, and for a title not an empty one. */
const oneLine = fc.oneof(
  { weight: 30, arbitrary: nasty.map((text) => text.replace(/\p{Cc}/gu, '')) },
  { weight: 1, arbitrary: nasty },
);
const title = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom('借款合同', '保证合同', '营业执照') },
  { weight: 20, arbitrary: oneLine.map((text) => `件${text}`) },
  { weight: 1, arbitrary: nasty },
);
/** Few records, so that many acts meet on the same one. */
const small = fc.constantFrom(1, 1, 1, 2, 2, 3);
const n = fc.integer({ min: 0, max: 12 });
const secret = fc.oneof({ weight: 20, arbitrary: fc.constant(PIN) }, fc.constantFrom(PASSWORD, 'wrong', ''));
const who = fc.constantFrom<Who>('admin', 'a', 'b', 'archivist');
const clock = fc.oneof(
  { weight: 60, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(-3 * 86_400, -50, 86_400) },
);
const item = fc.record(
  {
    part: fc.constantFrom('approval', 'contracts', 'annex'),
    title,
    pages: fc.constantFrom(1, 1, 1, 1, 2, 2, 2, 3, 3, 9999, 0),
    remarks: oneLine,
    datedOn: fc.constantFrom(...Array<string>(30).fill('2026-02-11'), '2026-02-30'),
    copies: fc.constantFrom(...Array<number>(30).fill(1), 0),
  },
  { requiredKeys: ['part', 'title', 'pages'] },
);

/** Looks something up at a fifth window, whose archivist signs in again when the clock has locked it. */
export const read = async (office: Office, name: string, input: unknown) => {
  let reply = await office.reply(name, input, READER);
  if (!reply.ok && (reply.error.code === 'locked' || reply.error.code === 'notSignedIn')) {
    await office.reply('people.signIn', { login: LOGINS.archivist, password: PASSWORD }, READER);
    reply = await office.reply(name, input, READER);
  }
  return (reply.ok ? reply.data : undefined) as never;
};
/** A folder that stands for a stick. */
const stickOf = (office: Office) => join(office.dataDir, 'stick');
const backedUp = fc.boolean().map((onOwnDisk) => async (office: Office) => {
  mkdirSync(stickOf(office), { recursive: true });
  office.chosenFiles = [stickOf(office)];
  office.sticks = office.chosenFiles;
  return { onOwnDisk };
});
const backupChecked = fc.constant(async (office: Office) => {
  const place = stickOf(office);
  const bags = ((await read(office, 'backup.bags', { place })) ?? []) as { name: string }[];
  return { place, name: bags[0]?.name ?? '没有' };
});
/** The key that waits for its paper at the administrator's window. */
const waitingKey = async (office: Office) => {
  const reply = await office.reply('backup.encryption', {}, WINDOWS.admin);
  return { form: 'backup-key', id: (reply.ok && (reply.data as { printing?: number }).printing) || 1 };
};
const keyPaper = fc.constant(waitingKey);
const typedFromPaper = fc.tuple(secret, fc.boolean()).map(([signature, mistyped]) => async (office: Office) => {
  const subject = await waitingKey(office);
  const reply = await office.reply('print.keyForm', subject, WINDOWS.admin);
  const key = reply.ok ? (reply.data as { key: { privateKey: string } }).key.privateKey : 'AGE-SECRET-KEY-1';
  return { key: mistyped ? key.slice(1) : key, signature };
});
/** The n-th of the dossiers there are, or of those that are not on the shelf; now and then one that is not there. */
const dossierOf = async (office: Office, n: number, filter: object = {}) => {
  const { rows = [] } = ((await read(office, 'ledger.list', { filter })) ?? {}) as { rows?: { id: number }[] };
  const id = n === 0 ? 99 : (rows[n % rows.length]?.id ?? n);
  const view = (await read(office, 'dossier.show', { id })) as
    | { revision: number; holder: string; items: { id: number; contractCode?: string }[] }
    | undefined;
  return { id, revision: view?.revision ?? 0, holder: view?.holder, items: view?.items ?? [] };
};
/** The n-th of the lists under way of that kind; now and then any list. */
const openListOf = async (office: Office, n: number, kind: 'aToB' | 'bToArchive') => {
  const lists = ((await read(office, 'handover.list', { openOnly: true })) ?? []) as { id: number; kind: string }[];
  const its = lists.filter((list) => list.kind === kind);
  return n === 0 ? 1 : (its[n % its.length]?.id ?? n);
};

const UNDERWAY = { group: 'underway' };

/** The list as it stands, some rows kept, some new ones, with the right revision or a stale one. */
const compile = fc
  .record({ n, kept: fc.nat(3), items: fc.array(item, { maxLength: 3 }), stale: fc.nat(9) })
  .map(({ n, kept, items, stale }) => async (office: Office) => {
    const now = await dossierOf(office, n, UNDERWAY);
    const old = now.items.slice(0, kept).map(({ contractCode: _, ...its }) => its);
    return { id: now.id, revision: now.revision + (stale === 0 ? 1 : 0), items: [...old, ...items] };
  });
const give = fc.record({ n, wrongStep: fc.nat(9), signature: secret }).map(({ n, wrongStep, signature }) => {
  return async (office: Office) => {
    const { id, revision, holder } = await dossierOf(office, n, UNDERWAY);
    const kind = (holder === 'a') === wrongStep > 0 ? 'aToB' : 'bToArchive';
    return { dossierId: id, kind, revision, signature };
  };
});
const check = (kind: 'aToB' | 'bToArchive') =>
  fc
    .record({ n, off: fc.constantFrom(0, 0, 0, 0, 0, 0, 1), remark: oneLine, stranger: fc.nat(20) })
    .map(({ n, off, remark, stranger }) => async (office: Office) => {
      const id = await openListOf(office, n, kind);
      const its = (await read(office, 'handover.show', { id })) as
        | { items: { id: number; pages: number }[] }
        | undefined;
      const found = (its?.items ?? []).map((one) => ({ itemId: one.id, pagesFound: one.pages + off, remark }));
      return { id, found: stranger === 0 ? [...found, { itemId: 9999, pagesFound: 1 }] : found };
    });
const decide = (kind: 'aToB' | 'bToArchive', rest: fc.Arbitrary<object>) =>
  fc.tuple(n, rest).map(([n, its]) => async (office: Office) => ({ id: await openListOf(office, n, kind), ...its }));
/** The n-th of the supplement lists, with its lines; now and then one that is not there. */
const supplementOf = async (office: Office, n: number) => {
  const { rows = [] } = ((await read(office, 'supplement.list', { which: 'all' })) ?? {}) as {
    rows?: { id: number }[];
  };
  const id = n === 0 ? 99 : (rows[n % rows.length]?.id ?? n);
  const view = (await read(office, 'supplement.show', { id })) as
    | { lines: { id: number; state: string; deliveries: { pages: number }[] }[] }
    | undefined;
  return { id, lines: view?.lines ?? [] };
};
const supplements = (
  state: 'open' | 'handedIn',
  rest: fc.Arbitrary<{ off: number; signature: string; reason?: string }>,
) =>
  fc.tuple(n, rest).map(([n, { off, signature, reason }]) => async (office: Office) => {
    const { id, lines } = await supplementOf(office, n);
    const its = lines.filter((line) => line.state === state).slice(0, 2);
    if (reason !== undefined) return { id, lineIds: its.map((line) => line.id), reason, signature };
    const pages = (line: (typeof its)[number]) => (line.deliveries.at(-1)?.pages ?? 2) + off;
    const key = state === 'open' ? 'pages' : 'pagesFound';
    return { id, lines: its.map((line) => ({ lineId: line.id, [key]: pages(line) })), signature };
  });
const issue = fc
  .record({
    n,
    responsibleId: fc.constantFrom(2, 2, 3),
    lines: fc.array(fc.record({ title, fault: fc.constantFrom('missing', 'unsigned') }), {
      minLength: 1,
      maxLength: 2,
    }),
    signature: secret,
  })
  .map(({ n, ...asked }) => async (office: Office) => {
    const { id } = await dossierOf(office, n);
    return { dossierId: id, dueOn: '2026-03-20', ...asked };
  });
/** The n-th of the requests that wait. */
const answer = (rest: fc.Arbitrary<object>) =>
  fc.tuple(n, rest).map(([n, its]) => async (office: Office) => {
    const { rows = [] } = ((await read(office, 'extension.list', {})) ?? {}) as { rows?: { id: number }[] };
    return { id: n === 0 ? 1 : (rows[n % rows.length]?.id ?? n), ...its };
  });
const ask = fc
  .record({ n, newDueOn: fc.constantFrom('2026-03-20', '2026-04-01', '2026-03-01'), reason: nasty })
  .map(({ n, ...asked }) => async (office: Office) => ({ dossierId: (await dossierOf(office, n)).id, ...asked }));
/** The staff handover that is open: of A or B, to the others, seen to by the head of a department (the sixth person). */
const openStaffList = async (office: Office) => {
  const [its] = ((await read(office, 'staffHandover.list', { openOnly: true })) ?? []) as { id: number }[];
  return its?.id ?? 1;
};
const staffSign = fc
  .record({ signature: secret, absent: fc.constantFrom(false, false, true), most: fc.constantFrom(1, 3, 3, 3) })
  .map((its) => {
    return async (office: Office) => {
      const id = await openStaffList(office);
      const view = (await read(office, 'staffHandover.show', { id })) as
        | { contentHash: string; wanted: { role: string; staffId: number }[] }
        | undefined;
      const wanted = (view?.wanted ?? []).filter(({ role }) => !its.absent || role !== 'from').slice(-its.most);
      const signatures = wanted.map(({ role, staffId }) => ({ role, staffId, signature: its.signature }));
      return { id, seen: view?.contentHash ?? '', signatures, ...(its.absent && { absence: '出差' }) };
    };
  });
const ofStaffList = (rest: fc.Arbitrary<object>) =>
  rest.map((its) => async (office: Office) => ({ id: await openStaffList(office), ...its }));
const plain = <T>(input: fc.Arbitrary<T>) => input.map((its) => async () => its);

/** What a scan belongs to: mostly something that is there. */
const subject = fc.record({
  kind: fc.constantFrom('dossier', 'dossierItem', 'title', 'borrowing', 'complaint'),
  id: small,
});
/** The archivist's window sends a file, whole or broken off; what is left to do is to name it. */
const sentScan = fc
  .record({ subject, name: nasty, mark: fc.nat(3), broken: fc.nat(6) })
  .map(({ subject, name, mark, broken }) => async (office: Office) => {
    const bytes = Uint8Array.from(pngOf(String(mark)));
    const ask = (method: string, input: object) => office.reply(method, input, WINDOWS.archivist);
    const begun = await ask('attachment.begin', { subject, name, bytes: bytes.length });
    const ticket = begun.ok ? (begun.data as { ticket: string }).ticket : '';
    if (broken > 0) await ask('attachment.append', { ticket, from: 0, slice: bytes });
    return { ticket };
  });
/** Two files are chosen; one of them can be shown. */
const chosenScans = fc.record({ subject, mark: fc.nat(3) }).map(({ subject, mark }) => async (office: Office) => {
  const [good, bad] = [join(office.dataDir, 'chosen.pdf'), join(office.dataDir, 'chosen.txt')];
  writeFileSync(good, pdfOf(String(mark)));
  writeFileSync(bad, 'text');
  office.chosenFiles = mark === 0 ? [bad] : [good, bad];
  return { subject };
});

/** A ledger from elsewhere lies ready to be read; its numbers may have come already. */
const laidLedger = fc
  .record({ from: fc.constantFrom(1, 1, 4, 7), count: fc.integer({ min: 1, max: 3 }) })
  .map((its) => {
    return async (office: Office) => {
      layLedger(office, oldRows(its.from, its.count));
      return {};
    };
  });
/** What was read is written as it was guessed, or with something decided otherwise. */
const planned = fc
  .record({
    leftOut: fc.constantFrom([], [], [2]),
    withoutManagers: fc.constantFrom('refuse', 'noProject'),
    lent: fc.constantFrom('refuse', 'onShelf'),
  })
  .map((its) => async (office: Office) => ({ plan: { ...(await guessedPlan(office, WINDOWS.archivist)), ...its } }));

/** Days around the deadlines of what is underway. */
const marked = fc.constantFrom('2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09');
const notice = fc.constantFrom(
  '一、元旦：1月1日放假。',
  '一、某节：3月4日至6日放假，共3天。',
  '一、某节：3月4日至6日放假，共4天。',
);
const entries = fc.array(fc.record({ part: fc.constantFrom('approval', 'annex'), title, required: fc.boolean() }), {
  minLength: 1,
  maxLength: 3,
});

/** How somebody looks at the ledger. */
const question = fc.record({
  filter: fc.record({ text: oneLine }),
  sort: fc.constantFrom('title', 'keepUntil'),
  descending: fc.boolean(),
});
const columns = fc.uniqueArray(
  fc.record({ column: fc.constantFrom('title', 'archiveNo', 'state'), width: fc.constantFrom(40, 200) }),
  { selector: ({ column }) => column, minLength: 1 },
);
const classFields = fc.record({
  name: fc.constantFrom('借款', '工程资料', '报告', '账册'),
  word: fc.constantFrom('工', '账', '借'),
  pattern: fc.constantFrom(
    '{type}{yy}-{seq:3}',
    '{short}{type}字第{seq:3}号',
    '{class}{year}{seq}',
    '{type}{seq}{seq}',
  ),
  yearly: fc.boolean(),
  retentionId: fc.constantFrom(1, 2, 3, 99),
});
const termFields = fc.record(
  { name: fc.constantFrom('5年', '30年', '长期'), years: fc.constantFrom(5, 30, 0), basis: oneLine },
  { requiredKeys: ['name'] },
);
const description = fc.record({
  id: small,
  retentionId: fc.constantFrom(1, 2, 3),
  secrecy: fc.constantFrom('secret', 'ordinary'),
  remarks: oneLine,
  reason: title,
});
const room = fc.constantFrom(PLACE.room, '二室');
const address = {
  room,
  cabinet: fc.constantFrom(PLACE.cabinet, '04柜'),
  shelf: fc.constantFrom(PLACE.shelf, '1层'),
  box: fc.constantFrom(PLACE.box, '1盒'),
};
/** The next number of a class as its page shows it; now and then one that was given meanwhile. */
const nextNumber = async (office: Office, classId: number, off: number) => {
  const { classes = [] } = ((await read(office, 'recordClass.overview', {})) ?? {}) as {
    classes?: { id: number; nextNumber: string }[];
  };
  return off === 0 ? 'x' : (classes.find(({ id }) => id === classId)?.nextNumber ?? 'x');
};
const declareVoid = fc
  .record({ classId: small, off: fc.nat(9), signature: secret })
  .map(({ classId, off, signature }) => async (office: Office) => ({
    ...{ classId, signature, reason: '写坏' },
    text: await nextNumber(office, classId, off),
  }));
const renumber = fc
  .record({ dossierId: small, classId: small, off: fc.nat(9), signature: secret })
  .map(({ dossierId, classId, off, signature }) => async (office: Office) => ({
    ...{ dossierId, classId, signature, reason: '编错' },
    archiveNo: await nextNumber(office, classId, off),
  }));

/** The n-th of the lists of appraisal, destruction and transfer; now and then one that is not there. */
const disposalOf = async (office: Office, n: number) => {
  const rows = ((await read(office, 'disposal.list', {})) ?? []) as { id: number; no: string }[];
  return n === 0 ? { id: 99, no: '' } : (rows[n % Math.max(1, rows.length)] ?? { id: 99, no: '' });
};
const onDisposal = (rest: fc.Arbitrary<object>) =>
  fc.tuple(n, rest).map(([n, its]) => async (office: Office) => ({ id: (await disposalOf(office, n)).id, ...its }));
const transfer = fc.record({ n, supervisorId: small, reason: nasty, receiver: title, signature: secret }).map((its) => {
  return async (office: Office) => {
    const { n, ...rest } = its;
    const { id } = await dossierOf(office, n);
    return { ...rest, dossierIds: [id], receiverPerson: '何接收', receiverDocument: '0731' };
  };
});
const appraise = fc.record({ n, decision: fc.constantFrom('keep', 'destroy'), signature: secret }).map((its) => {
  return async (office: Office) => {
    const { id } = await dossierOf(office, its.n, { group: 'dueForAppraisal' });
    const line = { dossierId: id, keepUntil: '2022-12-31', decision: its.decision, years: 30, remarks: '期满' };
    return { reason: '到期', lines: [line], signature: its.signature };
  };
});

const projectFields = {
  clientId: small,
  name: title,
  businessType: fc.constantFrom('loan', 'guarantee'),
  contractNo: fc.string({ minLength: 1, maxLength: 3 }),
  amountFen: fc.nat(),
  aManagerId: fc.constantFrom(2, 2, 2, 3),
  bManagerId: fc.constant(3),
  disbursedOn: fc.constantFrom('2026-03-02', '2028-02-29'),
};
const newcomer = fc.record({
  name: title,
  departmentId: fc.constantFrom(1, 1, 1, 99),
  positions: fc.constant(['employee']),
  login: fc.constantFrom('xinren', 'lairen', LOGINS.a),
  password: fc.constantFrom(PASSWORD, '短'),
});
/** A or B, who may leave once they hold nothing, or somebody who came later. */
const changedPerson = fc
  .record({ id: fc.constantFrom(2, 3, 8, 9), employment: fc.constantFrom('active', 'leaving', 'left') })
  .map((its) => async (office: Office) => {
    const staff = ((await read(office, 'people.staff', {})) ?? []) as { id: number; name: string; login?: string }[];
    const { name = '无', login } = staff.find(({ id }) => id === its.id) ?? {};
    return { ...its, name, departmentId: 1, positions: [its.id < 8 ? 'projectManager' : 'employee'], login };
  });
/** A list is taken along, or no place is chosen for it. */
const takenAlong = fc
  .record({
    name: fc.constantFrom('ledger', 'clients', 'projects', 'handovers', 'due', 'staff'),
    format: fc.constantFrom('xlsx', 'csv', 'csvGb18030'),
    chosen: fc.constantFrom(true, true, false),
  })
  .map(({ name, format, chosen }) => async (office: Office) => {
    office.savePath = chosen ? join(office.dataDir, 'taken-along') : undefined;
    return { list: { name }, format };
  });

/** Which acts there are, how often each comes, who does it most, and with what. */
const ACTS: readonly (readonly [name: string, weight: number, who: Who | undefined, fc.Arbitrary<Act['input']>])[] = [
  ['client.register', 3, 'a', plain(fc.record({ kind: fc.constant('enterprise'), name: title }))],
  ['client.correct', 1, 'a', plain(fc.record({ id: small, kind: fc.constant('person'), name: title, remarks: nasty }))],
  ['project.register', 4, 'a', plain(fc.record(projectFields))],
  ['project.correct', 2, 'a', plain(fc.record({ id: small, ...projectFields }))],
  [
    'dossier.open',
    4,
    'a',
    plain(
      fc.record(
        { projectId: small, title, year: fc.constant(2026), checklistId: small },
        { requiredKeys: ['projectId', 'title', 'year'] },
      ),
    ),
  ],
  ['dossier.compile', 6, 'a', compile],
  ['dossier.compile', 1, 'b', compile],
  [
    'dossier.retitle',
    1,
    'a',
    plain(
      fc.record({
        id: small,
        title,
        retentionId: fc.constantFrom(3, 3, 99),
        remarks: oneLine,
        secrecy: fc.constant('secret'),
      }),
    ),
  ],
  [
    'note.write',
    2,
    'a',
    fc.record({ n, kind: fc.constantFrom('damaged', 'other'), text: nasty }).map(({ n, kind, text }) => {
      return async (office: Office) => ({ dossierId: (await dossierOf(office, n)).id, kind, text });
    }),
  ],
  ['note.strike', 1, 'a', plain(fc.record({ id: small, reason: title }))],
  [
    'print.savePdf',
    1,
    'archivist',
    plain(fc.record({ form: fc.constantFrom('spine-label', 'box-labels', 'client-list') })),
  ],
  ['handover.give', 36, 'a', give],
  ['handover.check', 24, 'b', check('aToB')],
  ['handover.acceptAtB', 24, 'b', decide('aToB', fc.record({ signature: secret }))],
  ['handover.check', 24, 'archivist', check('bToArchive')],
  [
    'handover.acceptAtArchive',
    24,
    'archivist',
    decide(
      'bToArchive',
      fc.record({ place: fc.constant(PLACE), signatures: fc.record({ a: secret, b: secret, archivist: secret }) }),
    ),
  ],
  ['handover.sendBack', 1, 'b', decide('aToB', fc.record({ reason: nasty, signature: secret }))],
  ['handover.sendBack', 1, 'archivist', decide('bToArchive', fc.record({ reason: nasty, signature: secret }))],
  ['handover.withdraw', 1, 'a', decide('aToB', fc.record({ reason: nasty, signature: secret }))],
  ['handover.withdraw', 1, 'b', decide('bToArchive', fc.record({ reason: nasty, signature: secret }))],
  ['extension.ask', 2, 'a', ask],
  ['extension.ask', 1, 'b', ask],
  ['extension.grant', 2, 'admin', answer(fc.record({ signature: secret }))],
  ['extension.refuse', 1, 'admin', answer(fc.record({ reason: nasty, signature: secret }))],
  ['extension.withdraw', 1, 'a', answer(fc.constant({}))],
  ['supplement.issue', 1, 'b', issue],
  ['supplement.issue', 1, 'archivist', issue],
  ['supplement.handIn', 3, 'a', supplements('open', fc.record({ off: fc.constant(0), signature: secret }))],
  [
    'supplement.confirm',
    3,
    'b',
    supplements('handedIn', fc.record({ off: fc.constantFrom(0, 0, 0, 1), signature: secret })),
  ],
  [
    'supplement.giveBack',
    1,
    'b',
    supplements('handedIn', fc.record({ off: fc.constant(0), signature: secret, reason: nasty })),
  ],
  [
    'supplement.withdraw',
    3,
    'b',
    supplements('open', fc.record({ off: fc.constant(0), signature: secret, reason: nasty })),
  ],
  [
    'ledger.place',
    1,
    'archivist',
    plain(fc.record({ id: small, room: title, cabinet: title, shelf: title, box: title })),
  ],
  ['ledgerView.keep', 2, 'archivist', plain(fc.record({ name: title, question, columns }))],
  ['ledgerView.keep', 1, 'a', plain(fc.record({ name: title, question }))],
  ['ledgerView.change', 1, 'archivist', plain(fc.record({ id: small, question, columns }))],
  ['ledgerView.rename', 1, 'archivist', plain(fc.record({ id: small, name: title }))],
  ['ledgerView.remove', 1, 'archivist', plain(fc.record({ id: small }))],
  ['ledgerView.share', 2, 'archivist', plain(fc.record({ id: small, shared: fc.boolean() }))],
  ['ledgerView.openWith', 1, undefined, plain(fc.oneof(fc.record({ id: small }), fc.constant({})))],
  ['ledgerView.arrange', 1, undefined, plain(fc.oneof(fc.record({ columns }), fc.constant({})))],
  ['recordClass.add', 1, 'archivist', plain(classFields)],
  ['recordClass.revise', 2, 'archivist', plain(fc.tuple(small, classFields).map(([id, its]) => ({ id, ...its })))],
  ['recordClass.retire', 1, 'archivist', plain(fc.record({ id: small }))],
  ['recordClass.takeUp', 1, 'archivist', plain(fc.record({ id: small }))],
  ['retention.add', 1, 'archivist', plain(termFields)],
  ['retention.revise', 2, 'archivist', plain(fc.tuple(small, termFields).map(([id, its]) => ({ id, ...its })))],
  ['retention.retire', 1, 'archivist', plain(fc.record({ id: small }))],
  ['retention.takeUp', 1, 'archivist', plain(fc.record({ id: small }))],
  ['number.void', 2, 'archivist', declareVoid],
  ['number.replace', 2, 'archivist', renumber],
  ['dossier.describe', 1, 'archivist', plain(description)],
  ['place.addBoxes', 3, 'archivist', plain(fc.record({ ...address, count: fc.integer({ min: 1, max: 3 }) }))],
  ['place.measure', 1, 'archivist', plain(fc.record({ id: small, capacityMm: fc.constantFrom(30, 50, 5) }))],
  ['place.moveBox', 1, 'archivist', plain(fc.record({ id: small, ...address }))],
  ['place.rename', 1, 'archivist', plain(fc.record({ room: address.room, cabinet: address.cabinet, name: room }))],
  [
    'place.merge',
    1,
    'archivist',
    plain(fc.record({ from: fc.record({ room: address.room }), into: fc.record({ room: address.room }) })),
  ],
  ['place.removeBox', 1, 'archivist', plain(fc.record({ id: small }))],
  [
    'place.shelve',
    2,
    'archivist',
    plain(fc.record({ placeId: small, dossierIds: fc.array(small, { minLength: 1, maxLength: 3 }) })),
  ],
  [
    'calendar.mark',
    2,
    'archivist',
    plain(fc.record({ day: marked, kind: fc.constantFrom('holiday', 'workday'), name: title })),
  ],
  ['calendar.clear', 1, 'archivist', plain(fc.record({ day: marked }))],
  ['calendar.declareYear', 1, 'archivist', plain(fc.record({ year: fc.constant(2027), known: fc.boolean() }))],
  ['calendar.takeNotice', 1, 'archivist', plain(fc.record({ text: notice, year: fc.constantFrom(2026, 2027) }))],
  [
    'checklist.make',
    1,
    'archivist',
    plain(fc.record({ name: title, recordClass: fc.constantFrom('loan', 'clientFile'), entries })),
  ],
  ['checklist.revise', 2, 'archivist', plain(fc.record({ id: small, name: title, entries }))],
  ['attachment.add', 4, 'archivist', sentScan],
  ['attachment.choose', 2, 'archivist', chosenScans],
  ['attachment.rotate', 1, 'a', plain(fc.record({ id: small, rotation: fc.constantFrom(0, 90, 45) }))],
  ['attachment.assign', 1, 'archivist', plain(fc.record({ id: small, subject }))],
  ['attachment.remove', 1, 'archivist', plain(fc.record({ id: small, reason: nasty }))],
  ['attachment.check', 1, 'admin', plain(fc.constant({}))],
  ['attachment.cancel', 1, 'archivist', plain(fc.constant({}))],
  [
    'staffHandover.make',
    16,
    'archivist',
    plain(
      fc.record({
        fromId: fc.constantFrom(2, 3),
        successorId: fc.constantFrom(3, 5, 5, 5),
        supervisorId: fc.constantFrom(6, 6, 6, 7),
      }),
    ),
  ],
  [
    'staffHandover.arrange',
    2,
    'archivist',
    ofStaffList(
      fc.record({
        successorId: fc.constantFrom(3, 5, 5, 5),
        supervisorId: fc.constantFrom(6, 6, 6, 5),
        choices: fc.array(
          fc.record({ kind: fc.constant('client'), recordId: small, successorId: fc.constantFrom(3, 4) }),
          {
            maxLength: 1,
          },
        ),
      }),
    ),
  ],
  ['staffHandover.ask', 24, 'archivist', ofStaffList(fc.constant({}))],
  ['staffHandover.sign', 48, 'archivist', staffSign],
  ['staffHandover.takeBack', 1, 'archivist', ofStaffList(fc.record({ reason: nasty }))],
  ['staffHandover.cancel', 1, 'archivist', ofStaffList(fc.record({ reason: nasty }))],
  [
    'staffHandover.except',
    1,
    'archivist',
    plain(
      fc.record({
        staffId: fc.constantFrom(2, 3),
        signerId: fc.constantFrom(6, 7, 7),
        reason: nasty,
        signature: secret,
      }),
    ),
  ],
  ['import.read', 4, 'archivist', laidLedger],
  ['import.write', 4, 'archivist', planned],
  ['import.cancel', 1, 'archivist', plain(fc.constant({}))],
  ['import.undo', 3, 'archivist', plain(fc.record({ id: small, reason: oneLine, signature: secret }))],
  ['people.addDepartment', 1, 'admin', plain(fc.record({ name: title }))],
  [
    'people.allow',
    1,
    'admin',
    plain(
      fc.record({ position: fc.constant('employee'), permission: fc.constant('ledger.read'), allowed: fc.boolean() }),
    ),
  ],
  [
    'company.changeSettings',
    1,
    'admin',
    plain(fc.record({ name: title, shortName: fc.constantFrom('鸿', '远'), idleMinutes: fc.constantFrom(5, 15, 16) })),
  ],
  ['print.toPrinter', 1, 'a', plain(fc.record({ form: fc.constant('volume-list'), id: small }))],
  ['disposal.appraise', 3, 'archivist', appraise],
  ['disposal.listForTransfer', 3, 'archivist', transfer],
  ['disposal.approve', 2, 'admin', onDisposal(fc.record({ signature: secret }))],
  ['disposal.refuse', 1, 'admin', onDisposal(fc.record({ reason: nasty, signature: secret }))],
  ['disposal.withdraw', 1, 'archivist', onDisposal(fc.record({ reason: nasty }))],
  ['disposal.nameWitnesses', 1, 'archivist', onDisposal(fc.record({ firstWitnessId: small }))],
  [
    'disposal.listForDestruction',
    1,
    'archivist',
    plain(
      fc.record({
        appraisalId: small,
        reason: nasty,
        firstWitnessId: small,
        secondWitnessId: small,
        signature: secret,
      }),
    ),
  ],
  [
    'disposal.destroy',
    1,
    'archivist',
    onDisposal(fc.record({ no: fc.constant('2026001'), signatures: fc.record({ first: secret, second: secret }) })),
  ],
  [
    'disposal.handOut',
    2,
    'archivist',
    onDisposal(fc.record({ signatures: fc.record({ archivist: secret, supervisor: secret }) })),
  ],
  [
    'disposal.takeBack',
    1,
    'archivist',
    onDisposal(fc.record({ dossierId: small, reason: nasty, place: fc.constant(PLACE) })),
  ],
  ['export.save', 3, 'archivist', takenAlong],
  ['export.cancel', 1, 'archivist', plain(fc.constant({}))],
  ['people.engage', 2, 'admin', plain(newcomer)],
  ['people.change', 3, 'admin', changedPerson],
  [
    'people.resetPassword',
    2,
    'admin',
    plain(fc.record({ id: fc.constantFrom(8, 8, 9), password: fc.constantFrom(PASSWORD, PASSWORD, '短') })),
  ],
  [
    'people.changeOwnSecret',
    1,
    undefined,
    plain(fc.record({ currentPassword: fc.constantFrom(PASSWORD, PASSWORD, 'wrong'), pin: fc.constant(PIN) })),
  ],
  [
    'people.signIn',
    1,
    undefined,
    plain(
      fc.record({
        login: fc.constantFrom(...Object.values(LOGINS)),
        password: fc.constantFrom(PASSWORD, PASSWORD, 'wrong'),
      }),
    ),
  ],
  ['people.signOut', 1, undefined, plain(fc.constant({}))],
  ['audit.verify', 1, 'admin', plain(fc.constant({}))],
  [
    'audit.checkSlip',
    1,
    'archivist',
    plain(fc.record({ seq: fc.constantFrom('1', '3', 'x'), code: fc.constant('0123456789abcdef') })),
  ],
  ['backup.make', 1, 'archivist', backedUp],
  ['backup.verify', 1, 'archivist', backupChecked],
  [
    'backup.describeMedium',
    1,
    'archivist',
    plain(
      fc.record({
        id: fc.integer({ min: 1, max: 2 }),
        name: oneLine,
        holder: oneLine,
        keptAt: oneLine,
        serial: oneLine,
      }),
    ),
  ],
  ['backup.cancel', 1, 'archivist', plain(fc.constant({}))],
  ['backup.quitWithout', 1, 'archivist', plain(fc.constant({}))],
  ['backup.makeKey', 2, 'admin', plain(fc.constant({}))],
  ['print.keyToPrinter', 1, 'admin', keyPaper],
  ['backup.dropKey', 1, 'admin', plain(fc.constant({}))],
  ['backup.encrypt', 2, 'admin', typedFromPaper],
  ['backup.stopEncrypting', 1, 'admin', plain(fc.record({ signature: secret }))],
  ['restore.open', 1, 'archivist', backupChecked],
  ['restore.close', 1, 'archivist', plain(fc.constant({}))],
  ['restore.rehearse', 1, 'archivist', backupChecked],
  ['restore.cancel', 1, 'archivist', plain(fc.constant({}))],
  ['people.lock', 1, undefined, plain(fc.constant({}))],
  ...titleActs({ n, small, secret, text: oneLine, name: title, read }),
  ...borrowingActs({ n, secret, text: oneLine, read }),
  ...complaintActs({ n, secret, text: oneLine, read }),
  ['people.unlock', 2, undefined, plain(fc.record({ password: fc.constantFrom(PASSWORD, PASSWORD, 'wrong') }))],
];

/** Every command that people give here, right or wrong; the rest of the contract comes by accident only. */
export const PLAYED: ReadonlySet<string> = new Set(ACTS.map(([name]) => name));
/** What begins or ends a ledger is nothing that happens between two acts in it. */
export const NOT_PLAYED = [
  ...['company.found', 'company.foundDemonstration', 'company.leaveDemonstration', 'restore.carryOut'],
  ...['rescue.open', 'rescue.carryOut', 'rescue.close', 'rescue.cancel', 'rescue.salvage'],
];

const among = (acts: typeof ACTS) =>
  fc.oneof(
    ...acts.map(([name, weight, usual, input]) => ({
      weight,
      arbitrary: fc.record({
        name: fc.constant(name),
        who: usual ? fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, who) : who,
        input,
        clock,
      }),
    })),
  );
const known = among(ACTS);
/** Only what is done with titles, safes and stocktakes. */
export const titleAct: fc.Arbitrary<Act> = among(ACTS.filter(([name]) => /^(title|safe|stocktake)/.test(name)));
/** Only what is done with borrowing. */
export const borrowingAct: fc.Arbitrary<Act> = among(ACTS.filter(([name]) => name.startsWith('borrowing')));
/** Any method with anything: refused by the contract, by permission, or by the tables. */
const anything: fc.Arbitrary<Act> = fc.record({
  name: fc.constantFrom(...methods.keys(), 'no.such'),
  who,
  input: plain(fc.oneof(fc.anything(), fc.record({ id: small }))),
  clock,
});

export const act: fc.Arbitrary<Act> = fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: anything });

/** All four sign in again, as often as somebody was locked out. */
export async function everybodySignsIn(office: Office): Promise<void> {
  for (const [name, windowId] of Object.entries(WINDOWS))
    await office.reply('people.signIn', { login: LOGINS[name as Who], password: PASSWORD }, windowId);
}
