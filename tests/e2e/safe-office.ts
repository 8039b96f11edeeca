import { PASSWORD, PIN } from './program';
import type { Asks } from './work-before';

/** Who founds the company, hands titles over, keeps the key, keeps the combination, may decide, and stands by. */
export const FOUNDER = 'sujingxing';
export const CUSTODIAN = 'tangwanqing';
const STAFF = [
  ['顾行简', 'guxingjian', 'projectManager'],
  ['罗书意', 'luoshuyi', 'projectManager'],
  ['唐晚晴', CUSTODIAN, 'titleCustodian'],
  ['何循之', 'hexunzhi', 'departmentHead'],
  ['江柏屿', 'jiangbaiyu', 'generalManager'],
  ['沈砚秋', 'shenyanqiu', 'archivist'],
] as const;

/** The same calls as a window makes, so that a test can begin with a company that has a project. */
export class SafeOffice {
  readonly ids = new Map<string, number>();

  /** `asks` is a window's own bridge as soon as there is a window. */
  constructor(public asks: Asks) {}

  call<T = { id: number }>(name: string, input?: unknown): Promise<T> {
    return this.asks.ask<T>(name, input);
  }

  readonly signIn = (login: string) => this.call('people.signIn', { login, password: PASSWORD });

  id(name: string): number {
    return this.ids.get(name) ?? 0;
  }

  /** A company with its people and one project; whoever keeps titles is signed in. */
  async found(): Promise<number> {
    const { staffId } = await this.call<{ staffId: number }>('company.found', {
      ...{ name: '鸿远小额贷款有限公司', shortName: '鸿' },
      administrator: { name: '苏景行', login: FOUNDER, password: PASSWORD, pin: PIN },
    });
    this.ids.set('苏景行', staffId);
    for (const [name, login, position] of STAFF) {
      const its = { name, login, departmentId: 1, positions: [position], password: PASSWORD, pin: PIN };
      this.ids.set(name, (await this.call('people.engage', its)).id);
    }
    await this.signIn('guxingjian');
    const { id: clientId } = await this.call('client.register', { kind: 'enterprise', name: '青禾建材商贸有限公司' });
    const { id: projectId } = await this.call('project.register', {
      ...{ clientId, name: '流动资金贷款 180 万元', businessType: 'loan', contractNo: '鸿借〔2026〕001号' },
      ...{ amountFen: 180_000_000, aManagerId: this.id('顾行简'), bManagerId: this.id('罗书意') },
      disbursedOn: '2026-03-02',
    });
    await this.signIn(CUSTODIAN);
    return projectId;
  }

  /** Key with the custodian, combination with the head of the department. */
  async registerSafe(name: string, rows: number, columns: number): Promise<{ id: number; compartments: number[] }> {
    const { id } = await this.call('safe.register', {
      ...{ name, place: '档案室', rows, columns, keyLabel: '1号', reason: '新柜启用' },
      ...{ keyHolderId: this.id('唐晚晴'), combinationHolderId: this.id('何循之'), supervisorId: this.id('江柏屿') },
      signatures: { keyHolder: PIN, combinationHolder: PIN, supervisor: PIN },
    });
    const safes = await this.call<{ id: number; compartments: { id: number }[] }[]>('safe.list');
    return { id, compartments: safes.find((its) => its.id === id)?.compartments.map((one) => one.id) ?? [] };
  }

  /** What A gives, by its numbers or with more about it, comes into one compartment; answers the titles. */
  async bring(projectId: number, compartmentId: number, given: readonly (string | object)[]): Promise<number[]> {
    await this.signIn('guxingjian');
    const lines = given.map((its) => ({
      ...{ kind: 'clientOwnership', name: '不动产权证书', owner: '林远山', quantity: 1 },
      ...(typeof its === 'string' ? { certificateNo: its } : its),
    }));
    const { id } = await this.call('titleHandover.give', {
      projectId,
      obtainedOn: '2026-03-02',
      lines,
      signature: PIN,
    });
    await this.signIn(CUSTODIAN);
    type List = { lines: { id: number; quantity: number; titleId?: number }[] };
    const list = await this.call<List>('titleHandover.show', { id });
    const found = list.lines.map((line) => ({
      ...{ lineId: line.id, nameAgrees: true, numberAgrees: true, quantityFound: line.quantity },
    }));
    await this.call('titleHandover.check', { id, found });
    const places = list.lines.map((line) => ({ lineId: line.id, compartmentId }));
    const signatures = { a: PIN, b: PIN, custodian: PIN, second: PIN };
    await this.call('titleHandover.accept', { id, secondId: this.id('何循之'), signatures, places });
    const { lines: taken } = await this.call<List>('titleHandover.show', { id });
    return taken.map((line) => line.titleId ?? 0);
  }

  /** A asks, the manager approves, the archivist lends; whoever keeps titles is signed in afterwards. */
  async lend(titleId: number, dueOn: string): Promise<void> {
    await this.signIn('guxingjian');
    const asked = { things: [{ kind: 'title', id: titleId }], purpose: '客户查验', way: 'takeAway', dueOn };
    const { id } = await this.call('borrowing.submit', asked);
    await this.signIn('jiangbaiyu');
    await this.call('borrowing.approve', { id, signature: PIN });
    await this.signIn('shenyanqiu');
    await this.call('borrowing.lend', {
      ...{ id, custodianId: this.id('唐晚晴'), secondId: this.id('何循之') },
      signatures: { archivist: PIN, borrower: PIN, custodian: PIN, second: PIN },
    });
    await this.signIn(CUSTODIAN);
  }
}
