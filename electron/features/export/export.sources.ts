import type { z } from 'zod';
import type { EventView } from '../../../shared/api/audit.contract';
import type { BorrowingFilter } from '../../../shared/api/borrowing.contract';
import type {
  LentFilter,
  LentLine,
  RecallRow,
  StatisticsBy,
  StatisticsRow,
} from '../../../shared/api/borrowing-book.contract';
import type { BorrowingRow } from '../../../shared/api/borrowing-slip.contract';
import type { ClientRow } from '../../../shared/api/client.contract';
import type { ComplaintRow } from '../../../shared/api/complaint.contract';
import type {
  CountedComplaint,
  CountedFilter,
  TallyBy,
  TallyPeriod,
  TallyRow,
} from '../../../shared/api/complaint-book.contract';
import type {
  DisposalFilter,
  DisposalRow,
  DisposalView,
  DueFilter,
  DueRow,
} from '../../../shared/api/disposal.contract';
import type { DossierView } from '../../../shared/api/dossier.contract';
import type { ExportName, exportedList } from '../../../shared/api/export.contract';
import type { ExtensionRow } from '../../../shared/api/extension.contract';
import type { HandoverRow, LatenessRow, StepRow } from '../../../shared/api/handover.contract';
import type { FaultyRow } from '../../../shared/api/import.contract';
import type { LedgerQuestion, LedgerRow } from '../../../shared/api/ledger.contract';
import type { NumberRow } from '../../../shared/api/number.contract';
import type { CompensationRow, PenaltyRow } from '../../../shared/api/penalty.contract';
import type { StaffRow } from '../../../shared/api/people.contract';
import type { PlaceLine } from '../../../shared/api/place.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import type { CustodyRow, OpeningRow, SafeContents } from '../../../shared/api/safe.contract';
import type { ClosingRow } from '../../../shared/api/safe-closing.contract';
import type { StaffHandoverRow } from '../../../shared/api/staff-handover.contract';
import type { StocktakeRow, StocktakeView } from '../../../shared/api/stocktake.contract';
import type { SupplementRow } from '../../../shared/api/supplement.contract';
import type { TitleFilter, TitleRow } from '../../../shared/api/title.contract';
import type { TitleHandoverRow, TitleHandoverView } from '../../../shared/api/title-handover.contract';
import type { RegisterLine, SlipRow } from '../../../shared/api/title-move.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';
import type { OfficeSources } from './export.office';

export type List = z.output<typeof exportedList>;
type Of<N extends ExportName> = Extract<List, { name: N }>;

/** A list that can be long: which rows it has, in their order, and each of them. */
export interface Source<Asked, R> {
  ids(asked: Asked, today: Day): readonly number[];
  byId(id: number, today: Day): R | undefined;
}

export interface Sources {
  ledger: Source<LedgerQuestion, LedgerRow>;
  handovers: Source<Of<'handovers'>, HandoverRow>;
  titleHandovers: {
    list(asked: Of<'titleHandovers'>, today: Day): TitleHandoverRow[];
    show(id: number, today: Day): TitleHandoverView;
  };
  extensions: Source<Of<'extensions'>['which'], ExtensionRow>;
  supplements: Source<Of<'supplements'>, SupplementRow>;
  steps(asked: Of<'steps'>, today: Day): readonly StepRow[];
  lateness(year: number, today: Day): readonly LatenessRow[];
  clients: Source<string, ClientRow>;
  projects: Source<number | undefined, ProjectRow>;
  numbers: Source<Of<'numbers'>, NumberRow>;
  places: Source<Of<'places'>, PlaceLine>;
  audit: Source<Of<'audit'>, EventView>;
  dossierOf(id: number, ctx: SignedInContext): DossierView;
  staff(): StaffRow[];
  disposal: {
    dueIds(filter: DueFilter, today: Day): number[];
    dueOne(id: number, today: Day): DueRow | undefined;
    ids(filter: DisposalFilter): number[];
    row(id: number, today: Day): DisposalRow | undefined;
    show(id: number, ctx: SignedInContext): DisposalView;
  };
  /** What is in the safes, who holds their keys, when they were open, and their closed days. */
  safes: {
    contents(asked: Of<'contents'>, today: Day): SafeContents;
    custody(safeId: number): CustodyRow[];
    openingIds(asked: Of<'openings'>): number[];
    opening(id: number): OpeningRow | undefined;
    closings(asked: Of<'closings'>): ClosingRow[];
  };
  stocktakes: { list(openOnly: boolean): readonly StocktakeRow[]; show(id: number): StocktakeView };
  titles: {
    listing: { ids(filter: TitleFilter, today: Day): readonly number[]; byIds(ids: readonly number[]): TitleRow[] };
    slipIds(filter: Omit<Of<'slips'>, 'name'>): readonly number[];
    slipRow(id: number): SlipRow | undefined;
    registerLines(asked: Omit<Of<'titleRegister'>, 'name'>): readonly RegisterLine[];
  };
  staffHandovers(asked: { openOnly: boolean }, ctx: SignedInContext): StaffHandoverRow[];
  borrowings: {
    ids(filter: BorrowingFilter, ctx: SignedInContext): readonly number[];
    row(id: number, today: Day): BorrowingRow | undefined;
    book: {
      lent(filter: LentFilter, today: Day): readonly LentLine[];
      recalls(borrowerId: number | undefined, ctx: SignedInContext): readonly RecallRow[];
      statisticsBy(by: StatisticsBy, period: { from: Day; to: Day }, today: Day): readonly StatisticsRow[];
    };
  };
  /** Those that the person may read, as they are filtered. */
  complaints: {
    chosen(filter: Of<'complaints'>, ctx: SignedInContext): readonly ComplaintRow[];
    penalties: {
      chosen(filter: Of<'penalties'>, ctx: SignedInContext): readonly PenaltyRow[];
      paid(filter: Of<'compensations'>): readonly CompensationRow[];
    };
    book: {
      countedNow(filter: CountedFilter, ctx: SignedInContext): readonly CountedComplaint[];
      rowsBy(by: TallyBy, period: TallyPeriod, ctx: SignedInContext): readonly TallyRow[];
    };
  };
  office: OfficeSources;
  importFaults(ctx: SignedInContext): { headings: readonly string[]; rows: readonly FaultyRow[] };
}
