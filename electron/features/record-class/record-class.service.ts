import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { BusinessType } from '../../../shared/api/project.contract';
import { BUSINESS_CLASSES, type RecordClassRow, type recordClass } from '../../../shared/api/record-class.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { type NumberMaker, patternFault, writeNumber } from '../../../shared/records/number-pattern';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { NumberRepo } from './number.repo';
import { couldMeet, readerOf } from './pattern.rules';
import type { RecordClassRepo } from './record-class.repo';
import { SHIPPED_CLASSES } from './record-class.rules';

interface Parts {
  repo: RecordClassRepo;
  numbers: NumberRepo;
  commit: Commit;
  shortName(): string;
  demandRetention(id: number): { name: string; retired: boolean };
}

type Fields = ParsedOf<typeof recordClass.add>;
export type RecordClassService = ReturnType<typeof createRecordClassService>;

const yearOf = (day: Day) => Number(day.slice(0, 4));

/** Classes of records and the numbers that their dossiers are given. */
export function createRecordClassService({ repo, numbers, commit, shortName, demandRetention }: Parts) {
  const demand = (id: number) => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchClass');
    return found;
  };
  const nextNumber = (classId: number, today: Day) => {
    const its = demand(classId);
    const year = yearOf(today);
    const series = its.yearly ? year : 0;
    const seq = numbers.lastSeq(classId, series) + 1;
    return { classId, year: series, seq, text: writeNumber({ ...its, shortName: shortName(), year, seq }) };
  };
  const isToCome = (its: Pick<RecordClassRow, 'id' | 'yearly'>, read: { year?: number; seq: number }, today: Day) => {
    if (read.year !== undefined && read.year < yearOf(today)) return false;
    return read.seq > numbers.lastSeq(its.id, its.yearly ? (read.year ?? yearOf(today)) : 0);
  };
  /**
   * An acceptance must never find its number taken: a class may neither make a text that another one could make, nor one that
   * some dossier bears already under an earlier pattern or from another ledger.
   */
  const demandApart = (its: RecordClassRow, others: readonly RecordClassRow[], short: string, today: Day): void => {
    const maker: NumberMaker = { ...its, shortName: short };
    const twin = others.find((other) => other.id !== its.id && couldMeet(maker, { ...other, shortName: short }));
    if (twin) throw new AppError('conflict', 'patternMeets', { field: 'pattern', class: its.name, other: twin.name });
    const read = readerOf(maker);
    const taken = numbers.all().find(({ text }) => {
      const found = read(text);
      return found !== undefined && isToCome(its, found, today);
    });
    if (taken)
      throw new AppError('conflict', 'patternMeetsNumber', { field: 'pattern', class: its.name, number: taken.text });
  };
  const demandFields = (fields: Fields, today: Day, own?: RecordClassRow): void => {
    const all = repo.list();
    if (all.some((its) => its.name === fields.name && its.id !== own?.id))
      throw new AppError('conflict', 'classExists', { field: 'name', name: fields.name });
    const fault = patternFault(fields.pattern, fields.yearly);
    if (fault) throw new AppError('conflict', fault, { field: 'pattern' });
    const { name, retired } = demandRetention(fields.retentionId);
    if (retired && fields.retentionId !== own?.retentionId)
      throw new AppError('conflict', 'retentionRetired', { field: 'retentionId', name });
    demandApart({ retired: false, ...own, ...fields, id: own?.id ?? 0 }, all, shortName(), today);
  };
  const retire = (action: 'recordClass.retire' | 'recordClass.takeUp', id: number, ctx: SignedInContext): void => {
    const its = demand(id);
    const retired = action === 'recordClass.retire';
    if (its.retired === retired)
      throw new AppError('conflict', retired ? 'classRetired' : 'classInUse', { name: its.name });
    if (retired && BUSINESS_CLASSES.some((code) => code === its.code))
      throw new AppError('conflict', 'businessClassStays', { name: its.name });
    commit(ctx, action, { id, name: its.name }, () => repo.retire(id, retired));
  };
  return {
    list: repo.list,
    demand,
    overview: (today: Day) => {
      const dossiers = repo.dossiers();
      const classes = repo.list().map((its) => {
        const { seq, text } = nextNumber(its.id, today);
        return { ...its, nextSeq: seq, nextNumber: text, dossiers: dossiers.get(its.id) ?? 0 };
      });
      return { shortName: shortName(), year: yearOf(today), classes };
    },
    add: (input: Fields, ctx: SignedInContext) => {
      demandFields(input, ctx.today);
      return commit(ctx, 'recordClass.add', input, () => ({ id: repo.add(input) }));
    },
    revise: ({ id, ...fields }: ParsedOf<typeof recordClass.revise>, ctx: SignedInContext): void => {
      demandFields(fields, ctx.today, demand(id));
      commit(ctx, 'recordClass.revise', { id, ...fields }, () => repo.revise(id, fields));
    },
    retire: (id: number, ctx: SignedInContext) => retire('recordClass.retire', id, ctx),
    takeUp: (id: number, ctx: SignedInContext) => retire('recordClass.takeUp', id, ctx),
    /** Another short name of the company makes other numbers. */
    demandShortName: (short: string, today: Day): void => {
      const all = repo.list();
      for (const its of all) demandApart(its, all, short, today);
    },
    /** The class whose numbers to come will once be this text. */
    willMake: (text: string, today: Day): RecordClassRow | undefined =>
      repo.list().find((its) => {
        const found = readerOf({ ...its, shortName: shortName() })(text);
        return found !== undefined && isToCome(its, found, today);
      }),
    /** The class of a project's dossier. */
    ofBusiness: (type: BusinessType) => {
      const found = repo.byCode(type);
      if (!found) throw new AppError('notFound', 'noSuchClass');
      return found;
    },
    nextNumber,
    /** The number that the next acceptance will give. */
    expectedNumber: (classId: number, today: Day): string => nextNumber(classId, today).text,
    /** Gives a dossier its number; only inside a commit. */
    giveNumber: (classId: number, dossierId: number, today: Day, replacesId?: number): string => {
      const next = nextNumber(classId, today);
      numbers.give(next, dossierId, replacesId);
      return next.text;
    },
    /** The classes of a new company; runs inside the founding commit, after the terms of retention. */
    layFoundations: (retentions: readonly { id: number; code?: string }[]): void => {
      const idOf = new Map(retentions.map(({ id, code }) => [code, id]));
      for (const { retention, ...its } of SHIPPED_CLASSES) repo.add({ ...its, retentionId: idOf.get(retention) ?? 0 });
    },
  };
}
