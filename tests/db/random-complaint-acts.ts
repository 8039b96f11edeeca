import fc from 'fast-check';
import type { ExtensionsOfCase } from '../../shared/api/case-extension.contract';
import type { ComplaintView, OpenStep, ProcedureRow } from '../../shared/api/complaint.contract';
import { type Office, PIN } from '../api/office';

type Input = (office: Office) => Promise<unknown>;
type Who = 'admin' | 'a' | 'b' | 'archivist';
type ComplaintAct = readonly [name: string, weight: number, who: Who, fc.Arbitrary<Input>];

interface Known {
  n: fc.Arbitrary<number>;
  secret: fc.Arbitrary<string>;
  text: fc.Arbitrary<string>;
  read(office: Office, name: string, input: unknown): Promise<never>;
}

/** The procedure that four people can play: the general manager stands in where nobody holds a position. */
const PLAYED_BY_FOUR = '分级投诉';
const HANDLER = 3;

/** Everything that the contract lets people do with complaints, right or wrong. */
export function complaintActs({ n, secret: any, text, read }: Known): readonly ComplaintAct[] {
  const secret = fc.oneof({ weight: 9, arbitrary: fc.constant(PIN) }, { weight: 1, arbitrary: any });
  const procedures = async (office: Office) =>
    ((await read(office, 'complaint.procedures', {})) ?? []) as ProcedureRow[];
  const cases = async (office: Office) =>
    (((await read(office, 'complaint.list', { which: 'all' })) ?? {}) as { rows?: { id: number; closedOn?: string }[] })
      .rows ?? [];
  const register = fc
    .record({ kind: fc.constantFrom('inquiry', 'complaint', 'suggestion', 'never'), facts: text, accused: n })
    .map(({ kind, facts, accused }) => async (office: Office) => ({
      ...{ procedureId: (await procedures(office)).find(({ title }) => title === PLAYED_BY_FOUR)?.id ?? 99, kind },
      ...{ channel: 'phone', complainant: '周女士', facts, said: { ownArea: true, promisedOn: '2026-03-20' } },
      accused: accused > 4 ? [] : [accused],
    }));
  /** The next step of a case, filled in; now and then something is left out. */
  const take = fc
    .record({
      at: n,
      yes: fc.boolean(),
      signature: secret,
      left: fc.constantFrom(...Array<boolean>(9).fill(false), true),
    })
    .map(({ at, yes, signature, left }) => async (office: Office) => {
      const open = (await cases(office)).filter(({ closedOn }) => closedOn === undefined);
      const id = open[at % Math.max(1, open.length)]?.id ?? at;
      const view = (await read(office, 'complaint.show', { id })) as ComplaintView | undefined;
      const step = view?.open.at(-1);
      return { id, step: step?.code ?? 'close', said: left || !step ? {} : saidIn(step, yes), signature };
    });
  const reopen = n.map((at) => async (office: Office) => {
    const all = await cases(office);
    return { id: all[at % Math.max(1, all.length)]?.id ?? at, reason: '客户不满意' };
  });
  const revise = fc.tuple(n, secret).map(([at, signature]) => async (office: Office) => {
    const all = await procedures(office);
    const id = all[at % Math.max(1, all.length)]?.id ?? at;
    const its = (await read(office, 'complaint.procedure', { id })) as { definition?: object } | undefined;
    return { id, definition: its?.definition ?? {}, signature };
  });
  /** Those that are not in use as well. */
  const oneOfAll = n.map((at) => async (office: Office) => {
    const all = ((await read(office, 'complaint.managed', {})) ?? []) as { id: number }[];
    return { id: all[at % Math.max(1, all.length)]?.id ?? at };
  });
  const copy = fc.tuple(n, text).map(([at, title]) => async (office: Office) => {
    const all = await procedures(office);
    return { id: all[at % Math.max(1, all.length)]?.id ?? at, title };
  });
  /** More time for whatever limit of a case runs. */
  const askMore = fc
    .tuple(n, fc.constantFrom('2026-03-20', '2026-04-01', '2026-03-01'))
    .map(([at, newDueOn]) => async (office: Office) => {
      const all = await cases(office);
      const complaintId = all[at % Math.max(1, all.length)]?.id ?? at;
      const its = (await read(office, 'caseExtension.ofCase', { complaintId })) as ExtensionsOfCase | undefined;
      return { complaintId, limit: its?.limits.at(-1)?.code ?? 'never', newDueOn, reason: '资料未到' };
    });
  const request = n.map((id) => async () => ({ id }));
  const decideMore = fc
    .record({ id: n, granted: fc.boolean(), answer: fc.constantFrom('', '时间足够'), signature: secret })
    .map((its) => async () => its);
  /** A penalty on whatever case there is; within the scale of the procedure that is played, outside of it, and by a line that it does not have. */
  const propose = fc
    .record({
      at: n,
      staffId: n,
      measure: fc.constantFrom('fine', 'notice', 'never'),
      yuan: fc.constantFrom(50, 200, 9),
    })
    .map(({ at, staffId, measure, yuan }) => async (office: Office) => {
      const all = await cases(office);
      const complaintId = all[at % Math.max(1, all.length)]?.id ?? at;
      return { complaintId, staffId, measure, amountFen: yuan * 100, facts: '态度生硬' };
    });
  const commend = fc
    .record({ staffId: n, title: text })
    .map((its) => async () => ({ ...its, amountFen: 30_000, facts: '主动加班' }));
  const state = fc
    .record({ id: n, way: fc.constantFrom('written', 'recorded', 'refused'), signature: secret })
    .map((its) => async () => ({ ...its, statement: '说明' }));
  const decide = fc
    .record({ id: n, granted: fc.boolean(), signature: secret })
    .map((its) => async () => ({ ...its, opinion: '意见', effectiveOn: '2026-12-31' }));
  const takeBack = fc.record({ id: n, signature: secret }).map((its) => async () => ({ ...its, reason: '有误' }));
  const reasoned = n.map((id) => async () => ({ id, reason: '主管未处理' }));
  const note = fc.tuple(n, text, fc.boolean()).map(([at, said, corrects]) => async (office: Office) => {
    const all = await cases(office);
    const id = all[at % Math.max(1, all.length)]?.id ?? at;
    const view = (await read(office, 'complaint.show', { id })) as ComplaintView | undefined;
    const last = view?.contacts.at(-1)?.id;
    const about = { direction: 'in', channel: 'phone', withWhom: '周女士', said };
    return { id, ...about, ...(corrects && last !== undefined && { correctsId: last }) };
  });
  const link = fc.tuple(n, fc.constantFrom(1, 2, null)).map(([at, clientId]) => async (office: Office) => {
    const all = await cases(office);
    return { id: all[at % Math.max(1, all.length)]?.id ?? at, clientId };
  });
  return [
    ['complaintFile.note', 3, 'a', note],
    ['complaintFile.note', 2, 'b', note],
    ['complaintFile.linkClient', 2, 'a', link],
    ['complaint.register', 4, 'a', register],
    ['complaint.take', 9, 'admin', take],
    ['complaint.take', 9, 'b', take],
    ['complaint.reopen', 1, 'admin', reopen],
    ['complaint.revise', 1, 'admin', revise],
    ['complaint.copy', 1, 'admin', copy],
    ['caseExtension.ask', 3, 'admin', askMore],
    ['caseExtension.ask', 2, 'b', askMore],
    ['caseExtension.decide', 3, 'admin', decideMore],
    ['caseExtension.decide', 2, 'a', decideMore],
    ['caseExtension.withdraw', 1, 'admin', request],
    ['penalty.propose', 2, 'admin', propose],
    ['penalty.commend', 3, 'admin', commend],
    ['penalty.commend', 2, 'archivist', commend],
    ['penalty.state', 2, 'a', state],
    ['penalty.decide', 4, 'admin', decide],
    ['penalty.decide', 2, 'archivist', decide],
    ['penalty.passUp', 1, 'admin', reasoned],
    ['penalty.tell', 2, 'admin', request],
    ['penalty.withdraw', 2, 'admin', takeBack],
    ['complaint.retire', 1, 'admin', oneOfAll],
    ['complaint.resume', 1, 'admin', oneOfAll],
  ];
}

const saidIn = (step: OpenStep, yes: boolean) =>
  Object.fromEntries(
    step.fields.map(({ code, type, choices }) => {
      if (type === 'yes') return [code, code === 'justified' || code === 'granted' || yes];
      if (type === 'choice') return [code, choices?.[0]?.code ?? ''];
      if (type === 'staff') return [code, HANDLER];
      if (type === 'yuan') return [code, 5_000];
      return [code, type === 'day' ? '2026-03-02' : '说明'];
    }),
  );
