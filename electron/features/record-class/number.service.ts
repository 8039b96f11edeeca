import type { ParsedOf } from '../../../shared/api/contract';
import type { DossierState } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { NumberSeries, number } from '../../../shared/api/number.contract';
import { BUSINESS_CLASSES } from '../../../shared/api/record-class.contract';
import { writeNumber } from '../../../shared/records/number-pattern';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import type { NumberRepo } from './number.repo';
import type { RecordClassService } from './record-class.service';
import { faultsIn, voidHash } from './register.rules';

/** What a number needs to know of the dossier that bears it. */
export interface NumberedDossier {
  id: number;
  classId: number;
  projectId?: number;
  state: DossierState;
  origin: 'opened' | 'imported';
}

interface Parts {
  repo: NumberRepo;
  classes: RecordClassService;
  commit: Commit;
  shortName(): string;
  demandDossier(id: number): NumberedDossier;
  demandPresent(staffId: number): void;
  /** Writes the new number on the dossier and its contracts; only inside a commit. */
  renumber(dossierId: number, archiveNo: string, classId: number): void;
}

export type NumberService = ReturnType<typeof createNumberService>;

/** The register of archive numbers: unique, without gaps, never reused; a void one stays visible (SPEC, section 3). */
export function createNumberService(parts: Parts) {
  const { repo, classes, commit, shortName, demandDossier, demandPresent, renumber } = parts;
  const faults = (classId: number, year: number) =>
    faultsIn(repo.inSeries(classId, year), { ...classes.demand(classId), shortName: shortName() }, year);

  const series = (): NumberSeries[] => {
    const short = shortName();
    return repo.series().map(({ first, last, counted, ...row }) => {
      const its = classes.demand(row.classId);
      const write = (seq: number) =>
        repo.textOf(row.classId, row.year, seq) ?? writeNumber({ ...its, shortName: short, year: row.year, seq });
      return {
        ...row,
        className: its.name,
        missing: last === null ? 0 : last - counted,
        doubtful: row.given + row.imported - counted,
        ...(first !== null && { first: write(first) }),
        ...(last !== null && { last: write(last) }),
      };
    });
  };

  /** The class that a number is taken from. */
  const demandClass = (classId: number) => {
    const its = classes.demand(classId);
    if (its.retired) throw new AppError('conflict', 'classRetired', { field: 'classId', name: its.name });
    return its;
  };

  const declareVoid = (
    input: Omit<ParsedOf<typeof number.void>, 'signature'>,
    signer: Signer,
    ctx: SignedInContext,
  ): { text: string } => {
    const { classId, text, reason } = input;
    demandClass(classId);
    demandPresent(signer.staffId);
    return commit(
      ctx,
      'number.void',
      { classId, signer: signer.staffId },
      () => {
        const next = classes.nextNumber(classId, ctx.today);
        demandSeen(text, next.text);
        const hash = voidHash({ text: next.text, reason, signedBy: signer.staffId });
        repo.giveVoid(next, { on: ctx.today, by: signer.staffId, reason, hash });
        return { text: next.text };
      },
      reason,
    );
  };

  const demandReplaceable = (dossierId: number, classId: number) => {
    const dossier = demandDossier(dossierId);
    const its = demandClass(classId);
    if (dossier.state !== 'received') throw new AppError('conflict', 'renumberNotOnShelf');
    if (dossier.classId === classId)
      throw new AppError('conflict', 'numberInThisClass', { field: 'classId', name: its.name });
    const isBusiness = BUSINESS_CLASSES.some((code) => code === its.code);
    if (isBusiness && dossier.projectId === undefined && dossier.origin === 'opened')
      throw new AppError('conflict', 'classNeedsProject', { field: 'classId', name: its.name });
    const old = repo.ofDossier(dossierId);
    if (!old) throw new AppError('notFound', 'noSuchNumber');
    return old;
  };

  const replace = (
    input: Omit<ParsedOf<typeof number.replace>, 'signature'>,
    signer: Signer,
    ctx: SignedInContext,
  ): { archiveNo: string } => {
    const { dossierId, classId, reason } = input;
    const old = demandReplaceable(dossierId, classId);
    demandPresent(signer.staffId);
    return commit(
      ctx,
      'number.replace',
      { dossierId, classId, signer: signer.staffId },
      () => {
        const replacedBy = classes.nextNumber(classId, ctx.today).text;
        demandSeen(input.archiveNo, replacedBy);
        const hash = voidHash({ text: old.text, dossierId, reason, replacedBy, signedBy: signer.staffId });
        repo.declareVoid(old.id, { on: ctx.today, by: signer.staffId, reason, hash });
        const archiveNo = classes.giveNumber(classId, dossierId, ctx.today, old.id);
        renumber(dossierId, archiveNo, classId);
        return { archiveNo };
      },
      reason,
    );
  };

  return {
    series,
    list: repo.page,
    show: (id: number) => {
      const found = repo.show(id);
      if (!found) throw new AppError('notFound', 'noSuchNumber');
      return found;
    },
    faults,
    demandReplaceable,
    declareVoid,
    replace,
  };
}

/** Nobody signs for another number than he or she has seen: one may have been given meanwhile. */
function demandSeen(seen: string, next: string): void {
  if (seen !== next) throw new AppError('conflict', 'numberGivenMeanwhile', { number: next });
}
