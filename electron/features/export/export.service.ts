import type { ParsedOf, Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { ExportName, exporting, PlainList } from '../../../shared/api/export.contract';
import type { FaultyRow } from '../../../shared/api/import.contract';
import { type PlainTable, WORD, WORD_END } from '../../../shared/api/print.contract';
import { number } from '../../../shared/dossier/pagination';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { DemandSearchable } from '../../search/standing';
import type { Column, Row } from '../../spreadsheet/table';
import { XLSX_ROWS } from '../../spreadsheet/xlsx';
import { BORROWINGS, LENT, RECALLS, STATISTICS } from './export.borrowing';
import {
  CLIENTS,
  EXTENSIONS,
  HANDOVERS,
  LATENESS,
  LEDGER,
  type ListColumn,
  NUMBERS,
  PLACES,
  PROJECTS,
  STAFF,
  STAFF_HANDOVERS,
  STEPS,
  SUPPLEMENTS,
  VOLUME,
} from './export.columns';
import { COMPLAINT_STATISTICS, COMPLAINTS, COUNTED } from './export.complaints';
import { DISPOSAL_LINES, DISPOSALS, DUE } from './export.disposal';
import { EVENTS } from './export.events';
import { type LimitOr, withLimitNotes } from './export.limits';
import { NEEDS } from './export.needs';
import {
  BACKUPS,
  BORROWING_TERMS,
  CHECKLIST_ENTRIES,
  CHECKLISTS,
  CLASSES,
  classLines,
  IMPORTS,
  SPECIAL_DAYS,
  TERMS,
} from './export.office';
import { COMPENSATIONS, PENALTIES } from './export.penalties';
import { fileNameOf } from './export.rules';
import { CLOSINGS, CONTENTS, CUSTODY, linesOf, OPENINGS } from './export.safes';
import type { List, Source, Sources } from './export.sources';
import { STOCKTAKE_LINES, STOCKTAKES } from './export.stocktakes';
import { TITLE_HANDOVER_LINES, TITLE_HANDOVERS } from './export.title-handovers';
import { REGISTER, SLIPS, TITLES } from './export.titles';
import type { Say } from './say';

type Input = ParsedOf<typeof exporting.save>;

/** A list ready to be written: its rows are read when they are asked for, and may be gone by then. */
export interface Opened {
  name: string;
  columns: readonly Column[];
  count: number;
  rows(from: number, to: number): Row[];
}

interface Parts {
  sources: Sources;
  /** Until the end of which year the days off are known. */
  knownUntilYear(): number;
  allows(staffId: number, permission: Permission): boolean;
  commit: Commit;
  demandSearchable: DemandSearchable;
}

type Listed = Omit<Opened, 'columns'> & { columns: readonly LimitOr<Column>[] };

export type ExportService = ReturnType<typeof createExportService>;

export function createExportService({ sources, knownUntilYear, allows, commit, demandSearchable }: Parts) {
  const missing = (list: ExportName, ctx: SignedInContext): Permission | undefined =>
    NEEDS[list].find((needed) => !allows(ctx.actor.staffId, needed));
  const demandReader = ({ list }: Input, ctx: SignedInContext): void => {
    const permission = missing(list.name, ctx);
    if (permission === undefined) return;
    commit(ctx, 'permission.refused', { method: 'export.save', list: list.name }, () => undefined);
    throw new AppError('notAllowed', 'notAllowed', { permission });
  };
  const open = ({ list, words }: Input, ctx: SignedInContext): Opened => {
    demandSearchable(list);
    const say: Say = (key) => (Object.hasOwn(words, key) && words[key]) || key;
    const listed = openList(sources, list, say, ctx);
    return { ...listed, ...withLimitNotes(listed, say, { knownUntilYear: knownUntilYear() }) };
  };
  return {
    open,
    /** For paper: at most so many rows, and how many there are; the paper has its own words. */
    printed: (list: PlainList, limit: number, ctx: SignedInContext): PlainTable & { total: number } => {
      const permission = missing(list.name, ctx);
      if (permission !== undefined) throw new AppError('notAllowed', 'notAllowed', { permission });
      const { columns, rows, count } = openList(sources, list, (key) => `${WORD}${key}${WORD_END}`, ctx);
      return { columns, rows: rows(0, limit), total: count };
    },
    /** A name to offer for the file; fails for who may not read the list. */
    fileName: (input: Input, ctx: SignedInContext): string => {
      demandReader(input, ctx);
      const { list, words } = input;
      demandSearchable(list);
      const subject = list.name === 'volume' ? sources.dossierOf(list.dossierId, ctx) : undefined;
      const about = subject ? [subject.archiveNo, subject.title] : [];
      return fileNameOf([words[`sheet--${list.name}`] ?? list.name, ...about, ctx.today], input.format);
    },
    /** Notes that the list leaves the program, before its first row does. */
    note: (input: Input, opened: Opened, fileName: string, ctx: SignedInContext): void => {
      demandReader(input, ctx);
      if (input.format === 'xlsx' && opened.count > XLSX_ROWS)
        throw new AppError('conflict', 'tooManyRowsForXlsx', { count: opened.count, most: XLSX_ROWS });
      const { name, ...filter } = input.list;
      const told = { list: name, filter, format: input.format, rows: opened.count, fileName };
      commit(ctx, 'export.save', told, () => undefined);
    },
    noteCancel: (ctx: SignedInContext): void => commit(ctx, 'export.cancel', {}, () => undefined),
  };
}

function openList(sources: Sources, list: List, say: Say, ctx: SignedInContext): Listed {
  const { today } = ctx;
  const long = <A, R>(source: Source<A, R>, asked: A, columns: readonly ListColumn<R>[]) =>
    opened(list.name, columns, say, source.ids(asked, today), (id) => source.byId(id, today));
  const short = <R>(rows: readonly R[], columns: readonly ListColumn<R>[]) =>
    opened(list.name, columns, say, [...rows.keys()], (index) => rows[index]);
  switch (list.name) {
    case 'ledger':
      return long(sources.ledger, list, LEDGER);
    case 'handovers':
      return long(sources.handovers, list, HANDOVERS);
    case 'titleHandovers':
      return short(sources.titleHandovers.list(list, today), TITLE_HANDOVERS);
    case 'titleHandover':
      return short(sources.titleHandovers.show(list.id, today).lines, TITLE_HANDOVER_LINES);
    case 'extensions':
      return long(sources.extensions, list.which, EXTENSIONS);
    case 'supplements':
      return long(sources.supplements, list, SUPPLEMENTS);
    case 'steps':
      return short(sources.steps(list, today), STEPS);
    case 'lateness':
      return short(sources.lateness(list.year, today), LATENESS);
    case 'clients':
      return long(sources.clients, list.text, CLIENTS);
    case 'projects':
      return long(sources.projects, list.clientId, PROJECTS);
    case 'numbers':
      return long(sources.numbers, list, NUMBERS);
    case 'places':
      return long(sources.places, list, PLACES);
    case 'audit':
      return long(sources.audit, list, EVENTS);
    case 'staff':
      return short(sources.staff(), STAFF);
    case 'contents':
      return short(linesOf(sources.safes.contents(list, today).compartments), CONTENTS);
    case 'custody':
      return short(sources.safes.custody(list.safeId), CUSTODY);
    case 'openings':
      return long({ ids: sources.safes.openingIds, byId: sources.safes.opening }, list, OPENINGS);
    case 'closings':
      return short(sources.safes.closings(list), CLOSINGS);
    case 'due':
      return long({ ids: sources.disposal.dueIds, byId: sources.disposal.dueOne }, list, DUE);
    case 'disposals':
      return long({ ids: sources.disposal.ids, byId: sources.disposal.row }, list, DISPOSALS);
    case 'disposal':
      return short(sources.disposal.show(list.id, ctx).lines, DISPOSAL_LINES);
    case 'stocktakes':
      return short(sources.stocktakes.list(false), STOCKTAKES);
    case 'stocktake':
      return short(sources.stocktakes.show(list.id).lines, STOCKTAKE_LINES);
    case 'titles': {
      const { listing } = sources.titles;
      return long({ ids: listing.ids, byId: (id) => listing.byIds([id])[0] }, list, TITLES);
    }
    case 'slips':
      return long({ ids: sources.titles.slipIds, byId: sources.titles.slipRow }, list, SLIPS);
    case 'titleRegister':
      return short(sources.titles.registerLines(list), REGISTER);
    case 'staffHandovers':
      return short(sources.staffHandovers(list, ctx), STAFF_HANDOVERS);
    case 'borrowings':
      return long({ ids: () => sources.borrowings.ids(list, ctx), byId: sources.borrowings.row }, list, BORROWINGS);
    case 'complaints':
      return short(sources.complaints.chosen(list, ctx), COMPLAINTS);
    case 'penalties':
      return short(sources.complaints.penalties.chosen(list, ctx), PENALTIES);
    case 'compensations':
      return short(sources.complaints.penalties.paid(list), COMPENSATIONS);
    case 'countedComplaints':
      return short(sources.complaints.book.countedNow(list, ctx), COUNTED);
    case 'complaintStatistics':
      return short(sources.complaints.book.rowsBy(list.by, list, ctx), COMPLAINT_STATISTICS);
    case 'lent':
      return short(sources.borrowings.book.lent(list, today), LENT);
    case 'recalls':
      return short(sources.borrowings.book.recalls(list.borrowerId, ctx), RECALLS);
    case 'borrowingStatistics':
      return short(sources.borrowings.book.statisticsBy(list.by, list, today), STATISTICS);
    case 'importFaults':
      return faultyRows(sources.importFaults(ctx), say);
    case 'recordClasses': {
      const { classes, retentions } = sources.office;
      return short(classLines(classes(today), retentions()), CLASSES);
    }
    case 'retentions':
      return short(sources.office.retentions(), TERMS);
    case 'checklists':
      return short(sources.office.checklists(), CHECKLISTS);
    case 'checklist':
      return short(sources.office.checklist(list.id).entries, CHECKLIST_ENTRIES);
    case 'specialDays':
      return short(sources.office.year(list.year).days, SPECIAL_DAYS);
    case 'borrowingTerms':
      return short(sources.office.borrowingTerms(), BORROWING_TERMS);
    case 'imports':
      return short(sources.office.imports(), IMPORTS);
    case 'backups':
      return long(sources.office.backups, list, BACKUPS);
    case 'volume': {
      const { items } = sources.dossierOf(list.dossierId, ctx);
      const lines = number(items).map(({ item, no, pageFrom, pageTo }) => ({ ...item, no, pageFrom, pageTo }));
      return short(lines, VOLUME);
    }
  }
}

/** The rows as they stand in the file, with what is wrong before them: mended there, the file is read again. */
function faultyRows({ headings, rows }: ReturnType<Sources['importFaults']>, say: Say): Opened {
  const own: Column[] = [
    { heading: say('heading--rowNo'), kind: 'number', width: 8 },
    { heading: say('heading--faults'), kind: 'text', width: 40 },
  ];
  const wrong = ({ faults }: FaultyRow) =>
    faults
      .map(({ field, fault, about }) =>
        [say(`field--${field}`), [say(`kind--${fault}`), about].filter(Boolean).join(' ')].join(say('mark--colon')),
      )
      .join(say('mark--semicolon'));
  return {
    name: say('sheet--importFaults'),
    columns: [...own, ...headings.map((heading): Column => ({ heading, kind: 'text', width: 16 }))],
    count: rows.length,
    rows: (from, to) =>
      rows.slice(from, to).map((row) => [row.row, wrong(row), ...headings.map((_, i) => row.cells[i])]),
  };
}

function opened<R>(
  name: ExportName,
  columns: readonly ListColumn<R>[],
  say: Say,
  ids: readonly number[],
  byId: (id: number) => R | undefined,
): Listed {
  const rowOf = (row: R): Row => columns.map((column) => column.of(row, say));
  return {
    name: say(`sheet--${name}`),
    columns: columns.map(({ name: its, kind, width }) => ({ heading: say(`heading--${its}`), kind, width })),
    count: ids.length,
    rows: (from, to) =>
      ids.slice(from, to).flatMap((id) => {
        const found = byId(id);
        return found === undefined ? [] : [rowOf(found)];
      }),
  };
}
