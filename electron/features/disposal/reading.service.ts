import type { Permission } from '../../../shared/api/contract';
import type {
  DisposalFilter,
  DisposalRow,
  DisposalTrace,
  DisposalView,
  DueFilter,
  DueRow,
  WaitingList,
} from '../../../shared/api/disposal.contract';
import { AppError } from '../../../shared/api/errors';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { CandidateRow, CandidatesRepo } from './candidates.repo';
import type { Disposal, DisposalRepo } from './disposal.repo';
import { isCondemned, whyNotApprovable, whyNotDisposable } from './disposal.rules';

/** Somebody who may be asked for a signature. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly employment: string;
}

interface Parts {
  repo: DisposalRepo;
  candidates: CandidatesRepo;
  commit: Commit;
  staff(): readonly Person[];
  allows(staffId: number, permission: Permission): boolean;
}

export type Reading = ReturnType<typeof createReading>;

/** Those who watch it, if it is watched. */
export const witnessIds = ({ firstWitnessId, secondWitnessId }: Disposal): number[] =>
  [firstWitnessId, secondWitnessId].filter((id) => id !== undefined);

/** Whoever made or approved it, or what it follows from, does not watch it as well. */
export const barredIds = (its: Disposal): number[] =>
  [its.madeById, its.decidedById, its.appraisedById, its.appraisalApprovedById].filter((id) => id !== undefined);

/** The day since which it waits for the next one's signature. */
const waitsSince = ({ state, kind, madeOn, decidedOn }: Disposal): Day | undefined => {
  if (state === 'submitted') return madeOn;
  return state === 'approved' && kind !== 'appraisal' ? decidedOn : undefined;
};

const waitsDays = (its: Disposal, today: Day): number => Math.max(0, daysBetween(waitsSince(its) ?? today, today));

/** Shows lists, and says who may do what with them now. */
export function createReading({ repo, candidates, commit, staff, allows }: Parts) {
  const demand = (id: number): Disposal => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchDisposal');
    return found;
  };

  const whyNot = (its: Disposal, staffId: number) =>
    whyNotApprovable({ ...its, witnessIds: witnessIds(its) }, staffId, allows(staffId, 'disposal.approve'));

  /** Whoever watches it reads it, whatever else he or she may. */
  const demandReader = (its: Disposal, ctx: SignedInContext): void => {
    const me = ctx.actor.staffId;
    if (allows(me, 'dossier.read') || witnessIds(its).includes(me)) return;
    commit(ctx, 'permission.refused', { method: 'disposal.show' }, () => undefined);
    throw new AppError('notAllowed', 'notAllowed', { permission: 'dossier.read' });
  };

  const show = (id: number, ctx: SignedInContext): DisposalView => {
    const its = demand(id);
    demandReader(its, ctx);
    const lines = repo.lines(id);
    const because = whyNot(its, ctx.actor.staffId);
    const left = its.kind === 'appraisal' && its.state === 'approved' ? lines.filter(isLeft) : [];
    return {
      ...rowOf(its, ctx.today),
      ...{ receiverPerson: its.receiverPerson, receiverDocument: its.receiverDocument },
      ...namesOf(its),
      lines,
      signatures: repo.signatures(id),
      leftToDestroy: left.length,
      leftDossierIds: left.map(({ dossierId }) => dossierId),
      barredIds: barredIds(its),
      approvable: because === undefined,
      ...(because && { notApprovableBecause: because }),
    };
  };

  const isLeft = (line: DisposalView['lines'][number]): boolean =>
    isCondemned(line) && line.listedOn === undefined && line.dossierState === 'received';

  const dueRow = (its: CandidateRow, today: Day): DueRow => {
    const { state, receivedOn: _, appraisedOn: __, archiveNo = '', keepUntil = today, ...row } = its;
    const because = whyNotDisposable({ ...row, archiveNo, keepUntil, state }, 'appraisal', today);
    const overdueDays = daysBetween(keepUntil, today);
    return { ...row, state, archiveNo, keepUntil, overdueDays, ...(because && { because: because.reason }) };
  };

  const waitingFor = (staffId: number, today: Day): WaitingList[] =>
    repo.list({ openOnly: true }).flatMap((its): WaitingList[] => {
      const what = whatIsWanted(its, staffId);
      const { id, no, kind, reason, dossiers } = its;
      const since = waitsSince(its) ?? today;
      return what === undefined
        ? []
        : [{ id, no, kind, what, reason, dossiers, since, waitsDays: waitsDays(its, today) }];
    });

  const whatIsWanted = (its: Disposal, staffId: number): WaitingList['what'] | undefined => {
    if (its.state === 'submitted') return whyNot(its, staffId) === undefined ? 'approve' : undefined;
    if (witnessIds(its).includes(staffId)) return 'witness';
    return allows(staffId, 'disposal.prepare') ? 'carryOut' : undefined;
  };

  /** Who can go on with it now: approve it, or watch it carried out. */
  const namesFor = (its: Disposal): string[] =>
    staff()
      .filter(({ employment }) => employment !== 'left')
      .filter(({ id }) => (its.state === 'submitted' ? whyNot(its, id) === undefined : witnessIds(its).includes(id)))
      .map(({ name }) => name);

  const waiting = (its: Disposal, today: Day): Pick<DisposalTrace, 'waits'> => {
    const since = waitsSince(its);
    return since === undefined ? {} : { waits: { since, days: waitsDays(its, today), names: namesFor(its) } };
  };

  return {
    demand,
    whyNot,
    isLeft,
    show,
    waitingFor,
    ofDossier: (dossierId: number, today: Day): DisposalTrace[] =>
      repo.ofDossier(dossierId).map((trace) => ({ ...trace, ...waiting(demand(trace.id), today) })),
    list: (filter: DisposalFilter, today: Day) => repo.list(filter).map((its) => rowOf(its, today)),
    ids: repo.ids,
    row: (id: number, today: Day) => {
      const its = repo.byId(id);
      return its && rowOf(its, today);
    },
    due: (filter: DueFilter, today: Day) => ({
      rows: candidates.due(filter, today).map((its) => dueRow(its, today)),
      ...candidates.dueSums(filter, today),
      toDestroy: candidates.dueSums({ ...filter, group: 'toDestroy' }, today).total,
    }),
    dueIds: candidates.dueIds,
    dueOne: (id: number, today: Day) => {
      const its = candidates.byId(id);
      return its && dueRow(its, today);
    },
  };
}

function rowOf(its: Disposal, today: Day): DisposalRow {
  const { id, no, kind, state, reason, receiver, madeOn, madeById, madeBy, closingReason, dossiers, pages } = its;
  const { decidedOn, decidedById, decidedBy, doneOn } = its;
  return {
    ...{ id, no, kind, state, reason, receiver, madeOn, madeById, madeBy, closingReason, dossiers, pages },
    ...(decidedOn && { decidedOn, decidedById: decidedById ?? 0, decidedBy: decidedBy ?? '' }),
    ...(doneOn && { doneOn }),
    waitsDays: waitsDays(its, today),
  };
}

function namesOf(its: Disposal) {
  const { firstWitnessId, firstWitness = '', secondWitnessId, secondWitness = '' } = its;
  const { appraisalId, appraisalNo = '', appraisedBy = '', appraisalApprovedBy = '' } = its;
  return {
    ...(firstWitnessId !== undefined && { firstWitness: { id: firstWitnessId, name: firstWitness } }),
    ...(secondWitnessId !== undefined && { secondWitness: { id: secondWitnessId, name: secondWitness } }),
    ...(appraisalId !== undefined && {
      appraisal: { id: appraisalId, no: appraisalNo, appraisedBy, approvedBy: appraisalApprovedBy },
    }),
  };
}
