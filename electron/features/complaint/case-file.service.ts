import type { ComplaintRow } from '../../../shared/api/complaint.contract';
import type { complaintFile } from '../../../shared/api/complaint-file.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { type SignedInContext, timeOf } from '../../ipc/context';
import type { Case } from './complaint.repo';
import type { Parts, Whole } from './whole-case';

interface CaseFile extends Parts {
  demandReadable(id: number, staffId: number): Whole;
  mayRead(its: Case, staffId: number): boolean;
  rowsOf(cases: readonly Case[], ctx: SignedInContext): ComplaintRow[];
}

/** What lies with a case beside its steps: what was spoken and written, whose complaint it is, and its evidence. */
export function createCaseFile({
  repo,
  contacts,
  commit,
  demandReadable,
  demandClient,
  demandPresent,
  mayRead,
  rowsOf,
}: CaseFile) {
  const demandFree = ({ parties }: Whole, staffId: number, field: string): void => {
    if (parties.accused.includes(staffId)) throw new AppError('notAllowed', 'complainedOf', { field });
  };

  const note = ({ id, ...input }: ParsedOf<typeof complaintFile.note>, ctx: SignedInContext): { id: number } => {
    const me = ctx.actor.staffId;
    const whole = demandReadable(id, me);
    demandFree(whole, me, 'id');
    const { staffId = me, correctsId } = input;
    const when = whenOf(input, ctx);
    if (staffId !== me) demandPresent(staffId);
    demandFree(whole, staffId, 'staffId');
    if (correctsId !== undefined) {
      const known = contacts.of(id).find((one) => one.id === correctsId);
      if (!known) throw new AppError('notFound', 'noSuchContact', { field: 'correctsId' });
      if (known.correctedById !== undefined)
        throw new AppError('conflict', 'contactCorrected', { field: 'correctsId' });
    }
    return commit(ctx, 'complaintFile.note', { id, ...input }, () => ({
      id: contacts.add({ ...input, ...when, complaintId: id, staffId, at: ctx.at, by: me }),
    }));
  };

  const linkClient = ({ id, clientId }: ParsedOf<typeof complaintFile.linkClient>, ctx: SignedInContext): void => {
    const whole = demandReadable(id, ctx.actor.staffId);
    demandFree(whole, ctx.actor.staffId, 'id');
    if (clientId !== null) demandClient(clientId);
    commit(ctx, 'complaintFile.linkClient', { id, clientId }, () => repo.linkClient(id, clientId));
  };

  return {
    note,
    linkClient,
    ofClient: (clientId: number, ctx: SignedInContext) => rowsOf(repo.ofClient(clientId), ctx),
    /** What decides on who sees and adds the evidence of a case. */
    standingOf: (id: number, { actor }: SignedInContext) => {
      const its = repo.byId(id);
      if (!its) throw new AppError('notFound', 'noSuchComplaint');
      const isAccused = repo.accused(id).some((one) => one.id === actor.staffId);
      return {
        isClosed: its.closedOn !== undefined,
        isAccused,
        isReader: mayRead(its, actor.staffId),
      };
    },
  };
}

/** When it was, by the office's clock; not said: now. */
function whenOf(
  { on, time }: Pick<ParsedOf<typeof complaintFile.note>, 'on' | 'time'>,
  { at, today }: SignedInContext,
) {
  const now = timeOf(new Date(at));
  if (on !== undefined && on !== today && time === undefined)
    throw new AppError('conflict', 'contactNeedsTime', { field: 'time' });
  const when = { on: on ?? today, time: time ?? now };
  if (when.on > today || (when.on === today && when.time > now))
    throw new AppError('conflict', 'contactInFuture', {
      field: when.on > today ? 'on' : 'time',
      day: today,
      time: now,
    });
  return when;
}
