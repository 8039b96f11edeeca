import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { ProjectRow } from '../../../shared/api/project.contract';
import type { TitleFields } from '../../../shared/api/title-fields';
import type {
  TitleHandoverFilter,
  TitleHandoverLine,
  TitleHandoverRow,
  TitleHandoverView,
  TitlePasteReading,
  titleHandover,
} from '../../../shared/api/title-handover.contract';
import { type Calendar, type Day, daysBetween } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import { readPaste } from './paste.rules';
import type { TitleHandover, TitleHandoverRepo } from './title-handover.repo';
import { agrees, contentHash, dueOnFor, isChecked, writeTitleHandoverNo } from './title-handover.rules';

/** Who signs when titles are taken in; `second` opens the safe with the custodian. */
export interface AcceptSigners {
  a: Signer;
  b: Signer;
  custodian: Signer;
  second: Signer;
}
/** A line that goes into the safe, or into no place where it is electronic. */
export interface Entering {
  line: TitleHandoverLine;
  compartmentId?: number;
}
/** What the titles do with a list that was accepted: makes their rows and the slip that takes them in. */
export interface Entry {
  demandPossible(
    handover: TitleHandover,
    entering: readonly Entering[],
    custodianId: number,
    secondId: number,
    ctx: SignedInContext,
  ): void;
  /** Inside the commit; answers which title each line became. */
  enter(
    handover: TitleHandover,
    entering: readonly Entering[],
    by: { operator: Signer; second: Signer },
    ctx: SignedInContext,
  ): { slipId: number; slipNo: string; became: { lineId: number; titleId: number }[] };
}
interface Parts {
  repo: TitleHandoverRepo;
  commit: Commit;
  calendar(): Calendar;
  project(id: number): ProjectRow;
  numberOf(handover: { projectId: number; archiveNo?: string }): string;
  demandPresent(staffId: number): void;
  /** Why a certificate cannot come: it is here, or waits on another list. */
  whyNotNewCertificate(certificateNo: string): AppError | undefined;
  whyFieldsWrong(
    fields: TitleFields,
  ): { reason: string; details: Record<string, string | number | boolean> } | undefined;
  certificateKey(certificateNo: string): string;
  entry: Entry;
}

type Given = Omit<ParsedOf<typeof titleHandover.give>, 'signature'>;
type Accepted = Omit<ParsedOf<typeof titleHandover.accept>, 'signatures'>;

export type TitleHandoverService = ReturnType<typeof createTitleHandoverService>;

/** Title documents go apart from their dossier, at once: A gives, three compare and sign, then they lie in a safe. */
export function createTitleHandoverService(parts: Parts) {
  const reading = createReading(parts);
  return { ...reading, ...createGiving(parts, reading), ...createTaking(parts, reading) };
}
type Reading = ReturnType<typeof createReading>;

function createReading({ repo, numberOf }: Parts) {
  const demand = (id: number): TitleHandover => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchHandover');
    return found;
  };
  const demandOpen = (id: number): TitleHandover => {
    const its = demand(id);
    if (its.state !== 'given') throw new AppError('conflict', 'titleHandoverClosed', { no: its.no });
    return its;
  };
  const rowOf = ({ slipId: _, slipNo: __, ...its }: TitleHandover, today: Day): TitleHandoverRow => ({
    ...its,
    number: numberOf(its),
    lateDays:
      its.state === 'sentBack' || its.state === 'withdrawn'
        ? 0
        : Math.max(0, daysBetween(its.dueOn, its.closedOn ?? today)),
  });
  const show = (id: number, today: Day): TitleHandoverView => {
    const its = demand(id);
    const lines = repo.lines(id);
    return {
      ...rowOf(its, today),
      lines,
      signatures: repo.signatures(id),
      checked: lines.filter(isChecked).length,
      differences: lines.filter((line) => isChecked(line) && !agrees(line)).length,
      ...(its.slipId !== undefined && { slipId: its.slipId, slipNo: its.slipNo ?? '' }),
    };
  };
  /** What a role signs of a list as it stands. */
  const hashFor = (its: TitleHandover, role: Parameters<typeof contentHash>[1], reason = its.reason): string =>
    contentHash({ ...its, reason, lines: repo.lines(its.id) }, role);
  return {
    demandOpen,
    show,
    hashFor,
    /** Lists on which somebody has something to do. */
    waiting: (today: Day) => repo.waiting().map((its) => rowOf(its, today)),
    list: ({ projectId, which }: TitleHandoverFilter, today: Day) =>
      repo
        .list(projectId, which === 'open')
        .map((its) => rowOf(its, today))
        .filter(({ lateDays }) => which !== 'late' || lateDays > 0),
  };
}

/** A gives, and takes back what nobody has accepted. */
function createGiving(parts: Parts, { demandOpen, hashFor }: Reading) {
  const { repo, commit, calendar, project, demandPresent, whyNotNewCertificate, whyFieldsWrong, certificateKey } =
    parts;

  const readBlock = ({ text, columns }: ParsedOf<typeof titleHandover.readPaste>): TitlePasteReading => {
    const whyNotNew = (certificateNo: string) => {
      const because = whyNotNewCertificate(certificateNo);
      return because && { reason: because.reason, about: String(because.details.no ?? '') };
    };
    return readPaste(text, { certificateKey, whyNotNew }, columns);
  };

  /** Throws what is in the way; answers who gives. */
  const demandGivable = ({ projectId, obtainedOn, lines }: Given, ctx: SignedInContext): ProjectRow => {
    const its = project(projectId);
    if (obtainedOn > ctx.today)
      throw new AppError('invalid', 'movedTomorrow', { day: obtainedOn, field: 'obtainedOn' });
    const keys = new Set<string>();
    for (const [i, line] of lines.entries()) {
      const wrong = whyFieldsWrong(line);
      if (wrong) throw new AppError('invalid', wrong.reason, { ...wrong.details, line: i + 1 });
      const key = certificateKey(line.certificateNo);
      if (keys.has(key))
        throw new AppError('conflict', 'certificateTwice', { certificateNo: line.certificateNo, line: i + 1 });
      keys.add(key);
      const because = whyNotNewCertificate(line.certificateNo);
      if (because) throw because;
    }
    return its;
  };

  const give = (input: Given, signer: Signer, ctx: SignedInContext): { id: number; no: string } => {
    const { aManagerId, bManagerId } = demandGivable(input, ctx);
    if (signer.staffId !== aManagerId) throw new AppError('notAllowed', 'onlyAGivesTitles');
    demandPresent(signer.staffId);
    const { projectId, obtainedOn, lines } = input;
    return commit(ctx, 'titleHandover.give', { projectId, titles: lines.length, signer: signer.staffId }, () => {
      const year = ctx.today.slice(0, 4);
      const no = writeTitleHandoverNo(year, repo.numbersOfYear(year) + 1);
      const dueOn = dueOnFor(obtainedOn, calendar());
      const id = repo.add({ no, projectId, obtainedOn, dueOn, givenOn: ctx.today, aId: aManagerId, bId: bManagerId });
      for (const [i, line] of lines.entries())
        repo.addLine(id, i + 1, { ...line, certificateKey: certificateKey(line.certificateNo) });
      repo.sign(id, signer.staffId, 'giver', ctx.at, hashFor(demandOpen(id), 'giver'));
      return { id, no };
    });
  };

  const withdraw = (id: number, reason: string, signer: Signer, ctx: SignedInContext): void => {
    const its = demandOpen(id);
    if (signer.staffId !== its.aId) throw new AppError('notAllowed', 'onlyAGivesTitles');
    const hash = hashFor(its, 'withdrawer', reason);
    commit(
      ctx,
      'titleHandover.withdraw',
      { id, signer: signer.staffId },
      () => {
        repo.close(id, 'withdrawn', ctx.today, undefined, reason);
        repo.sign(id, signer.staffId, 'withdrawer', ctx.at, hash);
      },
      reason,
    );
  };
  return { readPaste: readBlock, demandGivable, give, withdraw };
}

/** The three compare; what agrees is taken in, what does not goes back. */
function createTaking({ repo, commit, demandPresent, entry }: Parts, { demandOpen, hashFor }: Reading) {
  const check = ({ id, found }: ParsedOf<typeof titleHandover.check>, ctx: SignedInContext): void => {
    demandOpen(id);
    const known = new Set(repo.lines(id).map((line) => line.id));
    if (found.some(({ lineId }) => !known.has(lineId))) throw new AppError('notFound', 'noSuchLine');
    commit(ctx, 'titleHandover.check', { id, lines: found.map(({ lineId }) => lineId) }, () => {
      for (const { lineId, ...its } of found) repo.check(lineId, its);
    });
  };

  /** Throws what is in the way of taking the titles in; answers the list with where each goes. */
  const demandAcceptable = ({ id, places, secondId }: Accepted, ctx: SignedInContext) => {
    const its = demandOpen(id);
    const custodianId = ctx.actor.staffId;
    if (custodianId === its.aId || custodianId === its.bId) throw new AppError('notAllowed', 'custodianIsManager');
    for (const staffId of [its.aId, its.bId, secondId]) demandPresent(staffId);
    const lines = repo.lines(id);
    const open = lines.filter((line) => !isChecked(line)).length;
    if (open > 0) throw new AppError('conflict', 'titlesNotCompared', { count: open });
    const different = lines.find((line) => !agrees(line));
    if (different) throw new AppError('conflict', 'titlesDiffer', { certificateNo: different.certificateNo });
    const entering = lines.map((line): Entering => {
      const place = places.find(({ lineId }) => lineId === line.id);
      if (line.storage === 'paper' && !place)
        throw new AppError('invalid', 'titleWithoutPlace', { certificateNo: line.certificateNo, field: 'places' });
      return { line, ...(line.storage === 'paper' && place && { compartmentId: place.compartmentId }) };
    });
    entry.demandPossible(its, entering, custodianId, secondId, ctx);
    return { its, entering, seen: hashFor(its, 'custodian') };
  };

  const accept = (input: Accepted, seen: string, by: AcceptSigners, ctx: SignedInContext) => {
    const { its, entering, seen: now } = demandAcceptable(input, ctx);
    if (now !== seen) throw new AppError('conflict', 'titlesChangedMeanwhile');
    const told = { id: its.id, titles: entering.length, custodian: by.custodian.staffId, second: by.second.staffId };
    return commit(ctx, 'titleHandover.accept', told, () => {
      for (const role of ['a', 'b', 'custodian'] as const) repo.sign(its.id, by[role].staffId, role, ctx.at, seen);
      const { became, ...slip } = entry.enter(its, entering, { operator: by.custodian, second: by.second }, ctx);
      for (const { lineId, titleId } of became) repo.becomes(lineId, titleId);
      repo.close(its.id, 'accepted', ctx.today, by.custodian.staffId);
      return slip;
    });
  };

  const sendBack = (id: number, reason: string, signer: Signer, ctx: SignedInContext): void => {
    const its = demandOpen(id);
    if (signer.staffId === its.aId || signer.staffId === its.bId)
      throw new AppError('notAllowed', 'custodianIsManager');
    const hash = hashFor(its, 'sender', reason);
    commit(
      ctx,
      'titleHandover.sendBack',
      { id, signer: signer.staffId },
      () => {
        repo.close(id, 'sentBack', ctx.today, signer.staffId, reason);
        repo.sign(id, signer.staffId, 'sender', ctx.at, hash);
      },
      reason,
    );
  };
  return { check, demandAcceptable, accept, sendBack };
}
