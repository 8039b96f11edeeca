import type { ParsedOf } from '../../../shared/api/contract';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type {
  Responsible,
  SupplementRow,
  SupplementsOfDossier,
  SupplementView,
  supplement,
} from '../../../shared/api/supplement.contract';
import { addWorkingDays, type Calendar } from '../../../shared/calendar/working-days';
import { unwritten } from '../../../shared/dossier/supplement-papers';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import { createClearing } from './clearing.service';
import { type Asked, lateDays, type SupplementList, type SupplementRepo } from './supplement.repo';
import {
  type CheckedDossier,
  proposalsOf,
  sideOf,
  signedContent,
  whyNotIssuable,
  whyNotReceivable,
  writeSupplementNo,
} from './supplement.rules';

interface Parts {
  repo: SupplementRepo;
  commit: Commit;
  calendar(): Calendar;
  /** Where a dossier is; fails where there is none. */
  checked(dossierId: number): CheckedDossier;
  dossierOf(id: number, ctx: SignedInContext): DossierView;
  nameOf(staffId: number): string | undefined;
  mayAccept(staffId: number): boolean;
  demandPresent(staffId: number): void;
}

/** Where no limit is set for the handover: so many working days to clear a list. */
const CLEARING_DAYS = 2;

export type SupplementService = ReturnType<typeof createSupplementService>;

/** What was found missing or unsigned: put on a list by the checker, cleared by whoever is responsible. */
export function createSupplementService(parts: Parts) {
  const { repo, commit, demandPresent } = parts;
  const reading = createReading(parts);
  const { personOf, demandOpen } = reading;

  const demandIssuable = (dossierId: number, ctx: SignedInContext): CheckedDossier => {
    const its = parts.checked(dossierId);
    const because = whyNotIssuable(its, personOf(ctx));
    if (because) throw new AppError(because === 'onlyCheckerIssues' ? 'notAllowed' : 'conflict', because);
    return its;
  };

  const issue = (
    input: Omit<ParsedOf<typeof supplement.issue>, 'signature'>,
    signer: Signer,
    ctx: SignedInContext,
  ): { id: number; no: string } => {
    const { dossierId, responsibleId, dueOn, lines } = input;
    const its = demandIssuable(dossierId, ctx);
    const side = sideOf(its, personOf(ctx)) ?? 'b';
    if (!reading.responsiblesOf(its, side).some(({ id }) => id === responsibleId))
      throw new AppError('conflict', 'wrongResponsible', { field: 'responsibleId' });
    if (dueOn < ctx.today) throw new AppError('conflict', 'dueOnIsPast', { field: 'dueOn', day: ctx.today });
    demandPresent(signer.staffId);
    const year = ctx.today.slice(0, 4);
    return commit(ctx, 'supplement.issue', { dossierId, responsibleId, dueOn, lines: lines.length }, () => {
      const no = writeSupplementNo(year, repo.numbersOfYear(year) + 1);
      const list = { no, dossierId, side, responsibleId, issuedOn: ctx.today, dueOn, handoverId: its.handoverId };
      const hash = signedContent.list(list, lines);
      return { id: repo.add(list, lines, { staffId: signer.staffId, at: ctx.at, hash }), no };
    });
  };

  const demandReceivable = (id: number, ctx: SignedInContext): SupplementList => {
    const its = demandOpen(id);
    const because = whyNotReceivable(its, parts.checked(its.dossierId), personOf(ctx));
    if (because) throw new AppError('notAllowed', because, { no: its.no });
    return its;
  };

  return {
    ...reading,
    demandIssuable,
    issue,
    demandReceivable,
    ...createClearing({ repo, commit, demandOpen, demandReceivable, demandPresent }),
    /** Fails while something of the dossier's open lists has still to be cleared. */
    demandCleared: (dossierId: number): void => {
      const open = repo.openLines(dossierId);
      const [first] = open;
      if (first)
        throw new AppError('conflict', 'supplementOpen', { count: open.length, title: first.title.slice(0, 40) });
    },
  };
}

/** Shows the lists, and says who may do what with them now. */
function createReading({ repo, calendar, checked, dossierOf, nameOf, mayAccept }: Parts) {
  const personOf = (ctx: SignedInContext) => ({
    staffId: ctx.actor.staffId,
    isArchivist: mayAccept(ctx.actor.staffId),
  });
  const demand = (id: number): SupplementList => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchSupplement');
    return found;
  };
  const demandOpen = (id: number): SupplementList => {
    const found = demand(id);
    if (found.state === 'closed') throw new AppError('conflict', 'supplementClosed', { no: found.no });
    return found;
  };

  /** Who may have to clear a list: those whose hands the papers came from. */
  const responsiblesOf = (its: CheckedDossier, side: 'b' | 'archive'): Responsible[] => {
    const { aManagerId, bManagerId, keeperId } = its;
    const ids: [Responsible['role'], number | undefined][] =
      side === 'b'
        ? [['a', aManagerId]]
        : [
            ['b', bManagerId],
            ['a', aManagerId],
            ['keeper', keeperId],
          ];
    return ids.flatMap(([role, id]) => (id === undefined ? [] : [{ id, role, name: nameOf(id) ?? '' }]));
  };

  const rowOf = (
    { checkerId: _, signedAt: __, contentHash: ___, ...list }: SupplementList,
    today: string,
  ): SupplementRow => ({
    ...list,
    lateDays: lateDays(list, today),
  });

  const show = (id: number, ctx: SignedInContext): SupplementView => {
    const list = demand(id);
    const because = whyNotReceivable(list, checked(list.dossierId), personOf(ctx));
    const { signedAt, contentHash } = list;
    return {
      ...rowOf(list, ctx.today),
      lines: repo.lines(id),
      signedAt,
      contentHash,
      receivable: because === undefined,
      ...(because && { notReceivableBecause: because }),
    };
  };

  const ofDossier = (dossierId: number, ctx: SignedInContext): SupplementsOfDossier => {
    const its = checked(dossierId);
    const person = personOf(ctx);
    const because = whyNotIssuable(its, person);
    const { items, missing, checklist } = dossierOf(dossierId, ctx);
    const later = its.dueOn !== undefined && its.dueOn >= ctx.today ? its.dueOn : undefined;
    return {
      rows: repo.ofDossier(dossierId).map((list) => rowOf(list, ctx.today)),
      issuable: because === undefined,
      ...(because && { notIssuableBecause: because }),
      responsibles: responsiblesOf(its, sideOf(its, person) ?? 'b'),
      unwritten: unwritten(repo.confirmed(dossierId), items),
      proposals: proposalsOf(items, missing, repo.openLines(dossierId)),
      ...(checklist && { checklist: { name: checklist.name, version: checklist.version } }),
      dueOn: later ?? addWorkingDays(ctx.today, CLEARING_DAYS, calendar()),
    };
  };

  return {
    personOf,
    demandOpen,
    responsiblesOf,
    show,
    ofDossier,
    list: (asked: Asked, { today }: SignedInContext) => ({
      rows: repo.list(asked, today).map((list) => rowOf(list, today)),
      total: repo.ids(asked, today).length,
    }),
  };
}
