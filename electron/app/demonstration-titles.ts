import type { TitleFields } from '../../shared/api/title-fields';
import { addDays, type Day } from '../../shared/calendar/working-days';
import type { BorrowingService } from '../features/borrowing/borrowing.service';
import type { SlipDraft } from '../features/title/title.rules';
import type { SignedInContext } from '../ipc/context';
import { playSlip } from './demonstration-slip';
import { type DemoTitle, EXCHANGED, FIRST_SAFE, SAFES, SECOND_SAFE, TITLES } from './demonstration-titles.data';
import type { createTitlesArea } from './titles-area';

/** The played weeks, as they stand: who acts, and when. */
export interface Played {
  readonly today: Day;
  comeTo(day: Day): void;
  as(login: string): SignedInContext;
  signer(login: string): { staffId: number; name: string };
  /** The guarantee or loan is settled on that day. */
  settle(contractNo: string, on: Day): void;
}

const CUSTODIAN = 'shenyanqiu';
const MANAGER = 'xujibei';
/** What is no longer looked at every evening. */
const DAYS_CLOSED = 6;

/** Plays the safes of the demonstration company: what came, what went out and back, who held the keys. */
export class DemonstrationTitles {
  private readonly compartments = new Map<string, number>();
  private readonly safes = new Map<string, number>();
  private readonly combination = new Map<string, string>();
  private readonly titles = new Map<string, number>();
  /** Days of safes that nobody has closed yet. */
  private readonly open = new Map<string, Set<Day>>();
  private readonly later: { daysAgo: number; play: () => void }[];

  constructor(
    private readonly area: ReturnType<typeof createTitlesArea>,
    private readonly borrowing: BorrowingService,
    private readonly played: Played,
  ) {
    this.later = this.acts();
  }

  registerSafes(): void {
    const { safe } = this.area;
    for (const { combination, ...its } of SAFES) {
      const holders = { keyHolderId: this.idOf(CUSTODIAN), combinationHolderId: this.idOf(combination) };
      const input = { ...its, ...holders, supervisorId: this.idOf(MANAGER), reason: '新柜启用' };
      const { id } = safe.register(input, this.played.as(CUSTODIAN));
      this.safes.set(its.name, id);
      this.combination.set(its.name, combination);
      this.open.set(its.name, new Set());
    }
    for (const { id, safe: name, name: its } of safe.compartments()) this.compartments.set(`${name} ${its}`, id);
  }

  /** The titles of a contract go into the safe on the day of its disbursement. */
  bring(contractNo: string, projectId: number, a: string, b: string, on: Day): void {
    const its = TITLES[contractNo];
    if (!its) return;
    this.playUntil(on);
    this.played.comeTo(on);
    const { titleHandover } = this.area;
    const lines = its.map((title) => this.fieldsOf(title));
    const { id } = titleHandover.give({ projectId, obtainedOn: on, lines }, this.played.signer(a), this.played.as(a));
    const given = titleHandover.show(id, on).lines;
    const found = given.map((line) => ({
      ...{ lineId: line.id, nameAgrees: true, numberAgrees: true, quantityFound: line.quantity, remark: '' },
    }));
    titleHandover.check({ id, found }, this.played.as(CUSTODIAN));
    const places = given.flatMap((line, i) => {
      const place = its[i]?.place;
      return place ? [{ lineId: line.id, compartmentId: this.compartmentOf(place) }] : [];
    });
    const safe = its.find(({ place }) => place)?.place?.[0] ?? FIRST_SAFE;
    const { operator, second } = this.twoOf(safe);
    const input = { id, places, secondId: second.staffId };
    const ctx = this.played.as(CUSTODIAN);
    const { seen } = titleHandover.demandAcceptable(input, ctx);
    const by = { a: this.played.signer(a), b: this.played.signer(b), custodian: operator, second };
    titleHandover.accept(input, seen, by, ctx);
    for (const line of titleHandover.show(id, on).lines) this.titles.set(line.certificateNo, line.titleId ?? 0);
    this.movedIn(safe, ctx.today);
  }

  /** What happens before that day. */
  playUntil(day: Day): void {
    while (this.later[0] && addDays(this.played.today, -this.later[0].daysAgo) < day) {
      const next = this.later.shift();
      if (!next) return;
      const on = addDays(this.played.today, -next.daysAgo);
      this.played.comeTo(on);
      this.closeDaysBefore(addDays(this.played.today, -Math.max(DAYS_CLOSED, next.daysAgo)));
      next.play();
    }
  }

  private acts(): { daysAgo: number; play: () => void }[] {
    const dayOfMonth = Number(this.played.today.slice(8));
    const valued = this.slip('粤（2017）惠州市不动产权第0021102号', 'mengtinglan', '客户办理评估', 12);
    const late = this.slip('粤（2016）广州市不动产权第0021107号', 'luoshuyi', '担保人核对产权信息', 5);
    const acts = [
      { daysAgo: 16, play: () => this.entrust() },
      { daysAgo: 15, play: () => this.lookUp('粤（2017）惠州市不动产权第0021102号') },
      { daysAgo: 14, play: valued.lend },
      { daysAgo: 13, play: () => this.toRegistry(EXCHANGED.old, '产权人更名，换发新证', 10) },
      { daysAgo: 12, play: valued.giveBack },
      { daysAgo: 11, play: () => this.move('粤S·5F2A8', [FIRST_SAFE, '2-2']) },
      { daysAgo: 10, play: () => this.exchange() },
      { daysAgo: 8, play: late.lend },
      { daysAgo: 7, play: () => this.played.settle('鸿保〔{year}〕014号', addDays(this.played.today, -7)) },
      { daysAgo: 6, play: () => this.release('粤S·5F2A8', '方既白') },
      { daysAgo: 5, play: () => this.moveAndTakeBack('粤（2020）深圳市不动产权第0021105号') },
      { daysAgo: 4, play: () => this.toRegistry('粤（2021）深圳市不动产权第0021108号', '办理变更登记', -3) },
      // The month before is closed on the first day of this one, or when the first safe stands there.
      { daysAgo: Math.min(dayOfMonth - 1, 25), play: () => this.closeMonth() },
    ];
    return acts.sort((a, b) => b.daysAgo - a.daysAgo);
  }

  /** What happens to a title on a borrowing slip: an executive approves, the archivist lends. */
  private slip(certificateNo: string, borrower: string, purpose: string, dueDaysAgo: number) {
    const safe = this.safeOf(certificateNo);
    const slip = playSlip(this.borrowing, this.played, {
      ...{ borrower, purpose, safe: () => this.twoOf(safe) },
      things: () => [{ kind: 'title', id: this.titleOf(certificateNo) }],
      more: { dueOn: addDays(this.played.today, -dueDaysAgo) },
    });
    const moved = () => this.movedIn(safe, this.played.as(CUSTODIAN).today);
    const lend = () => {
      slip.ask();
      slip.lend();
      moved();
    };
    const giveBack = () => {
      slip.giveBack();
      moved();
    };
    return { lend, giveBack };
  }
  private toRegistry(certificateNo: string, reason: string, dueDaysAgo: number): void {
    const errand = { party: '不动产登记中心', dueOn: addDays(this.played.today, -dueDaysAgo) };
    const pieces = [{ titleId: this.titleOf(certificateNo) }];
    this.carryOut(certificateNo, (today) =>
      this.area.title.acts.sendToRegistry({ ...this.said(reason, '登记受理通知书'), ...errand, pieces }, today),
    );
  }
  private move(certificateNo: string, place: readonly [string, string]): void {
    const input = { pieces: [{ titleId: this.titleOf(certificateNo) }], compartmentId: this.compartmentOf(place) };
    this.carryOut(certificateNo, (today) =>
      this.area.title.acts.move({ ...this.said('原格已满', '格位调整表'), ...input }, today),
    );
  }
  private moveAndTakeBack(certificateNo: string): void {
    this.move(certificateNo, [FIRST_SAFE, '3-1']);
    const { title } = this.area;
    const ctx = this.played.as(CUSTODIAN);
    const [last] = title.show(this.titleOf(certificateNo), ctx).life;
    const draft = title.acts.reverse({ slipId: last?.id ?? 0, reason: '放错格位', remarks: '' }, ctx.today);
    title.reverse(draft, title.moving.seenIn(draft), this.twoOf(FIRST_SAFE), ctx);
  }
  private release(certificateNo: string, party: string): void {
    const input = { ...this.said('担保责任解除', '结清证明'), party, titleIds: [this.titleOf(certificateNo)] };
    this.carryOut(certificateNo, (today) => this.area.title.acts.release(input, today));
  }
  private exchange(): void {
    const { title } = this.area;
    const { old, becomes } = EXCHANGED;
    const compartmentId = this.homeOf(old);
    const asked = { titleId: this.titleOf(old), becomes: this.fieldsOf(becomes), compartmentId, party: '' };
    const ctx = this.played.as(CUSTODIAN);
    const draft = title.acts.exchange({ ...this.said('产权人更名', '新不动产权证书'), ...asked }, ctx.today);
    const { titleId } = title.exchange(asked, draft, title.moving.seenIn(draft), this.twoOf(FIRST_SAFE), ctx);
    this.titles.set(becomes.certificateNo, titleId);
    this.movedIn(FIRST_SAFE, ctx.today);
  }
  private lookUp(certificateNo: string): void {
    const titleId = this.titleOf(certificateNo);
    const ctx = this.played.as(CUSTODIAN);
    const answer = { lookedOn: ctx.today, result: 'valid' as const, source: '登记中心窗口', remarks: '' };
    this.area.title.lookUp({ titleId, ...answer }, ctx);
  }

  /** The combination of the second safe goes to whoever has that of the first one. */
  private entrust(): void {
    const { safe } = this.area;
    const input = {
      ...{ safeId: this.safes.get(SECOND_SAFE) ?? 0, kind: 'combination' as const, label: '', absence: '' },
      ...{ holderId: this.idOf('luzhiwei'), supervisorId: this.idOf(MANAGER), reason: '分工调整，密码重设' },
    };
    const ctx = this.played.as(CUSTODIAN);
    safe.entrust(input, safe.entrusting(input, ctx), ctx);
    this.combination.set(SECOND_SAFE, 'luzhiwei');
  }

  private closeDaysBefore(before: Day): void {
    for (const [name, days] of this.open)
      for (const day of [...days].sort().filter((its) => its < before)) {
        const { safe } = this.area;
        const safeId = this.safes.get(name) ?? 0;
        const by = this.twoOf(name);
        const ctx = this.played.as(CUSTODIAN);
        const { contentHash: seen } = safe.balance(safeId, day, ctx.today);
        safe.closeDay({ safeId, day, seen, secondId: by.second.staffId }, by, ctx);
        days.delete(day);
      }
  }
  private closeMonth(): void {
    const first = `${this.played.as(CUSTODIAN).today.slice(0, 7)}-01`;
    this.closeDaysBefore(first);
    const by = { operator: this.played.signer(CUSTODIAN), second: this.played.signer(MANAGER) };
    const month = addDays(first, -1).slice(0, 7);
    const ctx = this.played.as(CUSTODIAN);
    const { contentHash: seen } = this.area.safe.monthSeen(month);
    this.area.safe.closeMonth({ month, seen, secondId: by.second.staffId }, by, ctx);
  }

  private carryOut(certificateNo: string, drafted: (today: Day) => SlipDraft): void {
    const { moving } = this.area.title;
    const ctx = this.played.as(CUSTODIAN);
    const safe = this.safeOf(certificateNo);
    const draft = drafted(ctx.today);
    moving.carryOut(draft, moving.seenIn(draft), this.twoOf(safe), ctx);
    this.movedIn(safe, ctx.today);
  }

  private said(reason: string, basis: string) {
    return { reason, basis, remarks: '' };
  }
  private movedIn(safe: string, day: Day): void {
    this.open.get(safe)?.add(day);
  }
  private twoOf(safe: string) {
    return {
      operator: this.played.signer(CUSTODIAN),
      second: this.played.signer(this.combination.get(safe) ?? ''),
    };
  }
  private placeOf(certificateNo: string): readonly [string, string] {
    const its = Object.values(TITLES)
      .flat()
      .find((title) => title.certificateNo === certificateNo);
    return its?.place ?? [FIRST_SAFE, '1-1'];
  }
  private safeOf = (certificateNo: string) => this.placeOf(certificateNo)[0];
  private homeOf = (certificateNo: string) => this.compartmentOf(this.placeOf(certificateNo));
  private compartmentOf = ([safe, name]: readonly [string, string]) => this.compartments.get(`${safe} ${name}`) ?? 0;
  private titleOf = (certificateNo: string) => this.titles.get(certificateNo) ?? 0;
  private idOf = (login: string) => this.played.signer(login).staffId;

  private fieldsOf({
    place: _,
    expiresInDays,
    valueYuan,
    quantity = 1,
    storage = 'paper',
    ...its
  }: DemoTitle): TitleFields {
    return {
      ...{ ...its, quantity, storage, remarks: '' },
      ...(expiresInDays !== undefined && { expiresOn: addDays(this.played.today, expiresInDays) }),
      ...(valueYuan !== undefined && { valueFen: valueYuan * 100 }),
    };
  }
}
