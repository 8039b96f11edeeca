import type { borrowing as contract } from '../../shared/api/borrowing.contract';
import type { Thing } from '../../shared/api/borrowing-slip.contract';
import type { InputOf } from '../../shared/api/contract';
import { addDays, type Day } from '../../shared/calendar/working-days';
import type { BorrowingService } from '../features/borrowing/borrowing.service';
import type { SignedInContext } from '../ipc/context';
import { playSlip } from './demonstration-slip';

/** The played weeks, as they stand: who acts, when, and what lies in the archive. */
interface Played {
  readonly today: Day;
  comeTo(day: Day): void;
  as(login: string): SignedInContext;
  signer(login: string): { staffId: number; name: string };
  dossierOf(title: string): number;
  paperOf(dossierId: number, title: string): number;
}

const ARCHIVIST = 'shenyanqiu';
const COURT = {
  outsiderName: '韩知白',
  outsiderOrganisation: '深圳市南山区人民法院',
  outsiderDocument: '（2026）粤0305民初88号 调取证据函',
};

/** Plays the borrowing of the demonstration company: what came back, what is overdue, what waits, and for whom somebody answers. */
export class DemonstrationBorrowing {
  private readonly later: { daysAgo: number; play: () => void }[];

  constructor(
    private readonly service: BorrowingService,
    private readonly played: Played,
  ) {
    this.later = this.acts();
  }

  /** The day of what happens next. */
  next(): Day | undefined {
    const [first] = this.later;
    return first && addDays(this.played.today, -first.daysAgo);
  }
  playNext(): void {
    const first = this.later.shift();
    if (!first) return;
    this.played.comeTo(addDays(this.played.today, -first.daysAgo));
    first.play();
  }

  private acts() {
    const research = this.slip('zhoumu', () => [this.whole('建材行业客户风险调研')], '授信方案参考行业情况');
    const copy = this.slip('luoshuyi', () => [this.paper('保险柜采购（两台）', '采购合同')], '法院调取合同复印件', {
      ...{ ...COURT, way: 'copy' },
    });
    const late = this.slip('guxingjian', () => [this.whole('客户投诉处理流程')], '整理客户意见处理情况');
    const waits = this.slip('mengtinglan', () => [this.whole('员工激励办法研究')], '起草部门考核办法');
    return [
      { daysAgo: 34, play: research.ask },
      { daysAgo: 33, play: () => research.lend() },
      { daysAgo: 30, play: copy.ask },
      { daysAgo: 29, play: () => copy.lend(2) },
      { daysAgo: 28, play: copy.giveBack },
      { daysAgo: 27, play: research.giveBack },
      { daysAgo: 26, play: late.ask },
      { daysAgo: 25, play: () => late.lend() },
      { daysAgo: 6, play: () => this.queue('luzhiwei', '客户投诉处理流程') },
      { daysAgo: 3, play: () => this.recall('guxingjian') },
      { daysAgo: 2, play: waits.ask },
    ].sort((a, b) => b.daysAgo - a.daysAgo);
  }

  private slip(
    login: string,
    things: () => Thing[],
    purpose: string,
    more: Partial<InputOf<typeof contract.submit>> = {},
  ) {
    return playSlip(this.service, this.played, { borrower: login, things, purpose, more });
  }

  private queue(login: string, title: string): void {
    this.service.queue(this.whole(title), this.played.as(login));
  }
  private recall(login: string): void {
    this.service.book.recall([this.played.signer(login).staffId], this.played.as(ARCHIVIST));
  }
  private whole = (title: string): Thing => ({ kind: 'dossier', id: this.played.dossierOf(title) });
  private paper = (title: string, paper: string): Thing => ({
    kind: 'item',
    id: this.played.paperOf(this.played.dossierOf(title), paper),
  });
}
