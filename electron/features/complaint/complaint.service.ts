import type { complaint } from '../../../shared/api/complaint.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Step } from '../../../shared/complaint/procedure';
import type { SignedInContext } from '../../ipc/context';
import { grantedOf } from './case-extension.rules';
import { createCaseFile } from './case-file.service';
import type { Case } from './complaint.repo';
import { type CaseNow, courseOf, type Said } from './course.rules';
import { createFiling } from './filing.service';
import type { ProcedureRepo, ProcedureVersion } from './procedure.repo';
import { createProcedures } from './procedures.service';
import { createReading } from './reading.service';
import { isSigned, readSaid, stepHash } from './said.rules';
import { proposerOf, whyNotTaker } from './takers.rules';
import type { Parts, Whole } from './whole-case';

export type ComplaintService = ReturnType<typeof createComplaintService>;

const writeNo = (year: string, seq: number): string => `诉〔${year}〕${String(seq).padStart(3, '0')}号`;

export function createComplaintService(parts: Parts) {
  const { repo, procedures, commit } = parts;
  const filing = createFiling(parts);

  const wholeOf = (its: Case): Whole => {
    const procedure = demandOf(its.procedureId, procedures.ofCase);
    const steps = repo.steps(its.id);
    const granted = parts.extensionsOf(its.id).filter(({ state }) => state === 'granted');
    const now: CaseNow = {
      ...{ round: its.round, roundAt: { at: its.roundAt, on: its.roundOn }, closed: its.closedOn !== undefined },
      ...{ kind: its.kind, taken: steps },
      granted: grantedOf(granted),
    };
    const parties = {
      accused: repo.accused(its.id).map(({ id }) => id),
      handlerId: its.handlerId,
      unitId: its.unitId,
      proposerId: proposerOf(procedure.definition.steps, steps),
    };
    return { its, procedure, steps, now, course: courseOf(procedure.definition, now), parties, granted };
  };
  const demand = (id: number): Whole => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchComplaint');
    return wholeOf(found);
  };

  /** Whoever oversees complaints reads all of them; anybody else those that he or she has registered or handles. */
  const mayRead = ({ registeredById, handlerId }: Case, staffId: number): boolean =>
    registeredById === staffId || handlerId === staffId || parts.allows(staffId, 'complaint.oversee');
  const demandReadable = (id: number, staffId: number): Whole => {
    const whole = demand(id);
    if (!mayRead(whole.its, staffId)) throw new AppError('notAllowed', 'notYourComplaint');
    return whole;
  };

  const demandPerson = (accused: readonly number[]) => (id: number, field: string) => {
    parts.demandPresent(id);
    if (accused.includes(id)) throw new AppError('conflict', 'complainedOf', { field });
  };

  const register = (input: ParsedOf<typeof complaint.register>, ctx: SignedInContext): { id: number; no: string } => {
    const { accused, said: typed, procedureId, kind, unitId, clientId, ...rest } = input;
    const { definition } = demandNewest(procedures, demandOf(procedureId, procedures.byId));
    if (!definition.kinds.some(({ code }) => code === kind))
      throw new AppError('conflict', 'kindUnknown', { field: 'kind', name: kind });
    if (input.happenedOn !== undefined && input.happenedOn > ctx.today)
      throw new AppError('conflict', 'happenedInFuture', { field: 'happenedOn', day: ctx.today });
    if (clientId !== undefined) {
      if (!parts.allows(ctx.actor.staffId, 'client.read'))
        throw new AppError('notAllowed', 'clientsNotRead', { field: 'clientId' });
      parts.demandClient(clientId);
    }
    if (unitId !== undefined) parts.demandDepartment(unitId);
    for (const id of accused) parts.demandPresent(id);
    const [first] = definition.steps;
    const me = ctx.actor.staffId;
    if (accused.includes(me)) throw new AppError('notAllowed', 'complainedOf', { field: 'accused' });
    const said = readSaid(definition, first as Step, kind, typed, demandPerson([]));
    return commit(ctx, 'complaint.register', { procedureId, kind, channel: input.channel }, () => {
      const year = ctx.today.slice(0, 4);
      const no = writeNo(year, repo.numbersOfYear(year) + 1);
      const id = repo.add({ ...rest, no, procedureId, kind, unitId, clientId, at: ctx.at, on: ctx.today, by: me });
      for (const one of new Set(accused)) repo.accuse(id, one);
      repo.addStep({ id, round: 1, step: (first as Step).code, at: ctx.at, on: ctx.today, by: me, said });
      return { id, no };
    });
  };

  /** The step, when it may be taken now and by this person. */
  const demandStep = (id: number, code: string, staffId: number): { whole: Whole; step: Step } => {
    const whole = demandReadable(id, staffId);
    if (whole.now.closed) throw new AppError('conflict', 'complaintClosed', { no: whole.its.no });
    const step = whole.course.open.find((one) => one.code === code);
    if (!step) {
      const { next } = whole.course;
      throw new AppError('conflict', 'stepNotNow', { next: next?.title ?? '' });
    }
    const present = parts.present();
    const person = present.find((one) => one.id === staffId);
    const because = person ? whyNotTaker(step, person, whole.parties, present) : 'notYourStep';
    if (because) throw new AppError('notAllowed', because);
    return { whole, step };
  };

  const take = (input: ParsedOf<typeof complaint.take>, ctx: SignedInContext): { closed: boolean } => {
    const me = ctx.actor.staffId;
    const { whole, step } = demandStep(input.id, input.step, me);
    const { its, now, procedure, parties } = whole;
    const said = readSaid(procedure.definition, step, its.kind, input.said, demandPerson(parties.accused));
    demandReasonForRefusal(step, said);
    const before = whole.steps.map((one) => one.said);
    const hash = isSigned(step)
      ? stepHash({ complaintId: its.id, round: now.round, step: step.code, said, before })
      : undefined;
    const closes = step.does === 'close';
    const goesOn = step.does === 'feedback' && said.satisfied === false && procedure.definition.untilSatisfied;
    commit(ctx, 'complaint.take', { id: its.id, step: step.code }, () => {
      repo.addStep({ id: its.id, round: now.round, step: step.code, at: ctx.at, on: ctx.today, by: me, said, hash });
      if (step.does === 'assign') repo.assign(its.id, Number(said.handler));
      if (closes) repo.close(its.id, ctx.today, filing.file(whole, ctx));
      if (goesOn) repo.reopen(its.id, ctx.at, ctx.today);
    });
    return { closed: closes };
  };

  /** Why a person may not begin a new round; a key of errors.json. */
  const whyNotReopen = ({ its, steps, procedure, parties, now }: Whole, staffId: number): string | undefined => {
    if (parties.accused.includes(staffId)) return 'complainedOf';
    if (now.closed) return undefined;
    const feedback = procedure.definition.steps.find(({ does }) => does === 'feedback')?.code;
    const last = steps.findLast(({ step, round }) => step === feedback && round === its.round);
    return last?.said.satisfied === false ? undefined : 'reopenNeedsFeedback';
  };

  const reopen = ({ id, reason }: ParsedOf<typeof complaint.reopen>, ctx: SignedInContext): void => {
    const whole = demandReadable(id, ctx.actor.staffId);
    const because = whyNotReopen(whole, ctx.actor.staffId);
    if (because) throw new AppError(because === 'complainedOf' ? 'notAllowed' : 'conflict', because);
    const act = () => {
      repo.reopen(id, ctx.at, ctx.today);
      filing.resume(id, ctx.today);
    };
    commit(ctx, 'complaint.reopen', { id }, act, reason);
  };

  const reading = createReading({ ...parts, filedIn: filing.filedIn, demandReadable, mayRead, wholeOf, whyNotReopen });
  return {
    ...createProcedures(parts),
    register,
    /** Whether a step is signed, after everything that may stand in its way was looked at. */
    demandTakable: (id: number, code: string, staffId: number) => isSigned(demandStep(id, code, staffId).step),
    take,
    reopen,
    demand,
    demandReadable,
    ...reading,
    ...createCaseFile({ ...parts, demandReadable, mayRead, rowsOf: reading.rowsOf }),
  };
}

function demandOf<T>(id: number, byId: (id: number) => T | undefined): T {
  const found = byId(id);
  if (!found) throw new AppError('notFound', 'noSuchProcedure');
  return found;
}

/** A new case begins with the newest version of a procedure that is in use. */
function demandNewest(procedures: ProcedureRepo, its: ProcedureVersion): ProcedureVersion {
  const name = its.definition.title;
  const newest = procedures.newest().find(({ firstId }) => firstId === its.firstId);
  if (newest && newest.id !== its.id) throw new AppError('conflict', 'procedureRevised', { name });
  if (!its.inUse) throw new AppError('conflict', 'procedureNotInUse', { name });
  return its;
}

function demandReasonForRefusal({ does }: Step, said: Said): void {
  if (does === 'approve' && said.granted === false && (said.opinion ?? '') === '')
    throw new AppError('conflict', 'opinionNeeded', { field: 'opinion' });
}
