import { AppError } from '../../../shared/api/errors';
import type { BusinessType } from '../../../shared/api/project.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { RecordClassRepo } from './record-class.repo';
import { SHIPPED_CLASSES, writeNumber } from './record-class.rules';

interface Parts {
  repo: RecordClassRepo;
  shortName(): string;
}

export type RecordClassService = ReturnType<typeof createRecordClassService>;

/** Classes of records and the numbers that their dossiers are given. */
export function createRecordClassService({ repo, shortName }: Parts) {
  const demand = (id: number) => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchClass');
    return found;
  };
  const nextNumber = (classId: number, today: Day) => {
    const { pattern, word, yearly } = demand(classId);
    const year = Number(today.slice(0, 4));
    const series = yearly ? year : 0;
    const seq = repo.lastSeq(classId, series) + 1;
    return { classId, year: series, seq, text: writeNumber({ pattern, shortName: shortName(), word, year, seq }) };
  };
  return {
    list: repo.list,
    demand,
    /** The class of a project's dossier. */
    ofBusiness: (type: BusinessType) => {
      const found = repo.byCode(type);
      if (!found) throw new AppError('notFound', 'noSuchClass');
      return found;
    },
    /** The number that the next acceptance will give. */
    expectedNumber: (classId: number, today: Day): string => nextNumber(classId, today).text,
    /** Gives a dossier its number; only inside a commit. */
    giveNumber: (classId: number, dossierId: number, today: Day): string => {
      const next = nextNumber(classId, today);
      repo.give(next, dossierId);
      return next.text;
    },
    /** The classes of a new company; runs inside the founding commit, after the terms of retention. */
    layFoundations: (retentions: readonly { id: number; code?: string }[]): void => {
      const idOf = new Map(retentions.map(({ id, code }) => [code, id]));
      for (const { retention, ...its } of SHIPPED_CLASSES) repo.add({ ...its, retentionId: idOf.get(retention) ?? 0 });
    },
  };
}
