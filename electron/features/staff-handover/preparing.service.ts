import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Problem, staffHandover } from '../../../shared/api/staff-handover.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { HeldRepo } from './held.repo';
import type { KnownPerson, Reading } from './reading.service';
import type { FrozenLine, Head, StaffHandoverRepo } from './staff-handover.repo';
import {
  type Destined,
  successorsOf,
  whyNotSupervisor,
  whyNotThere,
  writeStaffHandoverNo,
} from './staff-handover.rules';

interface Parts {
  repo: StaffHandoverRepo;
  held: HeldRepo;
  reading: Reading;
  commit: Commit;
  person(id: number): KnownPerson | undefined;
}

/** A list is made, arranged over days, and offered for signing; taken back or cancelled. */
export function createPreparing({ repo, held, reading, commit, person }: Parts) {
  const { demand, demandPerson, destined } = reading;
  const refuse = (problem: Problem | undefined): void => {
    if (problem) throw new AppError('conflict', problem.reason, problem.details);
  };
  const demandState = (head: Head, ...states: readonly Head['state'][]): void => {
    if (states.includes(head.state)) return;
    const { no } = head;
    if (head.state === 'draft') throw new AppError('conflict', 'staffHandoverNotAsked', { no });
    throw new AppError('conflict', head.state === 'asked' ? 'staffHandoverAsked' : 'staffHandoverClosed', { no });
  };

  const make = (input: ParsedOf<typeof staffHandover.make>, ctx: SignedInContext) => {
    const from = demandPerson(input.fromId);
    for (const id of [input.successorId, input.supervisorId]) if (id !== undefined) demandPerson(id);
    const open = repo.openOf(from.id);
    if (open) throw new AppError('conflict', 'staffHandoverOpen', { name: from.name, no: open.no });
    if (held.of(from.id, ctx.today).length === 0) throw new AppError('conflict', 'holdsNothing', { name: from.name });
    if (input.supervisorId === from.id) refuse({ reason: 'supervisorIsParty', details: { name: from.name } });
    return commit(ctx, 'staffHandover.make', input, () => {
      const year = ctx.today.slice(0, 4);
      const no = writeStaffHandoverNo(year, repo.numbersOfYear(year) + 1);
      const cause = from.employment === 'active' ? ('transfer' as const) : ('leaving' as const);
      return { id: repo.add({ ...input, no, cause, madeOn: ctx.today, madeBy: ctx.actor.staffId }), no };
    });
  };

  const arrange = (input: ParsedOf<typeof staffHandover.arrange>, ctx: SignedInContext): void => {
    const { id, successorId, supervisorId, choices } = input;
    const head = demand(id);
    demandState(head, 'draft');
    const named = [successorId, supervisorId, ...choices.map((its) => its.successorId)];
    for (const one of new Set(named)) if (one !== null) demandPerson(one);
    if (supervisorId === head.fromId)
      refuse({ reason: 'supervisorIsParty', details: { name: demandPerson(head.fromId).name } });
    const once = new Set(choices.map((its) => `${its.kind} ${its.recordId}`));
    if (once.size < choices.length) throw new AppError('invalid', 'lineTwice');
    commit(ctx, 'staffHandover.arrange', input, () => {
      repo.arrange(id, successorId, supervisorId);
      repo.setChoices(id, choices);
    });
  };

  /** Everything on the list can go where it is to go, and somebody entitled sees to it. */
  const demandSound = (head: Head, lines: readonly Destined[]): void => {
    if (!lines.some((line) => line.staysFor === undefined))
      throw new AppError('conflict', lines.length > 0 ? 'nothingMoves' : 'holdsNothing', {
        name: demandPerson(head.fromId).name,
      });
    for (const line of lines)
      refuse(
        whyNotThere(line, { id: head.fromId }, line.successorId === undefined ? undefined : person(line.successorId)),
      );
    const supervisor = head.supervisorId === undefined ? undefined : person(head.supervisorId);
    refuse(whyNotSupervisor(supervisor, head.fromId, successorsOf(lines)));
  };

  const ask = (id: number, ctx: SignedInContext): void => {
    const head = demand(id);
    demandState(head, 'draft');
    const lines = destined(head, ctx.today);
    demandSound(head, lines);
    const { name: fromName, department } = demandPerson(head.fromId);
    const { id: supervisorId, name: supervisorName } = demandPerson(head.supervisorId ?? 0);
    const { round } = head;
    commit(ctx, 'staffHandover.ask', { id, lines: lines.length }, () => {
      const its = { round, fromName, department, supervisorId, supervisorName, askedAt: ctx.at };
      const roundId = repo.addRound(id, its);
      lines.forEach((line, i) => {
        repo.addLine(roundId, i + 1, freeze(line, line.successorId && person(line.successorId)?.name));
      });
      repo.ask(id);
    });
  };

  const takeBack = ({ id, reason }: ParsedOf<typeof staffHandover.takeBack>, ctx: SignedInContext): void => {
    demandState(demand(id), 'asked');
    commit(ctx, 'staffHandover.takeBack', { id }, () => repo.takeBack(id, reason), reason);
  };

  const cancel = ({ id, reason }: ParsedOf<typeof staffHandover.cancel>, ctx: SignedInContext): void => {
    demandState(demand(id), 'draft', 'asked');
    commit(ctx, 'staffHandover.cancel', { id }, () => repo.close(id, 'cancelled', ctx.today, reason), reason);
  };

  return { make, arrange, ask, takeBack, cancel, demandSound, demandState };
}

/** What stays has no successor; everything else has one by now. */
function freeze(
  { kind, recordId, title, detail, staysFor, successorId }: Destined,
  successor?: string | 0,
): FrozenLine {
  const its = { kind, recordId, title, detail };
  if (staysFor !== undefined) return { ...its, staysFor };
  return { ...its, ...(successorId !== undefined && { successorId }), ...(successor && { successor }) };
}
