import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { HandoverView, handover } from '../../../shared/api/handover.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { total } from '../../../shared/dossier/pagination';
import type { SignedInContext } from '../../ipc/context';
import type { Handover, HandoverRepo } from './handover.repo';
import { contentHash, differs, unchecked } from './handover.rules';
import type { MovedDossier } from './moved-dossier';

interface Parts {
  repo: HandoverRepo;
  demandDossier(id: number): MovedDossier;
  project(id: number): ProjectRow;
  mayAccept(staffId: number): boolean;
}

/** A handover that somebody still has to make. */
export interface OwedStep {
  step: Handover['kind'];
  staffId: number;
  dueOn?: Day;
}

/** Where a dossier is on its way, and who has to do with it. */
export interface CheckedDossier {
  id: number;
  stage: 'withA' | 'atB' | 'atArchive' | 'received';
  aManagerId?: number;
  bManagerId?: number;
  keeperId?: number;
  /** The list that is being checked. */
  handoverId?: number;
  dueOn?: Day;
}

export type Reading = ReturnType<typeof createReading>;

/** Shows handovers, and says who may do what with them now. */
export function createReading({ repo, demandDossier, project, mayAccept }: Parts) {
  const demand = (id: number): Handover => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchHandover');
    return found;
  };

  const demandOpen = (id: number): Handover => {
    const found = demand(id);
    if (found.state !== 'given') throw new AppError('conflict', 'handoverClosed', { no: found.no });
    return found;
  };

  /** Why the person cannot check and decide it now; a key of errors.json. */
  const whyNotCheckable = (its: Handover, staffId: number): string | undefined => {
    if (its.state !== 'given') return 'handoverClosed';
    if (its.kind === 'aToB') return staffId === its.bManagerId ? undefined : 'onlyBChecks';
    if (!mayAccept(staffId)) return 'onlyArchivistChecks';
    return staffId === its.aManagerId || staffId === its.bManagerId ? 'archivistIsManager' : undefined;
  };

  const demandCheckable = (its: Handover, ctx: SignedInContext): void => {
    const because = whyNotCheckable(its, ctx.actor.staffId);
    if (because) throw new AppError(because === 'handoverClosed' ? 'conflict' : 'notAllowed', because, { no: its.no });
  };

  const show = (id: number, ctx: SignedInContext): HandoverView => {
    const its = demand(id);
    const items = repo.items(id);
    const { items: itemCount, pages: pageCount } = total(items);
    const because = whyNotCheckable(its, ctx.actor.staffId);
    return {
      ...its,
      items,
      signatures: repo.signatures(id),
      itemCount,
      pageCount,
      checkedCount: items.filter((item) => !unchecked(item)).length,
      differences: items.filter(differs).length,
      checkable: because === undefined,
      ...(because && { notCheckableBecause: because }),
    };
  };

  /** Whose signature a handover of this kind begins with. */
  const giverOf = (dossierId: number, kind: Handover['kind']): number => {
    const moved = demandDossier(dossierId);
    if (moved.projectId !== undefined) {
      const its = project(moved.projectId);
      return kind === 'aToB' ? its.aManagerId : its.bManagerId;
    }
    if (moved.keeperId === undefined) throw new AppError('conflict', 'dossierWithoutKeeper');
    if (kind === 'aToB') throw new AppError('conflict', 'notThisStep');
    return moved.keeperId;
  };

  /** Whose turn it is to bring the papers on, and until when; nobody's once they wait for the archivist. */
  const owed = (dossierId: number): OwedStep | undefined => {
    const moved = demandDossier(dossierId);
    const open = repo.openOf(dossierId);
    const atArchive = open !== undefined && demand(open).kind === 'bToArchive';
    if (atArchive || (moved.state !== 'collecting' && moved.state !== 'underReview')) return undefined;
    if (moved.projectId === undefined && moved.keeperId === undefined) return undefined;
    // What A has given, B must bring to the archive, checked or not.
    const step = open === undefined && moved.holder === 'a' ? 'aToB' : 'bToArchive';
    return { step, staffId: giverOf(dossierId, step), ...(moved.dueOn && { dueOn: moved.dueOn }) };
  };

  /** Where the papers are, for whoever checks them. */
  const checked = (dossierId: number): CheckedDossier => {
    const moved = demandDossier(dossierId);
    const open = repo.openOf(dossierId);
    const kind = open === undefined ? undefined : demand(open).kind;
    const its = moved.projectId === undefined ? undefined : project(moved.projectId);
    return {
      id: dossierId,
      stage: stageOf(moved, kind),
      ...(its && { aManagerId: its.aManagerId, bManagerId: its.bManagerId }),
      ...(moved.keeperId !== undefined && { keeperId: moved.keeperId }),
      ...(open !== undefined && { handoverId: open }),
      ...(moved.dueOn && { dueOn: moved.dueOn }),
    };
  };

  return {
    owed,
    checked,
    demandOpen,
    demandCheckable,
    show,
    giverOf,
    list: (filter: ParsedOf<typeof handover.list>) => repo.list(filter),
    count: (filter: ParsedOf<typeof handover.count>) => repo.count(filter),
    /** Hash of what the receivers would sign at this moment. */
    contentNow: (id: number): string => contentHash({ ...demandOpen(id), reason: undefined, items: repo.items(id) }),
    underway: (dossierId: number) => {
      const handedToBOn = repo.lastToB(dossierId);
      return { open: repo.openOf(dossierId) !== undefined, ...(handedToBOn && { handedToBOn }) };
    },
    isHandedOver: (dossierId: number) =>
      repo
        .list({ dossierId, openOnly: false, lateOnly: false })
        .some((h) => h.state === 'given' || h.state === 'accepted'),
  };
}

function stageOf({ state, holder }: MovedDossier, underway: Handover['kind'] | undefined): CheckedDossier['stage'] {
  if (state !== 'collecting' && state !== 'underReview') return 'received';
  if (underway === 'bToArchive') return 'atArchive';
  return underway === 'aToB' || holder === 'b' ? 'atB' : 'withA';
}
