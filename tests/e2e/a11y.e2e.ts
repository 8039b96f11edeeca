import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type axe from 'axe-core';
import { pdfOf } from '../api/files';
import { textRows, workbookOf } from '../unit/spreadsheet/made-files';
import { OfficeDay } from './office-day';
import { shelveOldDossiers } from './old-dossiers';
import { answerOpenDialog, PASSWORD, PIN, type Program, startProgram } from './program';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let program: Program;

/** What axe finds serious or critical on the page as it stands: rule, place, and why. */
async function barriers(page: Page, { colours }: { colours: boolean }): Promise<string[]> {
  // The debugger may do what the policy forbids the page: nothing of the program is loosened for this.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (enabled) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        preload: false,
        rules: { 'color-contrast': { enabled }, 'link-in-text-block': { enabled } },
      }),
    colours,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`,
      ),
    );
}

/** The other language, by the program's own button; over a dialog, too, where nobody could press it. */
async function speakOther(): Promise<void> {
  const other = await program.page.evaluate(() => {
    const button = document.querySelector<HTMLElement>('button[lang]');
    button?.click();
    return button?.lang ?? '';
  });
  await expect(program.page.locator('html')).toHaveAttribute('lang', other);
  // The button offers the way back as soon as the page has been drawn anew.
  await expect(program.page.locator(`button[lang]:not([lang="${other}"])`)).toHaveCount(1);
  await settle(program.page);
}

/** The page and what is open over it. */
const openNow = () =>
  program.page.evaluate(() => {
    const shown = [...document.querySelectorAll('dialog, [role]')].filter((element) => element.checkVisibility());
    const roles = shown.map((element) => element.getAttribute('role') ?? element.localName);
    return [window.location.hash, ...roles.filter((role) => /^(dialog|menu|listbox)$/.test(role))].join(' ');
  });

/**
 * What stands in anybody's way here, in the language of the window and in the other one, in which the window stays; what is open stays
 * open. Colours are the same in both, and half of what is measured.
 */
async function barriersHere(): Promise<string[]> {
  const [found, open] = [[] as string[], await openNow()];
  for (const turn of [1, 2]) {
    const language = await program.page.evaluate(() => document.documentElement.lang);
    found.push(...(await barriers(program.page, { colours: turn === 1 })).map((barrier) => `${language}: ${barrier}`));
    expect(await openNow()).toBe(open);
    if (turn === 1) await speakOther();
  }
  return found;
}

/** Moving things stand still, so that axe does not measure a colour half-way. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator('.ant-spin-spinning')).toHaveCount(0);
  await page.waitForFunction(() => {
    const moving = document
      .getAnimations()
      .filter(
        ({ effect }) =>
          Number.isFinite(effect?.getComputedTiming().endTime) && effect?.getComputedTiming().progress !== 1,
      );
    return moving.length === 0;
  });
}

async function go(hash: string): Promise<void> {
  await program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
  // The page before stays until the next one is read.
  await expect(program.page.locator('main')).toHaveAttribute('data-page', hash.slice(1).split('?')[0] ?? '');
  await expect(program.page.locator('h1, .sheet').first()).toBeVisible();
  await settle(program.page);
}

async function signIn(login: string): Promise<void> {
  await program.invoke('people.signIn', { login, password: PASSWORD });
  await program.page.reload();
  await expect(program.page.locator('.frame')).toBeVisible();
}

const seat: { login?: string } = {};
/** Only what is not so already: signing in costs its time on purpose. */
async function sitDown(login: string): Promise<void> {
  // A failed test gives its followers a new program: they must not fail for want of a company.
  if (!seat.login) {
    await program.invoke('company.foundDemonstration');
    await shelveOld();
  }
  if (seat.login !== login) await signIn(login);
  seat.login = login;
  await press('Escape');
  await expect(program.page.locator('.frame')).toBeVisible();
}

async function firstId(method: string, input: object, key?: string): Promise<number> {
  const reply = await program.invoke(method, input);
  const rows = reply.ok
    ? key
      ? (reply.data as Record<string, { id: number }[]>)[key]
      : (reply.data as { id: number }[])
    : [];
  expect(rows?.length, method).toBeGreaterThan(0);
  return rows?.[0]?.id ?? 0;
}

/** A page, who looks at it, and how to come there. */
interface Place {
  login: string;
  come(): Promise<void>;
}
const at = (login: string, hash: () => string | Promise<string>): Place => ({
  login,
  come: async () => go(await hash()),
});
const archivist = 'shenyanqiu';
const administrator = 'sujingxing';
const executive = 'xujibei';
const manager = 'guxingjian';
const received = () => firstId('ledger.list', { filter: { state: 'received' } }, 'rows');
const handoverOf = (openOnly: boolean) => firstId('handover.list', { openOnly });
/** The archivist and a deputy manager, who holds nothing of a safe, count; nothing was taken down yet. */
async function counting(): Promise<number> {
  const reply = await program.invoke('stocktake.list', { openOnly: true });
  const [open] = (reply.ok ? reply.data : []) as { id: number; state: string }[];
  if (open?.state === 'counting') return open.id;
  if (open) await closeStocktake(open.id);
  const its = { scope: 'full', plan: '季末盘点', firstCounterId: 2, secondCounterId: 9 };
  await program.invoke('stocktake.start', its);
  return firstId('stocktake.list', { openOnly: true });
}
async function closeStocktake(id: number): Promise<void> {
  const reply = await program.invoke('stocktake.show', { id });
  const { lines } = (reply.ok ? reply.data : { lines: [] }) as { lines: { id: number; differs: boolean }[] };
  const explained = lines
    .filter(({ differs }) => differs)
    .map((line) => ({ lineId: line.id, cause: '试', action: '试' }));
  await program.invoke('stocktake.explain', { id, lines: explained });
  await program.invoke('people.signIn', { login: executive, password: PASSWORD });
  const shown = await program.invoke('stocktake.show', { id });
  const { contentHash: seen } = (shown.ok ? shown.data : {}) as { contentHash?: string };
  await program.invoke('stocktake.close', { id, seen, signature: PIN });
  await program.invoke('people.signIn', { login: archivist, password: PASSWORD });
}
/** Signed with nothing found: all that should be there differs. */
async function counted(): Promise<number> {
  const id = await counting();
  await program.invoke('stocktake.sign', { id, signatures: { firstCounter: PIN, secondCounter: PIN } });
  return firstId('stocktake.list', {});
}
/** A dossier on the shelf that no list keeps there. */
async function lendable(): Promise<number> {
  const reply = await program.invoke('ledger.list', { filter: { state: 'received' } });
  const rows = reply.ok ? (reply.data as { rows: { id: number }[] }).rows : [];
  const things = rows.slice(0, 20).map(({ id }) => ({ kind: 'dossier', id }));
  const asked = await program.invoke('borrowing.things', { things });
  const found = asked.ok ? (asked.data as { id: number; because?: object }[]) : [];
  return found.find(({ because }) => because === undefined)?.id ?? 0;
}
/** A slip on which the general manager has a dossier; lent once in each program. */
async function lentSlip(): Promise<number> {
  const reply = await program.invoke('borrowing.list', { which: 'out' });
  const [out] = reply.ok ? (reply.data as { rows: { id: number }[] }).rows : [];
  if (out) return out.id;
  const staff = await program.invoke('people.staff');
  const rows = staff.ok ? (staff.data as { id: number; login?: string }[]) : [];
  const borrowerId = rows.find(({ login }) => login === executive)?.id;
  const things = [{ kind: 'dossier', id: await lendable() }];
  await program.invoke('borrowing.submit', { things, purpose: '查阅', way: 'takeAway', borrowerId });
  const id = await firstId('borrowing.list', { which: 'toLend' }, 'rows');
  await program.invoke('borrowing.lend', { id, signatures: { archivist: PIN, borrower: PIN } });
  return firstId('borrowing.list', { which: 'out' }, 'rows');
}
/** A list that waits for approval; two dossiers are past their retention, and one more is on it. */
const oldList = async (page: string): Promise<string> => `${page}${await firstId('disposal.list', { openOnly: true })}`;
/** Once in each program: the demonstration company is too young to have anything past its retention. */
async function shelveOld(): Promise<void> {
  const [, away] = await shelveOldDossiers(program, ['松风贷款', '听泉贷款']);
  const staff = await program.invoke('people.staff');
  const rows = staff.ok ? (staff.data as { id: number; login?: string }[]) : [];
  const input = { dossierIds: [away], reason: '集团统一保管', receiver: '集团档案馆', receiverPerson: '何接收' };
  const supervisorId = rows.find(({ login }) => login === manager)?.id;
  await program.invoke('disposal.listForTransfer', {
    ...input,
    receiverDocument: '0731',
    supervisorId,
    signature: PIN,
  });
}
const press = async (key: string) => {
  await program.page.keyboard.press(key);
  await settle(program.page);
};

const openForm = async (hash: string) => {
  await go(hash);
  await press('Control+n');
  await expect(program.page.getByRole('dialog')).toBeVisible();
};

/** A dossier that is being compiled, with a scan in it. */
async function lookAtScan(): Promise<void> {
  const id = await firstId('ledger.list', { filter: { state: 'collecting' } }, 'rows');
  const scan = join(program.dataDir, 'scan.pdf');
  writeFileSync(scan, pdfOf('Scan'));
  await answerOpenDialog(program, [scan]);
  const list = await program.invoke('attachment.list', { dossierId: id });
  const isThere = list.ok && (list.data as { rows: unknown[] }).rows.length > 0;
  if (!isThere) await program.invoke('attachment.choose', { subject: { kind: 'dossier', id } });
  await go(`#/attachments/${id}`);
}

/** The list that waits for the archivist. */
async function atArchive(): Promise<number> {
  const reply = await program.invoke('handover.list', { openOnly: true });
  const rows = reply.ok ? (reply.data as { id: number; kind: string }[]) : [];
  return rows.find(({ kind }) => kind === 'bToArchive')?.id ?? 0;
}

/** A supplement list of the archivist, with one line that nobody has handed in. */
async function lookAtSupplement(): Promise<void> {
  const all = await program.invoke('supplement.list', { which: 'all' });
  const [first] = all.ok ? (all.data as { rows: { id: number }[] }).rows : [];
  if (!first) {
    const its = await program.invoke('handover.show', { id: await atArchive() });
    const { dossierId, bManagerId } = its.ok
      ? (its.data as { dossierId: number; bManagerId: number })
      : { dossierId: 0, bManagerId: 0 };
    const lines = [{ title: '借款人配偶同意书', fault: 'missing', basis: '《档案管理制度》' }];
    const asked = { dossierId, responsibleId: bManagerId, dueOn: '2027-01-04', lines, signature: PIN };
    expect((await program.invoke('supplement.issue', asked)).ok).toBe(true);
  }
  await go('#/handover/supplements/1');
}

async function lookAtRequests(): Promise<void> {
  const dossierId = await firstId('ledger.list', { filter: { state: 'collecting' } }, 'rows');
  await program.invoke('extension.ask', { dossierId, newDueOn: '2027-01-04', reason: '客户的印章在外地' });
  await go('#/handover/extensions');
}

/** A ledger from elsewhere, with a day that does not exist and a name that nobody has. */
async function readLedger(): Promise<void> {
  const file = join(program.dataDir, '旧台账.xlsx');
  const rows = [
    ['档号', '题名', '客户', '合同号', 'A角', 'B角', '归档日期'],
    ['旧1号', '旧卷', '松江五金商行', '旧合1', '贺知舟', '罗书意', '2019-02-30'],
  ];
  writeFileSync(file, workbookOf({ sheets: { 一: textRows(rows), 二: textRows(rows) } }));
  await answerOpenDialog(program, [file]);
  await program.invoke('import.read', {});
}

const overLedger = (key: string): Place => ({
  login: archivist,
  come: async () => {
    await go('#/ledger');
    await press(key);
    await expect(program.page.getByRole('dialog')).toBeVisible();
  },
});

const staffId = async (login: string): Promise<number> => {
  const reply = await program.invoke('people.staff');
  const rows = reply.ok ? (reply.data as { id: number; login?: string }[]) : [];
  return rows.find((row) => row.login === login)?.id ?? 0;
};
/** The open list of what that person hands over; made when there is none yet. */
const staffList = async (login: string): Promise<number> => {
  const fromId = await staffId(login);
  const reply = await program.invoke('staffHandover.list', { openOnly: true, fromId });
  const [known] = reply.ok ? (reply.data as { id: number }[]) : [];
  if (known) return known.id;
  const successorId = await staffId('shenyanqiu');
  const supervisorId = await staffId('luzhiwei');
  const made = await program.invoke('staffHandover.make', { fromId, successorId, supervisorId });
  expect(made).toMatchObject({ ok: true });
  return made.ok ? (made.data as { id: number }).id : 0;
};

/** Long enough for whatever day the demonstration is founded on. */
const LAST_YEARS = { from: '2020-01-01', to: '2100-12-31' };

const PLACES: Readonly<Record<string, Place>> = {
  desk: at(manager, () => '#/'),
  ledger: at(archivist, () => '#/ledger'),
  'further conditions of the ledger': overLedger('Control+Shift+f'),
  'columns of the ledger': overLedger('Control+Shift+l'),
  'keeping a view of the ledger': overLedger('Control+s'),
  'views of the ledger': {
    login: archivist,
    come: async () => {
      await program.invoke('ledgerView.keep', { name: '今年', question: { filter: { pagesFrom: 1 } } });
      await go('#/ledger');
      await press('Control+1');
      await press('Control+o');
      await program.page.getByRole('menuitem').last().click();
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'totals of the ledger': {
    login: archivist,
    come: async () => {
      await go('#/ledger');
      await program.page.locator('.totals-link').click();
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'dossier that is being compiled': at(
    manager,
    async () => `#/dossier/${await firstId('ledger.list', { filter: { state: 'collecting' } }, 'rows')}`,
  ),
  'signing a handover': {
    login: manager,
    come: async () => {
      await go(`#/dossier/${await firstId('ledger.list', { filter: { state: 'collecting' } }, 'rows')}`);
      await press('Control+Enter');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'a pasted block with rows that cannot be read': {
    login: manager,
    come: async () => {
      await go(`#/dossier/${await firstId('ledger.list', { filter: { state: 'collecting' } }, 'rows')}`);
      await program.electron.evaluate(({ clipboard }) =>
        clipboard.writeText('题名\t日期\t页数\t备注\n合同\t2026-02-30\t-1\t\n借据\t2026-02-11\t2\t缺签字'),
      );
      const day = new OfficeDay(program);
      await day.focusGrid();
      await press('Control+v');
      await expect(program.page.getByText('2026-02-30')).toBeVisible();
    },
  },
  'dossier on the shelf': at(archivist, async () => `#/dossier/${await received()}`),
  'attachments of a dossier without any': at(archivist, async () => `#/attachments/${await received()}`),
  'attachments of a dossier': {
    login: manager,
    come: async () => {
      await lookAtScan();
      await expect(program.page.locator('.sight-drawn canvas')).toBeVisible();
    },
  },
  'taking an attachment away': {
    login: manager,
    come: async () => {
      await lookAtScan();
      await press('Delete');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  handovers: at(archivist, () => '#/handover'),
  'late statistics': at(archivist, () => '#/handover/lateness'),
  'handovers that were due': at(archivist, () => '#/handover/steps?which=all'),
  'supplement lists': at(archivist, () => '#/handover/supplements'),
  'making a supplement list': {
    login: archivist,
    come: async () => {
      await go(`#/handover/${await atArchive()}`);
      await program.page.getByRole('button', { name: /开补充清单|Make a list/ }).click();
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'supplement list': { login: archivist, come: lookAtSupplement },
  'handing in what was missing': {
    login: archivist,
    come: async () => {
      await lookAtSupplement();
      await press('Control+Enter');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  titles: at(archivist, () => '#/titles'),
  'titles that are chosen': {
    login: archivist,
    come: async () => {
      await go('#/titles');
      await press(' ');
    },
  },
  'title that is out': at(archivist, async () => `#/titles/${await firstId('title.list', { which: 'out' }, 'rows')}`),
  'lending a title': {
    login: archivist,
    come: async () => {
      await go(`#/titles/${await firstId('title.list', { which: 'here', kind: 'clientOwnership' }, 'rows')}`);
      await press('Alt+l');
      await expect(program.page.locator('.borrowing-new tbody tr')).toHaveCount(1);
    },
  },
  'sending a title to the registry': {
    login: archivist,
    come: async () => {
      await go(`#/titles/${await firstId('title.list', { which: 'here', kind: 'clientOwnership' }, 'rows')}`);
      await press('Alt+r');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'handovers of titles': at(archivist, () => '#/titles/handovers'),
  'new handover of titles': at(manager, () => '#/titles/handovers/new'),
  'handover of titles': at(archivist, async () => `#/titles/handovers/${await firstId('titleHandover.list', {})}`),
  'slips of titles': at(archivist, () => '#/titles/slips'),
  'slip of a title': at(archivist, async () => `#/titles/slips/${await firstId('titleMove.slips', {}, 'rows')}`),
  'register of titles': at(archivist, () => '#/titles/register'),
  borrowing: at(archivist, () => '#/borrowing'),
  'new borrowing slip': at(archivist, () => `#/borrowing/new`),
  'terms of borrowing': at(archivist, () => '#/borrowing/terms'),
  'borrowing slip': at(archivist, async () => `#/borrowing/${await lentSlip()}`),
  complaints: at(executive, () => '#/complaints'),
  'new complaint': at(executive, () => '#/complaints/new'),
  complaint: at(executive, async () => `#/complaints/${await firstId('complaint.list', { which: 'all' }, 'rows')}`),
  'closed complaint': at(executive, () => '#/complaints/1'),
  penalties: at(executive, () => '#/complaints/penalties'),
  'new penalty': at(executive, () => '#/complaints/penalties/new?case=1'),
  penalty: at(executive, () => '#/complaints/penalties/1'),
  compensations: at(executive, () => '#/complaints/compensations'),
  'penalty on paper': at(executive, () => '#/print/penalty-notice/1'),
  'evidence of a complaint': at(executive, () => '#/attachments/complaint/2'),
  'statistics of complaints': at(executive, () => '#/complaints/statistics'),
  'complaints counted': at(executive, () => '#/complaints/counted?which=registered'),
  'statistics of complaints on paper': at(
    executive,
    () => `#/print/complaint-statistics?asked=${encodeURIComponent(JSON.stringify(LAST_YEARS))}`,
  ),
  'complaint on paper': at(executive, () => '#/print/complaint-handling/1'),
  'restoring a backup': at(archivist, () => '#/backup/restore'),
  'photos of a borrowing slip': at(archivist, async () => `#/attachments/borrowing/${await lentSlip()}`),
  'scans of a title': at(
    archivist,
    async () => `#/attachments/title/${await firstId('title.list', { which: 'here' }, 'rows')}`,
  ),
  'borrowing slip on paper': at(archivist, async () => `#/print/borrowing-slip/${await lentSlip()}`),
  'recall notes': at(archivist, () => '#/borrowing/recalls'),
  'recall notes to oneself': at(manager, () => '#/borrowing/recalls'),
  'things that were lent': at(archivist, () => '#/borrowing/lent'),
  'copies handed out': at(archivist, () => '#/borrowing/lent?which=copies'),
  'statistics of borrowing': at(executive, () => '#/borrowing/statistics'),
  'statistics of borrowing on paper': at(
    executive,
    () => `#/print/borrowing-statistics?asked=${encodeURIComponent(JSON.stringify(LAST_YEARS))}`,
  ),
  'recall note on paper': at(
    archivist,
    () => `#/print/recall-notice?asked=${encodeURIComponent(JSON.stringify({ ids: [1] }))}`,
  ),
  'giving back': {
    login: archivist,
    come: async () => {
      await go(`#/borrowing/${await lentSlip()}`);
      await press('Control+Enter');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  stocktakes: at(archivist, () => '#/titles/stocktakes'),
  'starting a stocktake': {
    login: archivist,
    come: async () => {
      await go('#/titles/stocktakes');
      await press('Control+n');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'stocktake that is counted': at(archivist, async () => `#/titles/stocktakes/${await counting()}`),
  'blank counting sheet': at(archivist, async () => `#/print/counting-sheet/${await counting()}`),
  'signing a count': {
    login: archivist,
    come: async () => {
      await go(`#/titles/stocktakes/${await counting()}`);
      await press('Control+Enter');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'stocktake with differences': at(archivist, async () => `#/titles/stocktakes/${await counted()}`),
  'stocktake on paper': at(archivist, async () => `#/print/stocktake/${await counted()}`),
  'receipt of a title on paper': at(
    archivist,
    async () => `#/print/title-in/${await firstId('titleMove.slips', { kind: 'in' }, 'rows')}`,
  ),
  'requests for more time': { login: manager, come: lookAtRequests },
  'asking for more time': {
    login: manager,
    come: async () => {
      await go(`#/dossier/${await firstId('ledger.list', { filter: { state: 'collecting' } }, 'rows')}`);
      const waiting = await program.invoke('extension.list', {});
      for (const its of waiting.ok ? (waiting.data as { rows: { id: number }[] }).rows : [])
        await program.invoke('extension.withdraw', { id: its.id });
      await program.page.getByRole('button', { name: /申请延期|Ask for more time/ }).click();
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'taking a handover back': {
    login: archivist,
    come: async () => {
      await go(`#/handover/${await handoverOf(true)}`);
      await program.page.getByRole('button', { name: /^(撤\s?回|Take back)$/ }).click();
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'handover to be checked': at(archivist, async () => `#/handover/${await handoverOf(true)}`),
  'handover that is done': at(archivist, async () => {
    const reply = await program.invoke('handover.list', {});
    const rows = reply.ok ? (reply.data as { id: number; state: string }[]) : [];
    return `#/handover/${rows.find((row) => row.state === 'accepted')?.id}`;
  }),
  clients: at(archivist, () => '#/clients'),
  client: at(archivist, async () => `#/clients/${await firstId('client.list', {}, 'rows')}`),
  'procedures of complaints': at(administrator, () => '#/procedures'),
  'step of a procedure that is edited': {
    login: administrator,
    come: async () => {
      await go('#/procedures/2');
      await program.page.locator('[data-place="step meeting"]').click();
      await expect(program.page.locator('#step-meeting-title')).toBeVisible();
    },
  },
  'limit of a procedure that is edited': {
    login: administrator,
    come: async () => {
      await go('#/procedures/1');
      await program.page.locator('[data-place="limit urgent"]').click();
      await expect(program.page.locator('#limit-urgent-title')).toBeVisible();
    },
  },
  checklists: at(archivist, () => '#/checklists'),
  'checklist that is edited': at(archivist, async () => `#/checklists/${await firstId('checklist.list', {})}`),
  'checklist to be read only': at(manager, async () => `#/checklists/${await firstId('checklist.list', {})}`),
  'form for a new checklist': {
    login: archivist,
    come: async () => {
      await openForm('#/checklists');
    },
  },
  'import of a ledger': at(archivist, () => '#/import'),
  'a ledger that was read, with rows that cannot be taken': {
    login: archivist,
    come: async () => {
      await readLedger();
      await go('#/import');
      await expect(program.page.locator('.import-faults')).toBeVisible();
    },
  },
  'record classes': at(archivist, () => '#/classes'),
  'form for a new record class': {
    login: archivist,
    come: async () => {
      await openForm('#/classes');
    },
  },
  'terms of retention': at(archivist, () => '#/retentions'),
  'archive numbers': at(archivist, () => '#/numbers'),
  'declaring a number void': {
    login: archivist,
    come: async () => {
      await openForm('#/numbers');
    },
  },
  places: at(archivist, () => '#/places'),
  'shelving by scanning': {
    login: archivist,
    come: async () => {
      await go('#/places');
      await press('Control+Enter');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'working days': at(archivist, () => '#/calendar'),
  'working days of a year that is not known': at(archivist, () => '#/calendar?year=2027'),
  'one day of the calendar': {
    login: archivist,
    come: async () => {
      await go('#/calendar');
      await program.page.locator('[data-day="2026-03-06"]').click();
      await expect(program.page.getByRole('dialog')).toBeVisible();
      await settle(program.page);
    },
  },
  'a notice with lines that cannot be read': {
    login: archivist,
    come: async () => {
      await go('#/calendar?year=2027');
      await press('Control+n');
      await program.page.keyboard.insertText('一、元旦：1月1日（周四）放假。');
      await expect(program.page.locator('.notice-unread li')).toBeVisible();
    },
  },
  'safe and what is in it': at(archivist, () => '#/titles/safes'),
  'form for a new safe': {
    login: archivist,
    come: async () => {
      await openForm('#/titles/safes');
    },
  },
  'keys of a safe': at(archivist, () => '#/titles/safes?view=keys'),
  'openings of a safe': at(archivist, () => '#/titles/safes?view=openings'),
  'days and months of a safe': at(archivist, () => '#/titles/safes?view=days'),
  'check of a slip': at(archivist, () => '#/audit/slip'),
  'staff handovers': at(administrator, () => '#/staff-handover'),
  'what somebody holds': at(administrator, async () => `#/staff-handover/person/${await staffId(manager)}`),
  'letting somebody leave with things in hand': {
    login: administrator,
    come: async () => {
      await go(`#/staff-handover/person/${await staffId(manager)}`);
      await program.page.getByRole('button', { name: /领导同意例外|Exception by an executive/ }).click();
      await expect(program.page.getByRole('dialog')).toBeVisible();
      await settle(program.page);
    },
  },
  'form for a new staff handover': {
    login: administrator,
    come: async () => {
      await openForm('#/staff-handover');
    },
  },
  'staff handover that is prepared': at(administrator, async () => `#/staff-handover/${await staffList('luoshuyi')}`),
  'staff handover that is signed': {
    login: administrator,
    come: async () => {
      const id = await staffList('zhoumu');
      await program.invoke('staffHandover.ask', { id });
      await go(`#/staff-handover/${id}`);
      await press('Control+Enter');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'what is due for appraisal': at(archivist, () => '#/disposal'),
  'appraisal that is being written': {
    login: archivist,
    come: async () => {
      await go('#/disposal/appraise');
      await program.page.getByRole('radio').first().focus();
      await press('ArrowRight');
    },
  },
  'list that waits for approval': at(archivist, () => oldList('#/disposal/')),
  'approval of a list': {
    login: executive,
    come: async () => {
      await go(await oldList('#/disposal/'));
      await press('Control+Enter');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'print preview of a staff handover': {
    login: 'xujibei',
    come: async () => go(`#/print/staff-handover/${await staffList('luoshuyi')}`),
  },
  transfers: at(archivist, () => '#/transfer'),
  'form for a new transfer': {
    login: archivist,
    come: async () => {
      await openForm('#/transfer');
    },
  },
  'print preview of a transfer list': at(archivist, () => oldList('#/print/transfer-list/')),
  audit: at(administrator, () => '#/audit'),
  people: at(administrator, () => '#/people'),
  settings: at(administrator, () => '#/settings'),
  'print preview of the in-volume list': at(archivist, async () => `#/print/volume-list/${await received()}`),
  'print preview of the cover': at(archivist, async () => `#/print/dossier-cover/${await received()}`),
  'print preview of the handover list': at(archivist, async () => `#/print/handover-list/${await handoverOf(false)}`),
  'print preview of the ledger': at(archivist, () => '#/print/ledger'),
  'print preview of the note sheet': at(archivist, async () => `#/print/note-sheet/${await received()}`),
  'print preview of spines': at(archivist, () => '#/print/spine-label'),
  'print preview of dossier labels': at(archivist, () => '#/print/dossier-labels'),
  'print preview of box labels': at(archivist, () => '#/print/box-labels'),
  'print preview of the list of clients': at(archivist, () => '#/print/client-list'),
  'print preview of the list of places': at(archivist, () => '#/print/place-list'),
  'print preview of what is due': at(archivist, () => '#/print/due-list'),
  'print preview of the register of handovers': at(archivist, () => '#/print/handover-register'),
  'a note on a dossier': {
    login: archivist,
    come: async () => {
      await go(`#/dossier/${await received()}`);
      await press('Control+b');
      await expect(program.page.getByRole('dialog')).toBeVisible();
    },
  },
  'further forms of the ledger': {
    login: archivist,
    come: async () => {
      await go('#/ledger');
      await press('Control+Shift+p');
      await expect(program.page.getByRole('menuitem').first()).toBeVisible();
    },
  },
  backups: at(archivist, () => '#/backup'),
  'a key for backups': {
    login: administrator,
    come: async () => {
      await go('#/backup');
      await program.page.getByRole('button', { name: /生成一把私钥|Make a private key/ }).press('Enter');
      await expect(program.page.getByRole('button', { name: /先打印私钥|First print/ })).toBeVisible();
    },
  },
  'a key on paper': at(administrator, () => '#/print/backup-key/1'),
  'a torn barcode': {
    login: archivist,
    come: async () => {
      await go('#/');
      await press('Control+k');
      await program.page.keyboard.type('AJ-D-00');
      await program.page.keyboard.press('Enter');
      await expect(program.page.getByRole('alert')).toBeVisible();
      // Others that begin so are offered under it.
      await expect(program.page.getByRole('option').first()).toBeVisible();
      await settle(program.page);
    },
  },
  'formats of an export': {
    login: archivist,
    come: async () => {
      await go('#/ledger');
      await press('Control+e');
      await expect(program.page.getByRole('menuitem').first()).toBeVisible();
    },
  },
  'manual over a form': {
    login: archivist,
    come: async () => {
      await openForm('#/titles/safes');
      await press('F1');
      await expect(program.page.locator('.manual article')).toBeVisible();
      await settle(program.page);
    },
  },
  'search with hits': {
    login: archivist,
    come: async () => {
      await go('#/');
      await press('Control+k');
      await program.page.keyboard.type('鸿');
      await expect(program.page.getByRole('option').first()).toBeVisible();
      await settle(program.page);
    },
  },
  'form for a new client': {
    login: archivist,
    come: async () => {
      await openForm('#/clients');
    },
  },
  'form for a new dossier': {
    login: archivist,
    come: async () => {
      await openForm('#/ledger');
    },
  },
  'form for new staff': {
    login: administrator,
    come: async () => {
      await openForm('#/people');
    },
  },
};

/** Pages that people open who have no place for them in the rail; it shows the place of all others. */
const ANYWHERE = /^#\/(print|attachments|audit\/slip|checklists)\b/;

/** Everybody's pages together. */
const IN_ORDER = Object.entries(PLACES).sort(([, a], [, b]) => a.login.localeCompare(b.login));

test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 } });
});
test.afterAll(() => program.close());

test('first run', async () => {
  await expect(program.page.locator('form')).toBeVisible();
  await settle(program.page);
  expect(await barriersHere()).toEqual([]);
});

test('sign-in, empty and refused, and the locked window', async () => {
  const { page } = program;
  await program.invoke('company.foundDemonstration');
  await page.reload();
  await expect(page.locator('#login')).toBeVisible();
  expect(await barriersHere(), 'empty').toEqual([]);
  await page.locator('#login').fill('nobody');
  await page.locator('input[type=password]').fill('wrong-password');
  await press('Enter');
  await expect(page.getByText(/登录名或密码不对|login name or password is wrong/)).toBeVisible();
  expect(await barriersHere(), 'refused').toEqual([]);
  await signIn(manager);
  await page.keyboard.press('Control+l');
  await expect(page.locator('input[type=password]')).toBeVisible();
  await settle(page);
  expect(await barriersHere(), 'locked').toEqual([]);
});

for (const [name, { login, come }] of IN_ORDER)
  test(`${name}, in both languages`, async () => {
    await sitDown(login);
    await come();
    expect(await barriersHere()).toEqual([]);
    const here = await program.page.evaluate(() => window.location.hash);
    if (!ANYWHERE.test(here)) await expect(program.page.locator('.rail a[aria-current="page"]')).toHaveCount(1);
  });

test('a barrier is found in both languages, a faint colour once', async () => {
  await signIn(manager);
  await go('#/');
  await program.page.evaluate(() => {
    const button = document.createElement('button');
    const faint = Object.assign(document.createElement('p'), { textContent: 'hardly to be read' });
    faint.style.color = '#eee';
    const field = document.createElement('input');
    document.querySelector('.page')?.append(button, faint, field);
  });
  const found = (await barriersHere()).map((barrier) => barrier.split(' ').slice(0, 2).join(' '));
  const faults = ['button-name', 'label'];
  expect(found).toEqual(
    expect.arrayContaining(['zh-CN', 'en'].flatMap((it) => faults.map((fault) => `${it}: ${fault}`))),
  );
  expect(found.filter((its) => its.endsWith('color-contrast'))).toHaveLength(1);
});
