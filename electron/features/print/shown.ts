import type { ClientRow } from '../../../shared/api/client.contract';
import type { DisposalView, DueFilter, DueRow } from '../../../shared/api/disposal.contract';
import type { DossierView, Place } from '../../../shared/api/dossier.contract';
import type { PlainList } from '../../../shared/api/export.contract';
import type { HandoverRow, HandoverView, LatenessRow } from '../../../shared/api/handover.contract';
import type { LedgerNames, LedgerQuestion, LedgerRow } from '../../../shared/api/ledger.contract';
import type { NoteRow } from '../../../shared/api/note.contract';
import type { NumberFault, NumberFilter, NumberRow } from '../../../shared/api/number.contract';
import type { PlaceFilter, PlaceLine } from '../../../shared/api/place.contract';
import type { Form, PlainTable, PrintedAttachment, Subject } from '../../../shared/api/print.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import type { RehearsalView } from '../../../shared/api/restore.contract';
import type { CustodyRow, OpeningFilter, OpeningRow, SafeRow } from '../../../shared/api/safe.contract';
import type { ClosingView } from '../../../shared/api/safe-closing.contract';
import type { ContactLetter, StaffHandoverView } from '../../../shared/api/staff-handover.contract';
import type { StocktakeView } from '../../../shared/api/stocktake.contract';
import type { SupplementView } from '../../../shared/api/supplement.contract';
import type { TitleFilter, TitleRow } from '../../../shared/api/title.contract';
import type { TitleHandoverView } from '../../../shared/api/title-handover.contract';
import type { SlipView, TitleRegister } from '../../../shared/api/title-move.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';
import type { BorrowingShown } from './borrowing-forms';
import type { ComplaintsShown } from './complaint-forms';
import type { LabelRepo } from './label.repo';

/** Rows of a list as it is filtered, at most `limit` of them, and how many there are in all. */
export type Listing<Asked, R> = (asked: Asked, limit: number, ctx: SignedInContext) => { rows: R[]; total: number };
type Of<F extends Form> = Extract<Subject, { form: F }>;
/** What each form is about, as its own feature shows it. */
export interface Shown {
  dossierOf(id: number, ctx: SignedInContext): DossierView;
  handoverOf(id: number, ctx: SignedInContext): HandoverView;
  titleHandoverOf(id: number, today: Day): TitleHandoverView;
  disposalOf(id: number, ctx: SignedInContext): DisposalView;
  supplementOf(id: number, ctx: SignedInContext): SupplementView;
  stocktakeOf(id: number): StocktakeView;
  borrowings: BorrowingShown;
  complaints: ComplaintsShown;
  rehearsalOf(id: number): RehearsalView;
  latenessOf(year: number, today: Day): LatenessRow[];
  staffHandovers: {
    show(id: number, ctx: SignedInContext): StaffHandoverView;
    letters(id: number, ctx: SignedInContext): ContactLetter[];
  };
  safes: {
    one(id: number): SafeRow;
    custody(safeId: number): CustodyRow[];
    closing(id: number): ClosingView;
    openings(asked: OpeningFilter): { rows: OpeningRow[]; total: number };
  };
  attachmentOf(id: number, ctx: SignedInContext): PrintedAttachment;
  notesOf(dossierId: number): NoteRow[];
  ledgerOf: Listing<LedgerQuestion, LedgerRow>;
  ledgerRowOf(dossierId: number, ctx: SignedInContext): LedgerRow | undefined;
  handoversOf: Listing<Of<'handover-register'>['asked'], HandoverRow>;
  clientsOf: Listing<string, ClientRow>;
  projectsOf: Listing<number | undefined, ProjectRow>;
  /** A list without a form of its own, for who may take it along. */
  plainOf(asked: PlainList, limit: number, ctx: SignedInContext): PlainTable & { total: number };
  staffNameOf(id: number): string | undefined;
  /** Name and version of a checklist. */
  checklistNameOf(id: number): string;
  numbersOf: Listing<NumberFilter, NumberRow>;
  /** Its gaps and doubtful numbers. */
  numberFaultsOf(classId: number, year: number): NumberFault[];
  placesOf: Listing<PlaceFilter, PlaceLine>;
  dueOf: Listing<DueFilter, DueRow>;
  classNameOf(classId: number): string;
  namesOf(filter: LedgerQuestion['filter']): LedgerNames;
  clientNameOf(clientId: number): string;
  placeOf(placeId: number): Place | undefined;
  labels: LabelRepo;
  titles: {
    slip(id: number, today: string): SlipView;
    register(asked: Of<'title-register'>['asked']): TitleRegister;
    list: Listing<TitleFilter, TitleRow>;
    /** Safe and compartment that a list was narrowed to, in words. */
    placeOf(filter: TitleFilter): string | undefined;
  };
}
