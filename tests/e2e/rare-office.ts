import { PASSWORD, PIN } from './program';
import type { Asks } from './work-before';

/** Characters that usual fonts lack, in the names of everything that the forms are about. */
export const RARE = {
  manager: '𠮷㐂䶮',
  client: '䶮𠮷石材有限公司',
  project: '㐂年采石贷款',
  contractNo: '鸿借〔2026〕𠮷1号',
} as const;

/** A Monday. Limits are three working days after the money was paid out, two after B has the papers. */
export const TODAY = '2026-03-16T10:00:00+08:00';

/** What the forms are made for. */
export interface RareOffice {
  clientId: number;
  /** On the shelf in box 㐂盒, with notes; the others stand around it. */
  dossierId: number;
  classId: number;
  supplementId: number;
  appraisalId: number;
  destructionId: number;
  transferId: number;
  staffHandoverId: number;
}

type Given = { id: number };

const B = 'luoshuyi';
const ARCHIVIST = 'shenyanqiu';
const EXECUTIVE = 'xujibei';
const PLACE = { room: '一室', cabinet: '03柜', shelf: '2层', box: '㐂盒' };

/** The demonstration company and what a manager with a rare name has done in it, ends with the archivist. */
export function setUpRareOffice({ ask }: Asks): Promise<RareOffice> {
  return new Office(ask).work();
}

class Office {
  private readonly staff = new Map<string, number>();

  constructor(private readonly ask: Asks['ask']) {}

  async work(): Promise<RareOffice> {
    await this.ask('company.foundDemonstration');
    await this.signIn('sujingxing');
    const departments = await this.ask<{ id: number; name: string }[]>('people.departments');
    const who = { name: RARE.manager, login: 'jixiyan', positions: ['projectManager'] };
    const departmentId = departments.find(({ name }) => name === '业务一部')?.id;
    await this.ask('people.engage', { ...who, departmentId, password: PASSWORD, pin: PIN });
    for (const { login, id } of await this.ask<{ login: string; id: number }[]>('people.staff'))
      this.staff.set(login, id);
    const clientId = await this.registerClient();
    const dossierId = await this.shelveMain(clientId);
    const supplementId = await this.supply(clientId);
    await this.owe(clientId);
    const disposals = await this.dispose(clientId);
    const staffHandoverId = await this.leave();
    await this.signIn(ARCHIVIST);
    const { classId } = await this.ask<{ classId: number }>('dossier.show', { id: dossierId });
    await this.ask('number.void', { classId, text: '鸿借字第005号', reason: '写坏𠮷', signature: PIN });
    return { clientId, dossierId, classId, supplementId, ...disposals, staffHandoverId };
  }

  private readonly signIn = (login: string) => this.ask('people.signIn', { login, password: PASSWORD });
  private readonly idOf = (login: string) => this.staff.get(login) ?? 0;

  private async registerClient(): Promise<number> {
    await this.signIn('jixiyan');
    const { id } = await this.ask<Given>('client.register', {
      ...{ kind: 'enterprise', name: RARE.client, code: '91440300MA5XQ9909X', legalRepresentative: '石㐂' },
      ...{ phone: '0755-88009900', address: '石桥镇𠮷园路9号', remarks: '老客户' },
    });
    return id;
  }

  private async open(
    clientId: number,
    n: number,
    name: string,
    disbursedOn: string,
    endedOn?: string,
  ): Promise<number> {
    await this.signIn('jixiyan');
    const { id: projectId } = await this.ask<Given>('project.register', {
      ...{ clientId, name, businessType: 'loan', contractNo: RARE.contractNo.replace('1', String(n)) },
      ...{ amountFen: 123_456_700, aManagerId: this.idOf('jixiyan'), bManagerId: this.idOf(B), disbursedOn },
      ...(endedOn && { endedOn }),
    });
    const year = Number(disbursedOn.slice(0, 4));
    const { id } = await this.ask<Given>('dossier.open', {
      ...{ projectId, title: `${name}案卷`, year },
      ...(year < 2020 && { retentionId: 3 }),
    });
    const items = ['采石许可证', '借款合同'].map((title, i) => ({ part: 'contracts', title, pages: 3 + i }));
    await this.ask('dossier.compile', { id, revision: 0, items });
    return id;
  }

  private async give(dossierId: number, kind: 'aToB' | 'bToArchive'): Promise<number> {
    const { revision } = await this.ask<{ revision: number }>('dossier.show', { id: dossierId });
    return (await this.ask<Given>('handover.give', { dossierId, kind, revision, signature: PIN })).id;
  }

  private async tick(id: number): Promise<void> {
    const { items } = await this.ask<{ items: { id: number; pages: number }[] }>('handover.show', { id });
    await this.ask('handover.check', { id, found: items.map((its) => ({ itemId: its.id, pagesFound: its.pages })) });
  }

  /** From A by B to the shelf. */
  private async shelve(dossierId: number): Promise<void> {
    const toB = await this.give(dossierId, 'aToB');
    await this.signIn(B);
    await this.tick(toB);
    await this.ask('handover.acceptAtB', { id: toB, signature: PIN });
    const toArchive = await this.give(dossierId, 'bToArchive');
    await this.signIn(ARCHIVIST);
    await this.tick(toArchive);
    const signatures = { a: PIN, b: PIN, archivist: PIN };
    await this.ask('handover.acceptAtArchive', { id: toArchive, place: PLACE, signatures });
  }

  /** Its limit is put off, it goes to the shelf in time, and its note sheet says what is wrong with it. */
  private async shelveMain(clientId: number): Promise<number> {
    const id = await this.open(clientId, 1, RARE.project, '2026-03-13', '2026-03-14');
    const wanted = { dossierId: id, newDueOn: '2026-03-20', reason: '等印章' };
    const extension = await this.ask<Given>('extension.ask', wanted);
    await this.signIn(EXECUTIVE);
    await this.ask('extension.grant', { id: extension.id, signature: PIN });
    await this.signIn('jixiyan');
    await this.shelve(id);
    const { retentionId, secrecy, endedOn } = await this.ask<Record<string, unknown>>('dossier.show', { id });
    await this.ask('dossier.describe', { id, retentionId, secrecy, endedOn, remarks: '封面补钉䶮', reason: '补记' });
    await this.ask('note.write', { dossierId: id, kind: 'damaged', text: '第 2 页㐂字缺角。' });
    return id;
  }

  /** Handed over late, with papers missing: one list is cleared, one is not. */
  private async supply(clientId: number): Promise<number> {
    const dossierId = await this.open(clientId, 2, '㐂年运石贷款', '2026-03-03');
    await this.give(dossierId, 'aToB');
    await this.signIn(B);
    const list = (title: string, fault: string) =>
      this.ask<Given>('supplement.issue', {
        ...{ dossierId, responsibleId: this.idOf('jixiyan'), dueOn: '2026-03-18', signature: PIN },
        lines: [{ title, fault, basis: '管理制度第八条', part: 'contracts' }],
      });
    const { id } = await list('𠮷石场盘点表', 'unsigned');
    const { lines } = await this.ask<{ lines: Given[] }>('supplement.show', { id });
    const lineId = lines[0]?.id ?? 0;
    await this.ask('supplement.handIn', { id, lines: [{ lineId, pages: 6 }], signature: PIN });
    await this.ask('supplement.confirm', { id, lines: [{ lineId, pagesFound: 6 }], signature: PIN });
    await list('配偶同意书', 'missing');
    return id;
  }

  /** One that is late and not given, one that is not due yet. */
  private async owe(clientId: number): Promise<void> {
    await this.open(clientId, 3, '㐂年碎石贷款', '2026-03-04');
    await this.open(clientId, 4, '㐂年修路贷款', '2026-03-16');
  }

  /** Of three old dossiers one waits for its appraisal, one is destroyed, one goes outside. */
  private async dispose(clientId: number): Promise<Pick<RareOffice, 'appraisalId' | 'destructionId' | 'transferId'>> {
    const old = async (n: number, name: string) => {
      const id = await this.open(clientId, n, name, '2010-03-02', '2012-12-31');
      await this.shelve(id);
      return id;
    };
    await old(5, '㐂年开山贷款');
    const destroyed = await old(6, '㐂年爆破贷款');
    const handedOut = await old(7, '㐂年筛石贷款');
    const approve = async (id: number) => {
      await this.signIn(EXECUTIVE);
      await this.ask('disposal.approve', { id, signature: PIN });
      await this.signIn(ARCHIVIST);
    };
    const line = { dossierId: destroyed, keepUntil: '2022-12-31', decision: 'destroy', remarks: '㐂无保存价值' };
    const signature = PIN;
    const appraisal = await this.ask<Given>('disposal.appraise', { reason: '到期鉴定', lines: [line], signature });
    await approve(appraisal.id);
    const witnesses = { firstWitnessId: this.idOf('jixiyan'), secondWitnessId: this.idOf(B) };
    const listed = { appraisalId: appraisal.id, reason: '鉴定意见', ...witnesses, signature };
    const destruction = await this.ask<{ no: string } & Given>('disposal.listForDestruction', listed);
    await approve(destruction.id);
    const both = { first: PIN, second: PIN };
    await this.ask('disposal.destroy', { id: destruction.id, no: destruction.no, signatures: both });
    const transfer = await this.ask<Given>('disposal.listForTransfer', {
      ...{ dossierIds: [handedOut], reason: '集团统一保管', receiver: '䶮集团档案馆', receiverPerson: '何接收' },
      ...{ receiverDocument: '工作证0731', supervisorId: this.idOf('jixiyan'), signature },
    });
    await approve(transfer.id);
    await this.ask('disposal.handOut', { id: transfer.id, signatures: { archivist: PIN, supervisor: PIN } });
    return { appraisalId: appraisal.id, destructionId: destruction.id, transferId: transfer.id };
  }

  /** The manager leaves; a colleague takes over what can be taken over. */
  private async leave(): Promise<number> {
    await this.signIn('sujingxing');
    const fromId = this.idOf('jixiyan');
    const staff = await this.ask<{ id: number; departmentId: number; positions: string[] }[]>('people.staff');
    const { departmentId, positions } = staff.find(({ id }) => id === fromId) ?? {};
    const her = { id: fromId, name: RARE.manager, login: 'jixiyan', departmentId, positions };
    await this.ask('people.change', { ...her, employment: 'leaving' });
    const [toId, supervisorId] = [this.idOf('guxingjian'), this.idOf('luzhiwei')];
    const { id } = await this.ask<Given>('staffHandover.make', { fromId, successorId: toId, supervisorId });
    await this.ask('staffHandover.ask', { id });
    const { contentHash } = await this.ask<{ contentHash: string }>('staffHandover.show', { id });
    const signatures = [
      { role: 'from', staffId: fromId, signature: PIN },
      { role: 'to', staffId: toId, signature: PIN },
      { role: 'supervisor', staffId: supervisorId, signature: PIN },
    ];
    await this.ask('staffHandover.sign', { id, seen: contentHash, signatures });
    return id;
  }
}
