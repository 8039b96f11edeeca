import { AppError } from '../../../shared/api/errors';
import type { ImportCheck, ImportPlan, OpenedFile } from '../../../shared/api/import.contract';
import type { RecordClassRow } from '../../../shared/api/record-class.contract';
import type { RetentionRow } from '../../../shared/api/retention.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import { type Checked, checkRows, countFaults, createChecker, pageOf } from './check.rules';
import { createEarlyCheck } from './early-check';
import type { ImportRepo } from './import.repo';
import { createImportWriter, keyOf } from './import-writer';
import type { Known } from './imported-dossier';
import { describe, type FileRows, headingsHash } from './opened-file';

interface Parts {
  repo: ImportRepo;
  commit: Commit;
  classes(): readonly RecordClassRow[];
  retentions(): readonly RetentionRow[];
  keepUntil: Known['keepUntil'];
  shortName(): string;
}

export type ImportService = ReturnType<typeof createImportService>;

/** A step of writing so many rows pauses for whoever waits: a few milliseconds. */
const ROWS_AT_ONCE = 64;

export function createImportService({ repo, commit, classes, retentions, keepUntil, shortName }: Parts) {
  const knownNow = (): Known => {
    const staff = repo.staff();
    const byName = new Map<string, number[]>();
    for (const { id, name } of staff) byName.set(name, [...(byName.get(name) ?? []), id]);
    const active = new Set(staff.filter((its) => its.active === 1).map(({ id }) => id));
    const places = new Set(repo.places().map(keyOf));
    return {
      shortName: shortName(),
      classes: classes(),
      terms: retentions(),
      keepUntil,
      people: (name) => byName.get(name) ?? [],
      isActive: (id) => active.has(id),
      hasPlace: (place) => places.has(keyOf(place)),
      hasArchiveNo: repo.hasArchiveNo,
      hasContractNo: repo.hasContractNo,
    };
  };
  const sheetOf = (file: FileRows, plan: ImportPlan) => {
    const sheet = file.sheets[plan.sheet];
    if (!sheet) throw new AppError('notFound', 'importNoSheet');
    return sheet.rows;
  };
  const demandPeople = (plan: ImportPlan): void => {
    const ids = new Set(repo.staff().map(({ id }) => id));
    if (plan.people.some(({ is }) => typeof is === 'number' && !ids.has(is)))
      throw new AppError('notFound', 'noSuchStaff');
  };
  const checkerOf = (plan: ImportPlan) => createChecker(plan, knownNow(), (name) => repo.clientId(name) !== undefined);
  return {
    checkEarly: () => createEarlyCheck(repo.mapping, checkerOf),
    describe: (file: FileRows): OpenedFile => describe(file, repo.mapping, repo.importedOn(file.read.sha256)),
    list: repo.list,
    noteRead: (file: FileRows, ctx: SignedInContext): void => {
      const { sha256, bytes, sheets } = file.read;
      const rows = sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
      commit(ctx, 'import.read', { fileName: file.name, sha256, bytes, rows }, () => undefined);
    },
    noteCancel: (ctx: SignedInContext): void => commit(ctx, 'import.cancel', {}, () => undefined),
    /** Reads every row; whoever drives it lets others by. */
    check: (file: FileRows, plan: ImportPlan): Generator<number, Checked> => {
      demandPeople(plan);
      return checkRows(sheetOf(file, plan), checkerOf(plan));
    },
    /** What is shown of a check. */
    show: (checked: Checked, file: FileRows, plan: ImportPlan, asked: Parameters<typeof pageOf>[3]): ImportCheck => {
      const staff = repo.staff();
      const { rows, ready, faulty, makes } = checked;
      const decided = new Map(plan.people.map(({ name, is }) => [name, is]));
      const names = [...checked.names].map(([name, count]) => {
        const is = decided.get(name);
        const same = staff
          .filter((its) => its.name === name)
          .map(({ id, department }) => ({ staffId: id, name, department }));
        return { name, rows: count, same, ...(is !== undefined && { is }) };
      });
      const page = pageOf(checked, sheetOf(file, plan), plan, asked);
      return { rows, ready: ready.length, faulty: faulty.length, faults: countFaults(checked), ...page, names, makes };
    },
    /** Every row in the way, with the headings of its file. */
    faults: (checked: Checked, file: FileRows, plan: ImportPlan) => {
      const { shown } = pageOf(checked, sheetOf(file, plan), plan, { offset: 0, limit: checked.faulty.length });
      const head = file.sheets[plan.sheet]?.head.find(({ row }) => row === plan.headingRow)?.cells ?? [];
      const width = Math.max(head.length, plan.columns.length);
      return { headings: Array.from({ length: width }, (_, i) => head[i] ?? ''), rows: shown };
    },
    /** What the event remembers: the rows themselves stand in its changes. */
    remember: (file: FileRows, plan: ImportPlan, { ready, makes }: Checked) => {
      const { mended, leftOut, people, ...how } = plan;
      const counts = { dossiers: ready.length, ...makes, mended: mended.length, leftOut: leftOut.length };
      return { fileName: file.name, sha256: file.read.sha256, counts, ...how, people };
    },
    /** Only a file in which nothing is wrong can be written. */
    demandSound: ({ rows, faulty }: Checked): void => {
      if (rows === 0) throw new AppError('conflict', 'importNothing');
      if (faulty.length > 0) throw new AppError('conflict', 'importHasFaults', { rows: faulty.length });
    },
    /** Writes row after row what was checked since the last event; runs inside one commit. */
    write: function* (
      file: FileRows,
      plan: ImportPlan,
      { ready, makes }: Checked,
      ctx: SignedInContext,
    ): Generator<number, number> {
      const writer = createImportWriter(repo, knownNow().isActive, ctx);
      for (let done = 0; done < ready.length; done += ROWS_AT_ONCE) {
        writer.write(ready.slice(done, done + ROWS_AT_ONCE));
        yield done / ready.length;
      }
      const headings = file.sheets[plan.sheet]?.head.find(({ row }) => row === plan.headingRow)?.cells;
      if (headings?.length === plan.columns.length) repo.keepMapping(headingsHash(headings), plan);
      const { projects, clients, people, places } = makes;
      return repo.addBatch({
        ...{ fileName: file.name, sha256: file.read.sha256, dossiers: ready.length, projects, clients, people, places },
        ...{ importedOn: ctx.today, importedBy: ctx.actor.staffId },
      });
    },
  };
}
