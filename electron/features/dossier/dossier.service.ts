import type { ChecklistEntry } from '../../../shared/api/checklist.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import type { DossierView, dossier, Place } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { HandoverKind } from '../../../shared/api/handover.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import {
  type Calendar,
  type Day,
  daysBetween,
  reachesUnknownYear,
  workingDaysLeft,
} from '../../../shared/calendar/working-days';
import { total } from '../../../shared/dossier/pagination';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { DossierRepo, DossierRow, WrittenItem } from './dossier.repo';
import {
  aToBDue,
  bToArchiveDue,
  completenessOf,
  laterOf,
  mayOpenDossier,
  missingTitles,
  whyNotCompilable,
} from './dossier.rules';
import { readPaste } from './paste.rules';

/** Where a dossier's papers are on their way; handed over by the handover feature. */
export interface Underway {
  open: boolean;
  /** Day on which A last handed over to B, unless it came back. */
  handedToBOn?: string;
}

/** What a dossier needs of the checklists; handed over by their feature. */
export interface ChecklistsForDossiers {
  byId(id: number): { id: number; name: string; version: number } | undefined;
  entries(id: number): (ChecklistEntry & { ordinal: number })[];
}

interface Parts {
  repo: DossierRepo;
  checklists: ChecklistsForDossiers;
  commit: Commit;
  project(id: number): ProjectRow;
  underway(dossierId: number): Underway;
  calendar(): Calendar;
  /** The last day that an approver has granted for a handover of the dossier. */
  grantedTo(dossierId: number, step: HandoverKind): Day | undefined;
  /** The archive number that the next acceptance of this business type will give. */
  expectedNumber(businessType: DossierRow['businessType']): string;
}

type Written = ParsedOf<typeof dossier.compile>['items'][number];
export type DossierService = ReturnType<typeof createDossierService>;

export function createDossierService(parts: Parts) {
  const { repo, checklists, commit, project, underway, calendar, grantedTo, expectedNumber } = parts;

  const demand = (id: number): DossierRow => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchDossier');
    return found;
  };
  const projectOf = (row: DossierRow) => (row.projectId === undefined ? undefined : project(row.projectId));

  const whyNot = (row: DossierRow, its: ProjectRow | undefined, ctx: SignedInContext) =>
    whyNotCompilable(
      { state: row.state, holder: row.holder, ...(its && { aManagerId: its.aManagerId, bManagerId: its.bManagerId }) },
      underway(row.id).open,
      { staffId: ctx.actor.staffId, isArchivist: ctx.actor.positions.includes('archivist') },
    );

  const demandCompilable = (row: DossierRow, ctx: SignedInContext): void => {
    const because = whyNot(row, projectOf(row), ctx);
    if (because) throw new AppError(because === 'notTheHolder' ? 'notAllowed' : 'conflict', because);
  };

  /** The limit of a handover by the procedure, or the day that was granted. */
  const limitOf = (dossierId: number, step: HandoverKind, limit: Day | undefined) =>
    laterOf(limit, grantedTo(dossierId, step));

  const deadlines = (row: DossierRow, its: ProjectRow | undefined, today: Day) => {
    const days = calendar();
    const toB = limitOf(row.id, 'aToB', its && aToBDue(its, days));
    const handedOn = underway(row.id).handedToBOn ?? toB;
    const toArchive = limitOf(row.id, 'bToArchive', handedOn && bToArchiveDue(handedOn, days));
    return {
      ...(toB && { aToBDueOn: toB }),
      ...(toArchive && { bToArchiveDueOn: toArchive }),
      dueIsGuess: toArchive !== undefined && reachesUnknownYear(toArchive, days),
      lateDays: row.dueOn === undefined ? 0 : Math.max(0, daysBetween(row.dueOn, today)),
      ...(row.dueOn !== undefined && { workingDaysLeft: workingDaysLeft(today, row.dueOn, days) }),
    };
  };

  /** Last day of the step that is due next. */
  const dueOf = (row: DossierRow, days: Calendar): Day | undefined => {
    const its = projectOf(row);
    if (!its || row.state === 'collecting') return limitOf(row.id, 'aToB', its && aToBDue(its, days));
    const { handedToBOn } = underway(row.id);
    return limitOf(row.id, 'bToArchive', handedToBOn ? bToArchiveDue(handedToBOn, days) : row.dueOn);
  };

  const missing = (row: DossierRow, items: DossierView['items']) => {
    const required =
      row.checklistId === undefined ? [] : checklists.entries(row.checklistId).filter((entry) => entry.required);
    return missingTitles(
      required.map((entry) => entry.title),
      items,
    );
  };

  const show = (id: number, ctx: SignedInContext): DossierView => {
    const row = demand(id);
    const its = projectOf(row);
    const items = repo.items(id);
    const because = whyNot(row, its, ctx);
    const absent = missing(row, items);
    const madeFrom = row.checklistId === undefined ? undefined : checklists.byId(row.checklistId);
    return {
      ...head(row),
      ...(madeFrom && { checklist: { id: madeFrom.id, name: madeFrom.name, version: madeFrom.version } }),
      ...(its && aboutProject(its)),
      items,
      compilable: because === undefined,
      ...(because && { notCompilableBecause: because }),
      missing: absent,
      completeness: completenessOf(items, absent),
      ...deadlines(row, its, ctx.today),
      ...(row.archiveNo === undefined && { expectedArchiveNo: expectedNumber(row.businessType) }),
    };
  };

  const open = (input: ParsedOf<typeof dossier.open>, ctx: SignedInContext) => {
    const its = project(input.projectId);
    if (!mayOpenDossier(its, ctx.actor)) throw new AppError('notAllowed', 'onlyAOpens', { name: its.aManager });
    if (its.dossierId) throw new AppError('conflict', 'projectHasDossier', { project: its.name });
    const { checklistId } = input;
    if (checklistId !== undefined && !checklists.byId(checklistId)) throw new AppError('notFound', 'noSuchChecklist');
    const entries = checklistId === undefined ? [] : checklists.entries(checklistId);
    const id = commit(ctx, 'dossier.open', input, () => {
      const dossierId = repo.add({
        ...input,
        businessType: its.businessType,
        openedOn: ctx.today,
        dueOn: aToBDue(its, calendar()),
      });
      for (const entry of entries)
        repo.addItem(dossierId, { ...EXPECTED, part: entry.part, ordinal: entry.ordinal, title: entry.title });
      return dossierId;
    });
    return { id };
  };

  const compile = (input: ParsedOf<typeof dossier.compile>, ctx: SignedInContext) => {
    const row = demand(input.id);
    demandCompilable(row, ctx);
    if (input.revision !== row.revision) throw new AppError('conflict', 'listChangedMeanwhile');
    const { id, revision, items } = input;
    const ids = commit(ctx, 'dossier.compile', { id, revision, items: items.length }, () => writeList(repo, id, items));
    return { revision: revision + 1, ids };
  };

  return {
    show,
    demand,
    open,
    compile,
    readPaste: ({ text, part, columns }: ParsedOf<typeof dossier.readPaste>) => readPaste(text, part, columns),
    retitle: (input: ParsedOf<typeof dossier.retitle>, ctx: SignedInContext): void => {
      const row = demand(input.id);
      demandCompilable(row, ctx);
      commit(ctx, 'dossier.retitle', input, () => repo.retitle(input.id, input.title, input.retention, input.secrecy));
    },
    /** Works out every open deadline anew: the calendar was changed. Answers how many moved. */
    remindAll: (): number => {
      const days = calendar();
      const rows = repo.underway().map(demand);
      return rows.filter((row) => repo.follow(row.id, row.businessType, dueOf(row, days))).length;
    },
    /** The project was corrected: while the papers are still with A, its days set the deadline and its type the number. */
    followProject: (id: number): void => {
      const row = demand(id);
      const its = projectOf(row);
      if (row.state === 'collecting' && its) repo.follow(id, its.businessType, dueOf(row, calendar()));
    },
    /** The papers of a list that was not accepted are back with whoever gave them; runs inside the commit of that step. */
    comeBack: ({ dossierId, kind }: { dossierId: number; kind: HandoverKind }): void => {
      const row = demand(dossierId);
      const its = projectOf(row);
      if (kind === 'aToB')
        repo.pass(dossierId, 'collecting', 'a', limitOf(dossierId, 'aToB', its && aToBDue(its, calendar())));
      else repo.pass(dossierId, its ? 'underReview' : 'collecting', 'b', row.dueOn);
    },
    /** Last day for B to hand over to the archive, counted from the day on which A handed over. */
    bToArchiveDue: (id: number, handedToBOn: Day): Day | undefined =>
      limitOf(id, 'bToArchive', bToArchiveDue(handedToBOn, calendar())),
    /** Works the deadline of one dossier out anew: an approver has put it off. */
    remind: (id: number): void => {
      const row = demand(id);
      repo.follow(id, row.businessType, dueOf(row, calendar()));
    },
  };
}

const EXPECTED = {
  documentNo: '',
  datedOn: undefined,
  responsible: '',
  originality: 'original',
  copies: 1,
  pages: 0,
  signatureComplete: 1,
  remarks: '',
} as const satisfies Partial<WrittenItem>;

function placeOf({ room, cabinet, shelf, box }: DossierRow): Place | undefined {
  return room === undefined || cabinet === undefined || shelf === undefined || box === undefined
    ? undefined
    : { room, cabinet, shelf, box };
}

function head(row: DossierRow) {
  const place = placeOf(row);
  return {
    id: row.id,
    title: row.title,
    businessType: row.businessType,
    year: row.year,
    retention: row.retention,
    secrecy: row.secrecy,
    state: row.state,
    holder: row.holder,
    revision: row.revision,
    ...(row.archiveNo !== undefined && { archiveNo: row.archiveNo }),
    ...(row.receivedOn !== undefined && { receivedOn: row.receivedOn }),
    ...(place && { place }),
  };
}

function aboutProject(its: ProjectRow) {
  const { id, name, clientId, client, contractNo, disbursedOn, aManagerId, aManager, bManagerId, bManager } = its;
  const project = {
    projectId: id,
    project: name,
    clientId,
    client,
    contractNo,
    aManagerId,
    aManager,
    bManagerId,
    bManager,
  };
  return { ...project, ...(disbursedOn && { disbursedOn }) };
}

/** Writes the difference between the list as it stands and as it should be, row by row, so that the journal tells it. */
function writeList(repo: DossierRepo, dossierId: number, wanted: readonly Written[]): number[] {
  const standing = new Map(repo.writtenItems(dossierId).map((item) => [item.id, item]));
  const keptIds = wanted.flatMap((item) => item.id ?? []);
  const kept = new Set(keptIds);
  if (kept.size < keptIds.length) throw new AppError('invalid', 'itemTwice');
  for (const id of standing.keys()) if (!kept.has(id)) repo.dropItem(id);
  const ordinals = new Map<string, number>();
  const ids = wanted.map((item) => {
    const ordinal = (ordinals.get(item.part) ?? 0) + 1;
    ordinals.set(item.part, ordinal);
    return writeItem(
      repo,
      dossierId,
      { ...toWritten(item), ordinal },
      item.id,
      item.id ? standing.get(item.id) : undefined,
    );
  });
  const { items, pages } = total(wanted);
  repo.countAnew(dossierId, items, pages);
  return ids;
}

const toWritten = ({ id: _, datedOn, signatureComplete, ...item }: Written): Omit<WrittenItem, 'ordinal'> => ({
  ...item,
  datedOn,
  signatureComplete: signatureComplete ? 1 : 0,
});

function writeItem(
  repo: DossierRepo,
  dossierId: number,
  item: WrittenItem,
  id?: number,
  standing?: WrittenItem,
): number {
  if (id !== undefined && standing) {
    const fields = Object.keys(item) as (keyof WrittenItem)[];
    if (fields.some((field) => item[field] !== standing[field])) repo.reviseItem(id, item);
    return id;
  }
  // Undoing a removal brings the row back under its number; a number of somebody else's row is refused.
  if (id !== undefined && !repo.everHeld(id, dossierId)) throw new AppError('invalid', 'itemOfAnotherDossier');
  return repo.addItem(dossierId, item, id);
}
