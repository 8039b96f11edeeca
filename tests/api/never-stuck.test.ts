import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acceptAtArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PASSWORD,
  type People,
  PIN,
  registerProject,
  signIn,
  tickAll,
} from './office';

/** What people do on the way, in any order; what does not fit the moment is refused and changes nothing. */
const ACTS = [
  'give',
  'sendBack',
  'withdraw',
  'accept',
  'issueAtB',
  'issueAtArchive',
  'handIn',
  'confirm',
  'giveBack',
  'askA',
  'askB',
  'grant',
  'refuse',
] as const;
type Act = (typeof ACTS)[number];

interface Way {
  office: Office;
  people: People;
  dossierId: number;
}

const at = async ({ office }: Way, login: string) => void (await signIn(office, login));
const dossier = ({ office, dossierId: id }: Way) => office.call('dossier.show', { id });
const openList = async ({ office, dossierId }: Way) =>
  (await office.call('handover.list', { dossierId, openOnly: true }))[0];
const give = async (way: Way) => {
  const { holder, revision } = await dossier(way);
  const kind = holder === 'a' ? 'aToB' : 'bToArchive';
  return way.office.reply('handover.give', { dossierId: way.dossierId, kind, revision, signature: PIN });
};

/** The lines of the open lists in one state, with the list they stand on. */
async function linesIn(way: Way, state: 'open' | 'handedIn') {
  const { rows } = await way.office.call('supplement.ofDossier', { dossierId: way.dossierId });
  const open = rows.filter((row) => row.state === 'open');
  const views = await Promise.all(open.map(({ id }) => way.office.call('supplement.show', { id })));
  return views.flatMap(({ id, side, lines }) =>
    lines.filter((line) => line.state === state).map((line) => ({ id, side, lineId: line.id })),
  );
}

async function perform(way: Way, act: Act): Promise<void> {
  const { office, people, dossierId } = way;
  const list = await openList(way);
  const id = list?.id ?? 99;
  const reason = '理由';
  const issue = (responsibleId: number) =>
    office.reply('supplement.issue', {
      ...{ dossierId, responsibleId, dueOn: '2026-03-20', signature: PIN },
      lines: [{ title: '借款人配偶同意书', fault: 'missing' }],
    });
  const [open] = await linesIn(way, 'open');
  const [handed] = await linesIn(way, 'handedIn');
  const waiting = (await office.call('extension.list', {})).rows[0]?.id ?? 99;
  const checker = list?.kind === 'bToArchive' ? LOGINS.archivist : LOGINS.b;
  const receiver = handed?.side === 'archive' ? LOGINS.archivist : LOGINS.b;
  const ask = () => office.reply('extension.ask', { dossierId, newDueOn: '2026-03-20', reason });
  const acts: Readonly<Record<Act, () => Promise<unknown>>> = {
    give: () => give(way),
    sendBack: () => at(way, checker).then(() => office.reply('handover.sendBack', { id, reason, signature: PIN })),
    withdraw: () => office.reply('handover.withdraw', { id, reason, signature: PIN }),
    accept: () => acceptOpen(way),
    issueAtB: () => at(way, LOGINS.b).then(() => issue(people.a)),
    issueAtArchive: () => at(way, LOGINS.archivist).then(() => issue(people.b)),
    handIn: () => office.reply('supplement.handIn', handInput(open)),
    confirm: () => at(way, receiver).then(() => office.reply('supplement.confirm', confirmInput(handed))),
    giveBack: () =>
      at(way, receiver).then(() =>
        office.reply('supplement.giveBack', {
          ...{ id: handed?.id ?? 99, lineIds: [handed?.lineId ?? 99] },
          ...{ reason, signature: PIN },
        }),
      ),
    askA: () => at(way, LOGINS.a).then(ask),
    askB: () => at(way, LOGINS.b).then(ask),
    grant: () => at(way, 'xujibei').then(() => office.reply('extension.grant', { id: waiting, signature: PIN })),
    refuse: () =>
      at(way, 'xujibei').then(() => office.reply('extension.refuse', { id: waiting, reason, signature: PIN })),
  };
  await acts[act]();
}

const handInput = (line?: { id: number; lineId: number }) => ({
  ...{ id: line?.id ?? 99, lines: [{ lineId: line?.lineId ?? 99, pages: 2 }], signature: PIN },
});
const confirmInput = (line?: { id: number; lineId: number }) => ({
  ...{ id: line?.id ?? 99, lines: [{ lineId: line?.lineId ?? 99, pagesFound: 2 }], signature: PIN },
});

async function acceptOpen(way: Way): Promise<void> {
  const list = await openList(way);
  if (!list) return;
  if (list.kind === 'bToArchive') {
    // Refused while something is still open on a supplement list.
    await acceptAtArchive(way.office, list.id).catch(() => undefined);
    return;
  }
  await at(way, LOGINS.b);
  await tickAll(way.office, list.id);
  await way.office.call('handover.acceptAtB', { id: list.id, signature: PIN });
}

/** The next act that somebody can do; each must succeed. */
async function goOn(way: Way): Promise<void> {
  const { office } = way;
  const [open] = await linesIn(way, 'open');
  const [handed] = await linesIn(way, 'handedIn');
  if (open) return void (await office.call('supplement.handIn', handInput(open)));
  if (handed) {
    await at(way, handed.side === 'b' ? LOGINS.b : LOGINS.archivist);
    return void (await office.call('supplement.confirm', confirmInput(handed)));
  }
  if (await openList(way)) return acceptOpen(way);
  expect(await give(way)).toMatchObject({ ok: true });
}

const MOST_STEPS = 40;

test('whatever happens on the way, somebody can always go on, and the papers reach the shelf', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...ACTS), { minLength: 4, maxLength: 14 }), async (acts) => {
      const office = openOffice();
      try {
        const people = await foundCompany(office);
        await office.call('people.engage', {
          ...{ name: '许寄北', departmentId: 1, login: 'xujibei', positions: ['generalManager'] },
          ...{ password: PASSWORD, pin: PIN },
        });
        await signIn(office, LOGINS.a);
        const way = {
          office,
          people,
          dossierId: await compileSample(office, (await registerProject(office, people)).projectId),
        };
        for (const act of acts) await perform(way, act);
        await at(way, LOGINS.archivist);
        for (let i = 0; i < MOST_STEPS && (await dossier(way)).state !== 'received'; i += 1) await goOn(way);
        expect(await dossier(way)).toMatchObject({ state: 'received', holder: 'archive' });
        await signIn(office, LOGINS.admin);
        expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
      } finally {
        office.close();
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);
