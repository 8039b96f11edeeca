import type { ParsedOf } from '../../../shared/api/contract';
import type { DossierItem, DossierState, Holder, Place } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { HandoverView, handover } from '../../../shared/api/handover.contract';
import type { BusinessType, ProjectRow } from '../../../shared/api/project.contract';
import type { Calendar, Day } from '../../../shared/calendar/working-days';
import { total } from '../../../shared/dossier/pagination';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Handover, HandoverRepo } from './handover.repo';
import {
  contentHash,
  contractCodes,
  DEFAULT_PATTERN,
  differs,
  snapshot,
  unchecked,
  writeHandoverNo,
  writeNumber,
} from './handover.rules';

/** What a handover needs to know of the dossier that it moves. */
export interface MovedDossier {
  id: number;
  projectId?: number;
  businessType: BusinessType;
  state: DossierState;
  holder: Holder;
  revision: number;
  dueOn?: Day;
}

/** The dossier feature's part in a handover: it alone writes its tables. */
export interface DossierMoves {
  demand(id: number): MovedDossier;
  items(id: number): DossierItem[];
  pass(id: number, state: DossierState, holder: Holder, dueOn?: Day): void;
  receive(id: number, archiveNo: string, on: Day, place: Place): void;
  setContractCode(itemId: number, code: string): void;
  aToBDue(project: ProjectRow, calendar: Calendar): Day | undefined;
  bToArchiveDue(handedToBOn: Day, calendar: Calendar): Day;
}

/** Somebody who has just typed the own PIN or password for this act. */
interface Signer {
  readonly staffId: number;
  readonly name: string;
}

interface Parts {
  repo: HandoverRepo;
  dossiers: DossierMoves;
  commit: Commit;
  project(id: number): ProjectRow;
  calendar(): Calendar;
  shortName(): string;
  demandPresent(staffId: number): void;
  mayAccept(staffId: number): boolean;
}

export type HandoverService = ReturnType<typeof createHandoverService>;

export function createHandoverService(parts: Parts) {
  const { repo, dossiers, commit, project, calendar, shortName, demandPresent, mayAccept } = parts;

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

  const projectOf = (moved: MovedDossier): ProjectRow => {
    if (moved.projectId === undefined) throw new AppError('conflict', 'dossierWithoutProject');
    return project(moved.projectId);
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
    const its = projectOf(dossiers.demand(dossierId));
    return kind === 'aToB' ? its.aManagerId : its.bManagerId;
  };

  const give = (input: Omit<ParsedOf<typeof handover.give>, 'signature'>, signer: Signer, ctx: SignedInContext) => {
    const { dossierId, kind, revision } = input;
    const moved = dossiers.demand(dossierId);
    demandGivable(moved, kind, revision, repo.openOf(dossierId) !== undefined);
    const items = dossiers.items(dossierId);
    demandComplete(items);
    // While the secret was being checked the project may have got another manager.
    if (signer.staffId !== giverOf(dossierId, kind)) throw new AppError('conflict', 'notThisStep');
    demandPresent(signer.staffId);
    return commit(ctx, `handover.give.${kind}`, { dossierId, kind, revision, signer: signer.staffId }, () => {
      const no = writeHandoverNo(ctx.today.slice(0, 4), repo.numbersOfYear(ctx.today.slice(0, 4)) + 1);
      const id = repo.add({
        no,
        kind,
        dossierId,
        giverId: signer.staffId,
        dueOn: moved.dueOn,
        givenOn: ctx.today,
      });
      const list = snapshot(items);
      for (const [i, item] of list.entries()) repo.addItem(id, i + 1, item);
      repo.sign(id, signer.staffId, 'giver', ctx.at, contentHash({ no, kind, dossierId, items: list }));
      const dueOn = kind === 'aToB' ? dossiers.bToArchiveDue(ctx.today, calendar()) : moved.dueOn;
      dossiers.pass(dossierId, 'underReview', moved.holder, dueOn);
      return { id, no };
    });
  };

  const check = ({ id, found }: ParsedOf<typeof handover.check>, ctx: SignedInContext): void => {
    const its = demandOpen(id);
    demandCheckable(its, ctx);
    commit(ctx, 'handover.check', { id, found }, () => {
      for (const { itemId, pagesFound, remark } of found)
        if (!repo.find(id, itemId, pagesFound, remark)) throw new AppError('notFound', 'noSuchItem');
    });
  };

  const sendBack = (id: number, reason: string, signer: Signer, ctx: SignedInContext): void => {
    const its = demandOpen(id);
    demandCheckable(its, ctx);
    demandPresent(signer.staffId);
    const moved = dossiers.demand(its.dossierId);
    commit(
      ctx,
      'handover.sendBack',
      { id, signer: signer.staffId },
      () => {
        repo.sign(id, signer.staffId, 'receiver', ctx.at, contentHash({ ...its, items: repo.items(id), reason }));
        repo.close(id, 'sentBack', signer.staffId, ctx.today, reason);
        if (its.kind === 'aToB')
          dossiers.pass(moved.id, 'collecting', 'a', dossiers.aToBDue(projectOf(moved), calendar()));
        else dossiers.pass(moved.id, 'underReview', 'b', moved.dueOn);
      },
      reason,
    );
  };

  const demandAgreement = (its: Handover, ctx: SignedInContext) => {
    demandCheckable(its, ctx);
    const items = repo.items(its.id);
    const open = items.filter(unchecked).length;
    if (open > 0) throw new AppError('conflict', 'itemsUnchecked', { count: open });
    const different = items.filter(differs).length;
    if (different > 0) throw new AppError('conflict', 'itemsDiffer', { count: different });
    return items;
  };

  const acceptAtB = (id: number, signer: Signer, ctx: SignedInContext): void => {
    const its = demandOpen(id);
    if (its.kind !== 'aToB') throw new AppError('conflict', 'notThisStep');
    const items = demandAgreement(its, ctx);
    demandPresent(signer.staffId);
    const moved = dossiers.demand(its.dossierId);
    commit(ctx, 'handover.acceptAtB', { id, signer: signer.staffId }, () => {
      repo.sign(id, signer.staffId, 'receiver', ctx.at, contentHash({ ...its, reason: undefined, items }));
      repo.close(id, 'accepted', signer.staffId, ctx.today);
      dossiers.pass(moved.id, 'underReview', 'b', moved.dueOn);
    });
  };

  const nextNumber = (businessType: BusinessType) => {
    const seq = repo.lastSeq(businessType) + 1;
    return { seq, text: writeNumber(repo.pattern(businessType) ?? DEFAULT_PATTERN, shortName(), businessType, seq) };
  };

  type Three = { a: Signer; b: Signer; archivist: Signer };
  const acceptAtArchive = (id: number, place: Place, three: Three, ctx: SignedInContext) => {
    const its = demandOpen(id);
    if (its.kind !== 'bToArchive') throw new AppError('conflict', 'notThisStep');
    const items = demandAgreement(its, ctx);
    for (const signer of Object.values(three)) demandPresent(signer.staffId);
    const moved = dossiers.demand(its.dossierId);
    const signers = { a: three.a.staffId, b: three.b.staffId, archivist: three.archivist.staffId };
    return commit(ctx, 'handover.acceptAtArchive', { id, place, signers }, () => {
      const hash = contentHash({ ...its, reason: undefined, items });
      for (const role of ['a', 'b', 'archivist'] as const) repo.sign(id, three[role].staffId, role, ctx.at, hash);
      repo.close(id, 'accepted', three.archivist.staffId, ctx.today);
      const { seq, text } = nextNumber(moved.businessType);
      repo.giveNumber(moved.businessType, seq, text, moved.id);
      dossiers.receive(moved.id, text, ctx.today, place);
      for (const { id: itemId, code } of contractCodes(dossiers.items(moved.id), text))
        dossiers.setContractCode(itemId, code);
      return { archiveNo: text };
    });
  };

  return {
    list: ({ dossierId, openOnly, lateOnly }: ParsedOf<typeof handover.list>) =>
      repo.list({ dossierId, openOnly, lateOnly }),
    show,
    demandOpen,
    giverOf,
    give,
    check,
    sendBack,
    acceptAtB,
    acceptAtArchive,
    expectedNumber: (businessType: BusinessType) => nextNumber(businessType).text,
    underway: (dossierId: number) => {
      const handedToBOn = repo.lastToB(dossierId);
      return { open: repo.openOf(dossierId) !== undefined, ...(handedToBOn && { handedToBOn }) };
    },
    isHandedOver: (dossierId: number) =>
      repo.list({ dossierId, openOnly: false, lateOnly: false }).some((h) => h.state !== 'sentBack'),
    /** Number patterns of a new company; runs inside the founding commit. */
    layFoundations: (): void => {
      for (const type of ['loan', 'guarantee', 'other'] as const) repo.addPattern(type, DEFAULT_PATTERN);
    },
  };
}

function demandGivable(moved: MovedDossier, kind: Handover['kind'], revision: number, underway: boolean): void {
  if (underway) throw new AppError('conflict', 'handoverUnderway');
  const expected = kind === 'aToB' ? 'a' : 'b';
  if (moved.holder !== expected)
    throw new AppError('conflict', moved.holder === 'archive' ? 'alreadyReceived' : 'notThisStep');
  if (moved.revision !== revision) throw new AppError('conflict', 'listChangedMeanwhile');
}

function demandComplete(items: readonly DossierItem[]): void {
  if (items.length === 0) throw new AppError('conflict', 'listEmpty');
  const expected = items.filter((item) => item.pages === 0);
  const first = expected[0];
  if (first)
    throw new AppError('conflict', 'itemsWithoutPages', { count: expected.length, title: first.title.slice(0, 40) });
}
