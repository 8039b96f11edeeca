import type { ParsedOf, Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { ProjectFilter, ProjectRow, project } from '../../../shared/api/project.contract';
import type { Commit } from '../../db/journal';
import type { Actor, SignedInContext } from '../../ipc/context';
import type { ProjectFields, ProjectRepo } from './project.repo';
import { mayCorrectProject } from './project.rules';

interface Parts {
  repo: ProjectRepo;
  commit: Commit;
  /** Fails for someone who has left. */
  demandPresent(staffId: number): void;
  demandClient(id: number): void;
  /** Whether papers of the project have been signed for: A, B and the contract then stand on paper. */
  isHandedOver(dossierId: number): boolean;
  mayOpenDossier(project: { aManagerId: number }, person: Actor): boolean;
  allows(staffId: number, permission: Permission): boolean;
  /** Brings the deadline and the business type of a project's dossier after it. */
  followProject(dossierId: number): void;
}

/** They stand on the signed list, or set its limits: a day moved afterwards would hide that a handover was late. */
const SIGNED_FIELDS = ['aManagerId', 'bManagerId', 'contractNo', 'businessType', 'clientId', 'disbursedOn'] as const;

/** Where nothing was disbursed the end set the limit; otherwise it comes long after the handover. */
const differsAsSigned = (before: ProjectRow, after: ProjectFields): boolean =>
  SIGNED_FIELDS.some((field) => after[field] !== before[field]) ||
  (before.disbursedOn === undefined && after.endedOn !== before.endedOn);

export type ProjectService = ReturnType<typeof createProjectService>;

export function createProjectService({
  repo,
  commit,
  demandPresent,
  demandClient,
  isHandedOver,
  mayOpenDossier,
  allows,
  followProject,
}: Parts) {
  const demand = (id: number) => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchProject');
    return found;
  };
  const demandSound = (fields: ProjectFields, except?: number) => {
    // The procedure: A prepares, B checks; one person cannot do both.
    if (fields.aManagerId === fields.bManagerId) throw new AppError('invalid', 'sameManagers', { field: 'bManagerId' });
    demandClient(fields.clientId);
    demandPresent(fields.aManagerId);
    demandPresent(fields.bManagerId);
    const other = repo.byContractNo(fields.contractNo);
    if (other && other.id !== except)
      throw new AppError('conflict', 'contractNoTaken', { contractNo: fields.contractNo });
    if (fields.disbursedOn && fields.endedOn && fields.endedOn < fields.disbursedOn)
      throw new AppError('invalid', 'endsBeforeItBegins', { field: 'endedOn' });
  };
  const openable = (filter: ProjectFilter, actor: Actor) =>
    repo.withManager(filter).filter((its) => mayOpenDossier(its, actor));
  return {
    list: ({ offset, limit, ...filter }: ParsedOf<typeof project.list>, { actor }: SignedInContext) => {
      const shown = filter.openable
        ? openable(filter, actor)
            .slice(offset, offset + limit)
            .map(({ id }) => demand(id))
        : repo.list(filter, offset, limit);
      const mayAtAll = allows(actor.staffId, 'project.correct');
      return shown.map((its) => ({ ...its, mayCorrect: mayAtAll && mayCorrectProject(its, actor) }));
    },
    count: (filter: ProjectFilter, { actor }: SignedInContext): number =>
      filter.openable ? openable(filter, actor).length : repo.count(filter),
    show: demand,
    register: (fields: ParsedOf<typeof project.register>, ctx: SignedInContext) => {
      demandSound(fields);
      return { id: commit(ctx, 'project.register', fields, () => repo.add(fields)) };
    },
    correct: ({ id, ...fields }: ParsedOf<typeof project.correct>, ctx: SignedInContext): void => {
      const before = demand(id);
      if (!mayCorrectProject(before, ctx.actor)) {
        const { aManager, bManager } = before;
        throw new AppError('notAllowed', 'notYourProject', { aManager, bManager });
      }
      demandSound(fields, id);
      const { dossierId } = before;
      if (dossierId && isHandedOver(dossierId) && differsAsSigned(before, fields))
        throw new AppError('conflict', 'projectAlreadySigned');
      commit(ctx, 'project.correct', { id, ...fields }, () => {
        repo.correct(id, fields);
        if (dossierId) followProject(dossierId);
      });
    },
  };
}
