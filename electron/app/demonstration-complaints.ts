import type { complaint as contract, SaidInput } from '../../shared/api/complaint.contract';
import { complaint } from '../../shared/api/complaint.contract';
import type { InputOf } from '../../shared/api/contract';
import { addDays, type Day } from '../../shared/calendar/working-days';
import type { SignedInContext } from '../ipc/context';
import type { ComplaintArea } from './complaint-area';

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

const [MANAGER, HEAD, CLERK, WORKER, HELPFUL] = ['xujibei', 'luzhiwei', 'mengtinglan', 'guxingjian', 'zhoumu'];

type Registered = Partial<InputOf<typeof contract.register>>;

/** Plays the complaints of the demonstration company: one that was closed, one that is late, one of today. */
export function playComplaints(service: ComplaintArea, { today, comeTo, as, departmentOf }: Played): PlayedActs {
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
  const { penalties, extensions } = service;
  const idOf = (login: string) => as(login).actor.staffId;
  const granted = { granted: true, opinion: '' };
  const numbered = (name: string, act: () => { id: number }) => () => void ids.set(name, act().id);
  const its = (name: string) => ids.get(name) ?? 0;
  const limitOf = (name: string, code: string): Day =>
    service.show(its(name), as(HEAD)).deadlines.find((one) => one.code === code)?.dueOn ?? today;
  const acts: { daysAgo: number; play: () => void }[] = [
    {
      daysAgo: 20,
      play: register('waited', '服务投诉', {
        ...{ kind: 'efficiency', complainant: '周女士', contact: '13900000000', unitId: departmentOf(HEAD) },
        ...{ facts: '约好九点办理抵押登记资料复核，等到十一点仍无人接待。', demand: '说明原因，不再发生。' },
      }),
    },
    { daysAgo: 20, play: take('waited', MANAGER, 'assess', { justified: true, major: false }) },
    { daysAgo: 19, play: take('waited', HEAD, 'begin', { firstSteps: '调取预约记录，询问当班人员' }) },
    {
      daysAgo: 19,
      play: take('waited', HEAD, 'investigate', { findings: '预约登记后未通知复核岗', cause: '沟通不清' }),
    },
    { daysAgo: 19, play: note('waited', CLERK, 'in', '来电问什么时候有答复；已告知由部门负责人当日回电。') },
    { daysAgo: 19, play: note('waited', HEAD, 'out', '回电致歉，说明正在核实预约记录，明日答复。') },
    { daysAgo: 19, play: take('waited', HEAD, 'propose', { solution: '当面致歉；预约由前台当日通知复核岗' }) },
    { daysAgo: 19, play: take('waited', MANAGER, 'approve', { granted: true, opinion: '同意' }) },
    { daysAgo: 18, play: take('waited', HEAD, 'carryOut', { done: '已致歉，预约通知单已启用', compensation: 20_000 }) },
    { daysAgo: 18, play: take('waited', HEAD, 'answer', { way: '电话', answer: '原因和改进办法已告知' }) },
    { daysAgo: 17, play: take('waited', MANAGER, 'feedback', { satisfied: true, way: '电话回访' }) },
    {
      daysAgo: 17,
      play: take('waited', MANAGER, 'close', { summary: '预约未通知复核岗', improvement: '启用预约通知单' }),
    },
    {
      daysAgo: 17,
      play: numbered('fine', () =>
        penalties.propose(
          {
            ...{ complaintId: its('waited'), staffId: idOf(WORKER), measure: 'notice', amountFen: 20_000 },
            ...{ facts: '预约登记后未通知复核岗，客户等候两个小时', basis: '服务投诉处理办法第十二条' },
          },
          as(HEAD),
        ),
      ),
    },
    {
      daysAgo: 16,
      play: () =>
        penalties.state({ id: its('fine'), way: 'written', statement: '当天换班没有当面交接，今后改正。' }, as(WORKER)),
    },
    {
      daysAgo: 15,
      play: () => penalties.decide({ id: its('fine'), ...granted, effectiveOn: addDays(today, -14) }, as(MANAGER)),
    },
    { daysAgo: 15, play: () => penalties.tell({ id: its('fine') }, as(HEAD)) },
    {
      daysAgo: 7,
      play: numbered('praise', () =>
        penalties.commend(
          {
            ...{ staffId: idOf(HELPFUL), title: '通报表扬', amountFen: 30_000, points: 3, toAll: true },
            ...{ facts: '主动加班为客户补办解押手续', basis: '' },
          },
          as(HEAD),
        ),
      ),
    },
    {
      daysAgo: 7,
      play: () => penalties.decide({ id: its('praise'), ...granted, effectiveOn: addDays(today, -7) }, as(MANAGER)),
    },
    { daysAgo: 7, play: () => penalties.tell({ id: its('praise') }, as(HEAD)) },
    {
      daysAgo: 6,
      play: register('late', '服务投诉', {
        ...{ kind: 'attitude', complainant: '', channel: 'letter', unitId: departmentOf(HEAD) },
        ...{ facts: '来信反映电话咨询时接听人态度生硬，未说明所需材料。' },
      }),
    },
    { daysAgo: 6, play: take('late', MANAGER, 'assess', { justified: true, major: true }) },
    {
      daysAgo: 5,
      play: numbered('more', () =>
        extensions.ask(
          {
            ...{ complaintId: its('late'), limit: 'answer', newDueOn: addDays(limitOf('late', 'answer'), 2) },
            reason: '当事人外出，返岗后才能约谈',
          },
          as(HEAD),
        ),
      ),
    },
    { daysAgo: 4, play: () => extensions.decide({ id: its('more'), granted: true, answer: '' }, as(MANAGER)) },
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
