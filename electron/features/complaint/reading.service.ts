import type {
  ComplaintRow,
  ComplaintView,
  complaint,
  DeadlineView,
  EarlierLimit,
  FiledIn,
  OpenStep,
  ProcedureRow,
  ProcedureView,
  StandInStep,
  TakenStep,
} from '../../../shared/api/complaint.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { daysBetween, workingDaysLeft } from '../../../shared/calendar/working-days';
import { askedIn, distinctionsOf } from '../../../shared/complaint/distinctions';
import { fieldsOf, type ProcedureField, type Step } from '../../../shared/complaint/procedure';
import type { SignedInContext } from '../../ipc/context';
import type { CaseExtension } from './case-extension.rules';
import type { Case, StepRow } from './complaint.repo';
import { type Deadline, deadlinesOf, factsOf } from './course.rules';
import { createFinding, isMine } from './finding.service';
import { timeLeft } from './hours.rules';
import type { CaseProcedure, ProcedureVersion } from './procedure.repo';
import { isCoreField } from './procedure.rules';
import { isSigned } from './said.rules';
import { namesOf, type Person, standInAhead, standInOf, takersOf, whyNotTaker } from './takers.rules';
import type { Parts, Whole } from './whole-case';

interface Reading extends Parts {
  demandReadable(id: number, staffId: number): Whole;
  mayRead(its: Case, staffId: number): boolean;
  wholeOf(its: Case): Whole;
  whyNotReopen(whole: Whole, staffId: number): string | undefined;
  filedIn(id: number): FiledIn[];
}

/** Shows cases and procedures, and says who may do what with them now. */
export function createReading(parts: Reading) {
  const { repo, procedures, demandReadable, mayRead, wholeOf, whyNotReopen } = parts;

  const deadlines = ({ its, procedure, now, course, granted }: Whole, ctx: SignedInContext): DeadlineView[] => {
    const calendar = parts.calendar();
    const clock = { at: ctx.at, today: ctx.today, dayOf: parts.dayOf };
    const shown = ({ limit, dueOn, dueAt, metOn, late, extended, isGuess }: Deadline): DeadlineView => {
      const inWorkingDays = limit.unit === 'workingDays' && limit.promised === undefined;
      const ahead = inWorkingDays ? workingDaysLeft(ctx.today, dueOn, calendar) : daysBetween(ctx.today, dueOn);
      const time = dueAt !== undefined && metOn === undefined ? timeLeft(dueAt, ctx.at, limit.count ?? 0) : undefined;
      const left = dueOn < ctx.today && inWorkingDays ? -workingDaysLeft(dueOn, ctx.today, calendar) : ahead;
      const putOff = granted.filter(({ limitCode, round }) => limitCode === limit.code && round === now.round);
      return {
        ...{ code: limit.code, title: limit.title, dueOn, late, left, inWorkingDays, extended, isGuess },
        earlier: putOff.map(earlierLimit),
        ...(time ?? { near: left <= 1 && metOn === undefined }),
        ...(dueAt !== undefined && { dueAt }),
        ...(metOn !== undefined && { metOn }),
      };
    };
    return deadlinesOf(procedure.definition, { ...now, kind: its.kind }, course, calendar, clock)
      .map(shown)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  };

  const rowOf = (whole: Whole, present: readonly Person[], ctx: SignedInContext): ComplaintRow => {
    const { its, procedure, course, parties, now } = whole;
    const { definition } = procedure;
    const deadline = deadlines(whole, ctx).find(({ metOn }) => metOn === undefined);
    const { id, no, procedureId, channel, clientId, client, facts, unit, registeredOn, round, handlerId, handler } =
      its;
    return {
      ...{ id, no, procedureId, procedure: definition.title, channel, facts, registeredOn, round },
      kind: definition.kinds.find(({ code }) => code === its.kind)?.title ?? its.kind,
      takers: course.next ? namesOf(takersOf(course.next, parties, present)) : [],
      mine: isMine(whole, present, ctx.actor.staffId),
      major: factsOf(definition, now).major ?? false,
      ...(its.complainant !== '' && { complainant: its.complainant }),
      ...(clientId !== undefined && { clientId }),
      ...(client !== undefined && { client }),
      ...(unit !== undefined && { unit }),
      ...(handlerId !== undefined && { handlerId }),
      ...(handler !== undefined && { handler }),
      ...(its.closedOn !== undefined && { closedOn: its.closedOn }),
      ...(its.dossierId !== undefined && { dossierId: its.dossierId }),
      ...(course.next && { next: course.next.title }),
      ...(deadline && { deadline }),
    };
  };

  const openSteps = (
    { course, parties, procedure }: Whole,
    present: readonly Person[],
    staffId: number,
  ): OpenStep[] => {
    const me = present.find(({ id }) => id === staffId);
    return course.open.map((step) => {
      const because = me ? whyNotTaker(step, me, parties, present) : 'notYourStep';
      const { code, title, does, required, by } = step;
      const standIn = standInOf(step, parties, present);
      return {
        ...{ code, title, does, required, signed: isSigned(step) },
        fields: askedIn(procedure.definition, step),
        ...{ takers: namesOf(takersOf(step, parties, present)), by, takable: because === undefined },
        ...(standIn && { standIn }),
        ...(because && { notTakableBecause: because }),
      };
    });
  };

  const show = (id: number, ctx: SignedInContext): ComplaintView => {
    const whole = demandReadable(id, ctx.actor.staffId);
    const { its, course, steps, procedure } = whole;
    const present = parts.present();
    const because = whyNotReopen(whole, ctx.actor.staffId);
    const { contact, about, demand: wanted, registeredAt, registeredBy } = its;
    return {
      ...rowOf(whole, present, ctx),
      ...{ contact, about, demand: wanted, registeredAt, registeredBy, accused: repo.accused(id) },
      forms: procedure.definition.forms,
      taken: steps.map((one) => takenStep(one, procedure, parts.nameOf)),
      open: openSteps(whole, present, ctx.actor.staffId),
      ahead: course.missing.map((step) => aheadOf(step, whole, present)),
      ...{ version: procedure.version, isNewest: procedures.isNewest(procedure) },
      distinctions: distinctionsOf(procedure.definition),
      deadlines: deadlines(whole, ctx),
      contacts: parts.contacts.of(id),
      filed: parts.filedIn(id),
      reopenable: because === undefined,
      ...(because && { notReopenableBecause: because }),
      ...(its.happenedOn !== undefined && { happenedOn: its.happenedOn }),
    };
  };

  const finding = createFinding({
    ...{ repo, procedures, present: parts.present, mayRead, wholeOf, rowOf },
    oversees: (staffId) => parts.allows(staffId, 'complaint.oversee'),
  });

  return {
    show,
    deadlines,
    /** Those that the person may read. */
    rowsOf: (all: readonly Case[], ctx: SignedInContext): ComplaintRow[] => {
      const present = parts.present();
      return all.filter((its) => mayRead(its, ctx.actor.staffId)).map((its) => rowOf(wholeOf(its), present, ctx));
    },
    ...finding,
    foresee: ({ procedureId, accused, unitId }: ParsedOf<typeof complaint.foresee>): StandInStep[] => {
      const [parties, present] = [{ accused, unitId }, parts.present()];
      return demandVersion(procedures, procedureId)
        .definition.steps.slice(1)
        .flatMap((step) => {
          const standIn = standInAhead(step, parties, present);
          return standIn ? [{ code: step.code, title: step.title, by: step.by, ...standIn }] : [];
        });
    },
    /** Those that new cases may begin with; the usual one stands first, most offices know only one. */
    procedures: (): ProcedureRow[] => {
      const usual = procedures.usual();
      const inUse = procedures.newest().filter((its) => its.inUse);
      return [...inUse.filter((its) => its.firstId === usual), ...inUse.filter((its) => its.firstId !== usual)].map(
        procedureRow,
      );
    },
    procedure: (id: number): ProcedureView => {
      const found = demandVersion(procedures, id);
      return { ...procedureRow(found), definition: found.definition };
    },
  };
}

function demandVersion(procedures: Parts['procedures'], id: number): ProcedureVersion {
  const found = procedures.byId(id);
  if (!found) throw new AppError('notFound', 'noSuchProcedure');
  return found;
}

/** A step that lies ahead, and who stands in for its people, as far as that is known. */
function aheadOf(step: Step, { parties }: Whole, present: readonly Person[]): ComplaintView['ahead'][number] {
  const standIn = standInAhead(step, parties, present);
  return { code: step.code, title: step.title, by: step.by, ...(standIn && { standIn }) };
}

/** The limit as it stood before an approver put it off. */
const earlierLimit = ({
  dueOn,
  newDueOn,
  reason,
  asker,
  decider = '',
  closedOn = '',
}: CaseExtension): EarlierLimit => ({
  ...{ dueOn, until: newDueOn, reason, asker, decider, decidedOn: closedOn },
});

function procedureRow({ id, firstId, version, definition, madeOn, madeBy, openCases }: ProcedureVersion): ProcedureRow {
  const { title, source, kinds, steps } = definition;
  return {
    ...{ id, firstId, version, title, source, kinds, fields: steps[0]?.fields ?? [], madeOn, openCases },
    distinctions: distinctionsOf(definition),
    ...(madeBy !== undefined && { madeBy }),
  };
}

function takenStep(one: StepRow, { definition }: CaseProcedure, nameOf: (staffId: number) => string): TakenStep {
  const step = definition.steps.find(({ code }) => code === one.step) as Step;
  const word = (field: ProcedureField, value: string | number | boolean) => {
    const { code, title, type, choices } = field;
    const its = { code, title, core: isCoreField(step.does, code) };
    if (type === 'yes') return { ...its, text: '', yes: value === true };
    if (type === 'yuan') return { ...its, text: '', fen: Number(value) };
    if (type === 'staff') return { ...its, text: nameOf(Number(value)) };
    return { ...its, text: choices?.find((choice) => choice.code === value)?.title ?? String(value) };
  };
  return {
    ...{ id: one.id, round: one.round, code: one.step, title: step.title, does: step.does, at: one.at, on: one.on },
    ...{ by: one.taker, signed: one.contentHash !== undefined },
    said: fieldsOf(step).flatMap((field) => {
      const value = one.said[field.code];
      return value === undefined ? [] : [word(field, value)];
    }),
  };
}
