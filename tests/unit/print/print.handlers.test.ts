import { describe, expect, test } from 'vitest';
import type { Commit } from '../../../electron/db/journal';
import { createPrintHandlers, type Printer } from '../../../electron/features/print/print.handlers';
import { createPrintService } from '../../../electron/features/print/print.service';
import { clockFrom, type SignedInContext } from '../../../electron/ipc/context';
import type { DisposalView } from '../../../shared/api/disposal.contract';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { HandoverView } from '../../../shared/api/handover.contract';
import type { Subject } from '../../../shared/api/print.contract';
import type { StaffHandoverView } from '../../../shared/api/staff-handover.contract';

const ctx: SignedInContext = {
  at: '2026-03-04T01:00:00.000Z',
  today: '2026-03-04',
  windowId: 3,
  actor: { staffId: 5, name: '沈砚秋', positions: ['archivist'], session: 's' },
};
const subject = { form: 'volume-list', id: 12 } as const;

/** The feature with a journal and a printer that write down what happens, in its order. */
function office(printer: Partial<Printer> = {}, tooMany = 0, allowed = true) {
  const happened: string[] = [];
  let seq = 40;
  const commit: Commit = (_ctx, action, _input, fn) => {
    happened.push(action);
    seq += 1;
    return fn();
  };
  const service = createPrintService({
    demandSearchable: () => undefined,
    dossierOf: (id) => {
      if (id !== 12) throw new AppError('notFound', 'noSuchDossier');
      return { id, title: '流动资金贷款', archiveNo: '鸿借字第001号' } as DossierView;
    },
    disposalOf: (id) => ({ id, no: '销〔2026〕001号', kind: 'destruction', receiver: '' }) as DisposalView,
    stocktakeOf: () => ({}) as never,
    borrowings: {} as never,
    supplementOf: () => ({}) as never,
    latenessOf: () => [],
    rehearsalOf: () => ({}) as never,
    backupKeyOf: () => ({}) as never,
    complaints: {
      show: () => ({}) as never,
      penalty: () => ({}) as never,
      statistics: () => ({}) as never,
      namesOf: () => ({}),
    },
    handoverOf: (id) => ({ id, no: '1', dossier: '流动资金贷款' }) as HandoverView,
    notesOf: () => [],
    attachmentOf: (id) => ({
      id,
      name: '合同.pdf',
      kind: 'pdf',
      bytes: 9,
      rotation: 0,
      recordKind: 'dossier',
      recordId: 12,
      record: '流动资金贷款',
    }),
    safes: {} as never,
    staffHandovers: { show: (id) => ({ id, no: '1', from: '顾行简' }) as StaffHandoverView, letters: () => [] },
    titleHandoverOf: () => ({}) as never,
    ledgerOf: (_, limit) => ({ rows: [], total: limit + tooMany }),
    ledgerRowOf: () => undefined,
    handoversOf: (_, limit) => ({ rows: [], total: limit + tooMany }),
    clientsOf: (_, limit) => ({ rows: [], total: limit + tooMany }),
    projectsOf: (_, limit) => ({ rows: [], total: limit + tooMany }),
    titles: {
      slip: (id) => ({ id, no: '权借〔2026〕001号', kind: 'lent', party: '顾行简', lines: [] }) as never,
      register: (asked) => ({ ...asked, total: 2_000 + tooMany }) as never,
      list: (_, limit) => ({ rows: [], total: limit + tooMany }),
      placeOf: () => undefined,
    },
    plainOf: (_, limit) => ({ columns: [], rows: [], total: limit + tooMany }),
    staffNameOf: () => '顾行简',
    numberFaultsOf: () => [],
    checklistNameOf: () => '贷款项目 V1',
    numbersOf: (_, limit) => ({ rows: [], total: limit + tooMany }),
    placesOf: (_, limit) => ({ rows: [], total: limit + tooMany }),
    dueOf: (_, limit) => ({ rows: [], total: limit + tooMany }),
    classNameOf: () => '借款',
    clientNameOf: () => '青禾建材商贸有限公司',
    placeOf: () => undefined,
    labels: { volumes: () => [], placeOf: () => undefined, runs: () => [], filing: () => ({}) },
    allows: () => allowed,
    namesOf: () => ({ manager: '顾行简' }),
    companyOf: () => '鸿远小额贷款有限公司',
    journalHead: () => ({ seq, hash: 'ab'.repeat(32), ledgerId: 'c'.repeat(32) }),
    knownUntilYear: () => 2026,
    commit,
  });
  const handlers = createPrintHandlers(
    service,
    {
      choosePath: async (name) => `/stick/${name}`,
      pdf: async (its) => {
        const { seq: printed } = service.form(its, ctx).frame.anchor;
        happened.push(`pdf with event ${printed}`);
        return new Uint8Array();
      },
      toPrinter: async () => true,
      write: async (path) => void happened.push(`written ${path}`),
      ...printer,
    },
    clockFrom('2026-03-04T09:00:00+08:00'),
  );
  return { handlers, happened };
}

describe('a form on its way to paper', () => {
  test('carries company, barcode, day, person and the journal', async () => {
    const { frame } = await office().handlers.form(subject, ctx);
    expect(frame).toEqual({
      company: '鸿远小额贷款有限公司',
      barcode: 'AJ-D-000012',
      printedOn: '2026-03-04',
      printedBy: '沈砚秋',
      anchor: { seq: 40, code: 'abababababababab', ledgerId: 'c'.repeat(32) },
      knownUntilYear: 2026,
    });
    expect((await office().handlers.form({ form: 'handover-list', id: 7 }, ctx)).frame.barcode).toBe('AJ-H-000007');
  });

  test('is noted in the journal first, so that the paper shows that very event', async () => {
    const { handlers, happened } = office();
    const path = '/stick/卷内文件目录 鸿借字第001号 流动资金贷款.pdf';
    expect(await handlers.savePdf(subject, ctx)).toEqual({ path });
    expect(happened).toEqual(['print.savePdf', 'pdf with event 41', `written ${path}`]);
  });

  test('leaves no trace when no place was chosen', async () => {
    const { handlers, happened } = office({ choosePath: async () => undefined });
    expect(await handlers.savePdf(subject, ctx)).toEqual({});
    expect(happened).toEqual([]);
  });

  test('says so when it could not be written', async () => {
    const write = async () => {
      throw new AppError('storage', 'fileNotWritten', { path: '/stick/a.pdf' });
    };
    await expect(office({ write }).handlers.savePdf(subject, ctx)).rejects.toMatchObject({ reason: 'fileNotWritten' });
  });

  test('goes to the printer, or not when the dialog was closed', async () => {
    expect(await office().handlers.toPrinter(subject, ctx)).toEqual({ printed: true });
    expect(await office({ toPrinter: async () => false }).handlers.toPrinter(subject, ctx)).toEqual({ printed: false });
  });

  test('does not exist for a record that does not exist, and nothing is noted', async () => {
    const { handlers, happened } = office();
    await expect(handlers.savePdf({ ...subject, id: 99 }, ctx)).rejects.toMatchObject({ reason: 'noSuchDossier' });
    await expect(handlers.toPrinter({ ...subject, id: 99 }, ctx)).rejects.toMatchObject({ reason: 'noSuchDossier' });
    expect(happened).toEqual([]);
  });

  test('is the ledger as it was asked, with the name of the manager and a number of its own', async () => {
    const asked = { filter: { text: '', lateOnly: false, managerId: 4 }, sort: 'opened', descending: true } as const;
    const form = await office().handlers.form({ form: 'ledger', asked }, ctx);
    expect(form).toMatchObject({
      form: 'ledger',
      asked,
      names: { manager: '顾行简' },
      frame: { barcode: 'AJ-L-000040' },
    });
  });

  test('a list is refused to whoever may not read it, and nothing is noted', async () => {
    const { handlers, happened } = office({}, 0, false);
    const forms = [
      'client-list',
      'project-list',
      'handover-register',
      'number-register',
      'place-list',
      'due-list',
    ] as const;
    for (const form of forms)
      await expect(handlers.toPrinter({ form, asked: {} } as Subject, ctx)).rejects.toMatchObject({
        code: 'notAllowed',
      });
    expect(happened).toEqual([]);
  });

  test('is refused for a ledger that is too long, and nothing is noted', async () => {
    const asked = { filter: { text: '', lateOnly: false }, sort: 'opened', descending: true } as const;
    const { handlers, happened } = office({}, 1);
    const refused = { reason: 'ledgerTooLongToPrint', details: { count: 2_001, most: 2_000 } };
    await expect(handlers.savePdf({ form: 'ledger', asked }, ctx)).rejects.toMatchObject(refused);
    expect(happened).toEqual([]);
  });
});
