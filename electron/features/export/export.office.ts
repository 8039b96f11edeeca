import type { BackupRow } from '../../../shared/api/backup.contract';
import type { BorrowingTerm } from '../../../shared/api/borrowing-slip.contract';
import type { CalendarYear, SpecialDay } from '../../../shared/api/calendar.contract';
import type { ChecklistEntry, ChecklistRow, ChecklistView } from '../../../shared/api/checklist.contract';
import type { ImportRow } from '../../../shared/api/import.contract';
import type { RecordClassOverview } from '../../../shared/api/record-class.contract';
import type { RetentionRow } from '../../../shared/api/retention.contract';
import { weekday } from '../../../shared/calendar/working-days';
import { type ListColumn, named, own } from './export.columns';

/** A class with its retention in words. */
type ClassLine = RecordClassOverview & { retention: string };
type TermLine = RetentionRow & { dossiers: number; classes: number };

/** What the office works by: its classes, terms and checklists, its calendar, and what was imported and backed up. */
export interface OfficeSources {
  classes(today: string): RecordClassOverview[];
  retentions(): TermLine[];
  checklists(): ChecklistRow[];
  checklist(id: number): ChecklistView;
  year(year: number): CalendarYear;
  borrowingTerms(): BorrowingTerm[];
  imports(): ImportRow[];
  backups: { ids(): readonly number[]; byId(id: number): BackupRow | undefined };
}

const inUse: ListColumn<{ retired: boolean }> = {
  name: 'state',
  kind: 'text',
  width: 10,
  of: ({ retired }, say) => say(`value--use.${retired ? 'retired' : 'inUse'}`),
};

export const classLines = (classes: readonly RecordClassOverview[], terms: readonly RetentionRow[]): ClassLine[] =>
  classes.map((its) => ({ ...its, retention: terms.find(({ id }) => id === its.retentionId)?.name ?? '' }));

export const CLASSES: readonly ListColumn<ClassLine>[] = [
  { name: 'className', kind: 'text', width: 20, of: ({ name }) => name },
  { name: 'classWord', kind: 'text', width: 10, of: ({ word }) => word },
  { name: 'pattern', kind: 'text', width: 30, of: ({ pattern }) => pattern },
  own('nextNumber', 'text', 24),
  {
    name: 'numbering',
    kind: 'text',
    width: 14,
    of: ({ yearly }, say) => say(`value--numbering.${yearly ? 'yearly' : 'running'}`),
  },
  own('retention', 'text', 12),
  { name: 'dossiersIn', kind: 'number', width: 10, of: ({ dossiers }) => dossiers },
  inUse,
];

export const TERMS: readonly ListColumn<TermLine>[] = [
  { name: 'retention', kind: 'text', width: 14, of: ({ name }) => name },
  {
    name: 'keptYears',
    kind: 'text',
    width: 12,
    of: ({ years }, say) => (years === undefined ? say('value--term.forEver') : String(years)),
  },
  own('basis', 'text', 40),
  { name: 'dossiersIn', kind: 'number', width: 10, of: ({ dossiers }) => dossiers },
  { name: 'classesOf', kind: 'number', width: 10, of: ({ classes }) => classes },
  inUse,
];

export const CHECKLISTS: readonly ListColumn<ChecklistRow>[] = [
  { name: 'checklistName', kind: 'text', width: 28, of: ({ name }) => name },
  named('recordClass', 'record_class', 14),
  own('entries', 'number', 8),
  own('required', 'number', 8),
  own('version', 'number', 8),
  own('madeOn', 'day', 12),
  { name: 'madeBy', kind: 'text', width: 12, of: ({ madeBy }, say) => madeBy ?? say('mark--program') },
  { name: 'dossiersIn', kind: 'number', width: 10, of: ({ dossiers }) => dossiers },
];

export const CHECKLIST_ENTRIES: readonly ListColumn<ChecklistEntry>[] = [
  named('part', 'part', 22),
  { name: 'paper', kind: 'text', width: 60, of: ({ title }) => title },
  {
    name: 'needed',
    kind: 'text',
    width: 12,
    of: ({ required }, say) => say(`value--needed.${required ? 'required' : 'optional'}`),
  },
];

export const SPECIAL_DAYS: readonly ListColumn<SpecialDay>[] = [
  own('day', 'day', 14),
  { name: 'weekday', kind: 'text', width: 10, of: ({ day }, say) => say(`value--weekday.${weekday(day)}`) },
  named('kind', 'day_kind', 16),
  { name: 'dayName', kind: 'text', width: 30, of: ({ name }) => name },
];

export const BORROWING_TERMS: readonly ListColumn<BorrowingTerm>[] = [
  { name: 'className', kind: 'text', width: 24, of: ({ className }, say) => className ?? say('value--term.anyClass') },
  {
    name: 'positions',
    kind: 'text',
    width: 24,
    of: ({ position }, say) => say(position ? `position--${position}` : 'value--term.anyPosition'),
  },
  own('days', 'number', 10),
];

export const IMPORTS: readonly ListColumn<ImportRow>[] = [
  own('fileName', 'text', 32),
  own('importedOn', 'day', 12),
  own('importedBy', 'text', 12),
  { name: 'dossiersIn', kind: 'number', width: 10, of: ({ dossiers }) => dossiers },
  { name: 'newProjects', kind: 'number', width: 10, of: ({ projects }) => projects },
  { name: 'newClients', kind: 'number', width: 10, of: ({ clients }) => clients },
  { name: 'newPeople', kind: 'number', width: 10, of: ({ people }) => people },
  { name: 'newPlaces', kind: 'number', width: 10, of: ({ places }) => places },
  own('undoneOn', 'day', 12),
  own('undoneBy', 'text', 12),
  own('undoReason', 'text', 24),
  own('sha256', 'text', 24),
];

export const BACKUPS: readonly ListColumn<BackupRow>[] = [
  own('madeAt', 'moment', 16),
  { name: 'madeBy', kind: 'text', width: 12, of: ({ madeBy }, say) => madeBy ?? say('mark--program') },
  own('place', 'text', 30),
  { name: 'bagName', kind: 'text', width: 30, of: ({ name }) => name },
  { name: 'journalSeq', kind: 'number', width: 10, of: ({ seq }) => seq },
  own('bytes', 'number', 14),
  own('verifiedAt', 'moment', 16),
  { name: 'verifiedBy', kind: 'text', width: 12, of: ({ verifiedBy }, say) => verifiedBy ?? say('mark--program') },
  own('faultyAt', 'moment', 16),
  own('removedAt', 'moment', 16),
];
