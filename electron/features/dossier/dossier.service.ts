import type { ChecklistEntry } from '../../../shared/api/checklist.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import type { CaseOfDossier, DossierView, dossier, Place } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { HandoverKind } from '../../../shared/api/handover.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import { BUSINESS_CLASSES, type RecordClassRow } from '../../../shared/api/record-class.contract';
import type { RetentionRow } from '../../../shared/api/retention.contract';
import type { Calendar, Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { DossierRepo, DossierRow } from './dossier.repo';
import { aToBDue, completenessOf, mayOpenDossier, missingTitles, whyNotCompilable } from './dossier.rules';
import { createLimits, type Underway } from './limits.service';
import { readPaste } from './paste.rules';
import { writeExpected, writeList } from './written-list';

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
  classes: {
    demand(id: number): RecordClassRow;
    ofBusiness(type: ProjectRow['businessType']): RecordClassRow;
    /** The archive number that the next acceptance of this class will give. */
    expectedNumber(classId: number, today: Day): string;
  };
  retentions: {
    demand(id: number): RetentionRow;
    /** Refuses one that is not to be chosen any more. */
    demandInUse(id: number): RetentionRow;
    keepUntil(retentionId: number, endedOn: Day | undefined): Day | undefined;
  };
  placeOf(id: number): Place | undefined;
  demandClient(id: number): { id: number; name: string };
  nameOf(staffId: number): string | undefined;
  complaintOf(dossierId: number): CaseOfDossier | undefined;
  /** Fails for someone who has left. */
  demandPresent(staffId: number): void;
}

type Opening = ParsedOf<typeof dossier.open>;
export type DossierService = ReturnType<typeof createDossierService>;

export function createDossierService(parts: Parts) {
  const { repo, checklists, commit, project, underway, calendar, classes, retentions } = parts;

  const demand = (id: number): DossierRow => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchDossier');
    return found;
  };
  const projectOf = (row: DossierRow) => (row.projectId === undefined ? undefined : project(row.projectId));

  const whyNot = (row: DossierRow, its: ProjectRow | undefined, ctx: SignedInContext) =>
    whyNotCompilable(
      {
        state: row.state,
        holder: row.holder,
        ...(row.keeperId !== undefined && { keeperId: row.keeperId }),
        ...(its && { aManagerId: its.aManagerId, bManagerId: its.bManagerId }),
      },
      underway(row.id).open,
      { staffId: ctx.actor.staffId, isArchivist: ctx.actor.positions.includes('archivist') },
    );

  const demandCompilable = (row: DossierRow, ctx: SignedInContext): void => {
    const because = whyNot(row, projectOf(row), ctx);
    if (because) throw new AppError(because === 'notTheHolder' ? 'notAllowed' : 'conflict', because);
  };

  const limits = createLimits({ ...parts, demand, projectOf });

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
      ...inWords(row),
      ...(madeFrom && { checklist: { id: madeFrom.id, name: madeFrom.name, version: madeFrom.version } }),
      ...(its && aboutProject(its)),
      items,
      compilable: because === undefined,
      ...(because && { notCompilableBecause: because }),
      missing: absent,
      completeness: completenessOf(items, absent),
      ...limits.shown(row, ctx.today),
      ...(row.archiveNo === undefined && { expectedArchiveNo: classes.expectedNumber(row.classId, ctx.today) }),
    };
  };

  const inWords = (row: DossierRow) => {
    const place = row.placeId === undefined ? undefined : parts.placeOf(row.placeId);
    const keeper = row.keeperId === undefined ? undefined : parts.nameOf(row.keeperId);
    const client = row.clientId === undefined ? undefined : parts.demandClient(row.clientId);
    const complaint = row.projectId === undefined ? parts.complaintOf(row.id) : undefined;
    return {
      className: classes.demand(row.classId).name,
      retention: retentions.demand(row.retentionId).name,
      ...(place && { place }),
      ...(keeper !== undefined && { keeper }),
      ...(client && { clientId: client.id, client: client.name }),
      ...(complaint && { complaint }),
    };
  };

  /** What the dossier of a project takes over from it. */
  const ofProject = (its: ProjectRow, retentionId?: number) => {
    const recordClass = classes.ofBusiness(its.businessType);
    const retained = retentionId ?? recordClass.retentionId;
    const keepUntil = retentions.keepUntil(retained, its.endedOn);
    return { classId: recordClass.id, retentionId: retained, endedOn: its.endedOn, keepUntil };
  };

  const openForProject = (projectId: number, retentionId: number | undefined, ctx: SignedInContext) => {
    const its = project(projectId);
    if (!mayOpenDossier(its, ctx.actor)) throw new AppError('notAllowed', 'onlyAOpens', { name: its.aManager });
    if (its.dossierId) throw new AppError('conflict', 'projectHasDossier', { project: its.name });
    return { projectId, ...ofProject(its, retentionId), dueOn: aToBDue(its, calendar()) };
  };

  /** Whoever opens a dossier without a project answers for it. */
  const openInClass = (input: Opening, ctx: SignedInContext) => {
    if (input.classId === undefined) throw new AppError('conflict', 'projectOrClassNeeded', { field: 'projectId' });
    const its = classes.demand(input.classId);
    if (its.retired) throw new AppError('conflict', 'classRetired', { name: its.name });
    if (BUSINESS_CLASSES.some((code) => code === its.code))
      throw new AppError('conflict', 'classNeedsProject', { field: 'classId', name: its.name });
    if (input.clientId !== undefined) parts.demandClient(input.clientId);
    const { staffId: me, positions } = ctx.actor;
    const keeperId = input.keeperId ?? me;
    if (keeperId !== me && !positions.includes('archivist'))
      throw new AppError('notAllowed', 'onlyArchivistNamesKeeper');
    parts.demandPresent(keeperId);
    return { classId: its.id, clientId: input.clientId, keeperId, retentionId: input.retentionId ?? its.retentionId };
  };

  const open = (input: Opening, ctx: SignedInContext) => {
    const { checklistId, projectId, title, year, secrecy } = input;
    const opened =
      projectId === undefined ? openInClass(input, ctx) : openForProject(projectId, input.retentionId, ctx);
    retentions.demandInUse(opened.retentionId);
    if (checklistId !== undefined && !checklists.byId(checklistId)) throw new AppError('notFound', 'noSuchChecklist');
    const entries = checklistId === undefined ? [] : checklists.entries(checklistId);
    const id = commit(ctx, 'dossier.open', input, () => {
      const dossierId = repo.add({ ...opened, checklistId, title, year, secrecy, openedOn: ctx.today });
      writeExpected(repo, dossierId, entries);
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
      const { id, ...heading } = input;
      const row = demand(id);
      demandCompilable(row, ctx);
      const its = projectOf(row);
      if (its && heading.endedOn !== its.endedOn)
        throw new AppError('conflict', 'projectSaysEnd', { field: 'endedOn' });
      if (heading.retentionId !== row.retentionId) retentions.demandInUse(heading.retentionId);
      const keepUntil = retentions.keepUntil(heading.retentionId, heading.endedOn);
      commit(ctx, 'dossier.retitle', input, () => repo.retitle(id, { ...heading, keepUntil }));
    },
    describe: ({ id, reason, ...its }: ParsedOf<typeof dossier.describe>, ctx: SignedInContext): void => {
      const row = demand(id);
      if (!['received', 'partlyLent', 'lent'].includes(row.state))
        throw new AppError('conflict', 'describeNotReceived');
      const { endedOn } = projectOf(row) ?? its;
      if (its.endedOn !== endedOn) throw new AppError('conflict', 'projectSaysEnd', { field: 'endedOn' });
      if (its.retentionId !== row.retentionId) {
        // The appraisal was signed: from then on the term no longer says how long it is kept.
        if (row.appraisedOn !== undefined)
          throw new AppError('conflict', 'appraisedKeepsTerm', { field: 'retentionId' });
        retentions.demandInUse(its.retentionId);
      }
      const now = { retentionId: row.retentionId, secrecy: row.secrecy, endedOn: row.endedOn, remarks: row.remarks };
      if (Object.entries(now).every(([field, value]) => its[field as keyof typeof its] === value))
        throw new AppError('conflict', 'descriptionUnchanged');
      const keepUntil = row.appraisedOn === undefined ? retentions.keepUntil(its.retentionId, endedOn) : row.keepUntil;
      commit(ctx, 'dossier.describe', { id, ...its }, () => repo.describe(id, { ...its, keepUntil }), reason);
    },
    remindAll: limits.remindAll,
    remind: limits.remind,
    moves: limits.moves,
    /**
     * The project was corrected: its end sets the retention for ever; while the papers are still with A, its days set the deadline
     * and its type the class.
     */
    followProject: (id: number): void => {
      const row = demand(id);
      const its = projectOf(row);
      // What was destroyed stays as it was.
      if (!its || row.state === 'destroyed') return;
      const { classId, endedOn, ...term } = ofProject(its, row.retentionId);
      const keepUntil = row.appraisedOn === undefined ? term.keepUntil : row.keepUntil;
      if (row.state === 'collecting') repo.follow(id, { classId, endedOn, keepUntil, dueOn: limits.dueOf(row) });
      else repo.follow(id, { classId: row.classId, dueOn: row.dueOn, endedOn, keepUntil });
    },
  };
}

function head(row: DossierRow) {
  const { checklistId: _, dueOn: __, placeId: ___, clientId: ____, origin, volumeCount, ...rest } = row;
  return { ...rest, volumes: volumeCount, imported: origin === 'imported' };
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
