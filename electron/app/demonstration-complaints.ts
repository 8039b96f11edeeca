import type { complaint as contract, SaidInput } from '../../shared/api/complaint.contract';
import { complaint } from '../../shared/api/complaint.contract';
import type { InputOf } from '../../shared/api/contract';
import { addDays, type Day } from '../../shared/calendar/working-days';
import type { ComplaintService } from '../features/complaint/complaint.service';
import type { SignedInContext } from '../ipc/context';

/** What happens on its days, beside the loans. */
export interface PlayedActs {
  /** The day of what happens next. */
  next(): Day | undefined;
  playNext(): void;
}

/** The acts of several, each in its turn. */
export function inOrder(...all: readonly PlayedActs[]): PlayedActs {
  const first = () =>
    all.reduce<PlayedActs | undefined>((so, its) => {
      const [day, soFar] = [its.next(), so?.next()];
      return day !== undefined && (soFar === undefined || day < soFar) ? its : so;
    }, undefined);
  return { next: () => first()?.next(), playNext: () => first()?.playNext() };
}

interface Played {
  readonly today: Day;
  comeTo(day: Day): void;
  as(login: string): SignedInContext;
  departmentOf(login: string): number;
}

const [MANAGER, HEAD, CLERK] = ['xujibei', 'luzhiwei', 'mengtinglan'];

type Registered = Partial<InputOf<typeof contract.register>>;

/** Plays the complaints of the demonstration company: one that was closed, one that is late, one of today. */
export function playComplaints(service: ComplaintService, { today, comeTo, as, departmentOf }: Played): PlayedActs {
  const ids = new Map<string, number>();
  const register = (name: string, title: string, more: Registered) => () => {
    const procedureId = service.procedures().find((its) => its.title === title)?.id ?? 0;
    const its = complaint.register.input.parse({ procedureId, kind: 'other', channel: 'phone', facts: '', ...more });
    ids.set(name, service.register(its, as(CLERK)).id);
  };
  const take = (name: string, login: string, step: string, said: SaidInput) => () =>
    void service.take({ id: ids.get(name) ?? 0, step, said }, as(login));
  const note = (name: string, login: string, direction: 'in' | 'out', said: string) => () =>
    void service.note({ id: ids.get(name) ?? 0, direction, channel: 'phone', withWhom: '周女士', said }, as(login));
  const acts: { daysAgo: number; play: () => void }[] = [
    {
      daysAgo: 20,
      play: register('waited', '服务投诉', {
        ...{ kind: 'efficiency', complainant: '周女士', contact: '13900000000', unitId: departmentOf(HEAD) },
        ...{ facts: '约好九点办理抵押登记资料复核，等到十一点仍无人接待。', demand: '说明原因，不再发生。' },
      }),
    },
    { daysAgo: 20, play: take('waited', MANAGER, 'assess', { justified: true, major: false, urgent: false }) },
    { daysAgo: 19, play: take('waited', HEAD, 'begin', { firstSteps: '调取预约记录，询问当班人员' }) },
    {
      daysAgo: 19,
      play: take('waited', HEAD, 'investigate', { findings: '预约登记后未通知复核岗', cause: '沟通不清' }),
    },
    { daysAgo: 19, play: note('waited', CLERK, 'in', '来电问什么时候有答复；已告知由部门负责人当日回电。') },
    { daysAgo: 19, play: note('waited', HEAD, 'out', '回电致歉，说明正在核实预约记录，明日答复。') },
    { daysAgo: 19, play: take('waited', HEAD, 'propose', { solution: '当面致歉；预约由前台当日通知复核岗' }) },
    { daysAgo: 19, play: take('waited', MANAGER, 'approve', { granted: true, opinion: '同意' }) },
    { daysAgo: 18, play: take('waited', HEAD, 'carryOut', { done: '已致歉，预约通知单已启用' }) },
    { daysAgo: 18, play: take('waited', HEAD, 'answer', { way: '电话', answer: '原因和改进办法已告知' }) },
    { daysAgo: 17, play: take('waited', MANAGER, 'feedback', { satisfied: true, way: '电话回访' }) },
    {
      daysAgo: 17,
      play: take('waited', MANAGER, 'close', { summary: '预约未通知复核岗', improvement: '启用预约通知单' }),
    },
    {
      daysAgo: 6,
      play: register('late', '服务投诉', {
        ...{ kind: 'attitude', complainant: '', channel: 'letter', unitId: departmentOf(HEAD) },
        ...{ facts: '来信反映电话咨询时接听人态度生硬，未说明所需材料。' },
      }),
    },
    { daysAgo: 6, play: take('late', MANAGER, 'assess', { justified: true, major: true, urgent: false }) },
    {
      daysAgo: 0,
      play: register('inquiry', '分级投诉', {
        ...{ kind: 'inquiry', complainant: '林先生', contact: '13800000000', said: { ownArea: true } },
        facts: '询问提前还款后抵押权证多久可以取回。',
      }),
    },
  ];
  return {
    next: () => acts[0] && addDays(today, -acts[0].daysAgo),
    playNext: () => {
      const first = acts.shift();
      if (!first) return;
      comeTo(addDays(today, -first.daysAgo));
      first.play();
    },
  };
}
