import type { WaitingBorrowing } from './borrowing-slip.contract';
import { COMPLAINT_READS, type ComplaintRow } from './complaint.contract';
import { query } from './contract';
import type { WaitingList } from './disposal.contract';
import { nothing } from './fields';
import type { OpenSafe } from './safe.contract';
import type { StaffSignRole } from './staff-handover.contract';
import type { WaitingStocktake } from './stocktake.contract';

export const DUTY_KINDS = [
  /** A has still to hand the papers to B. */
  'giveToB',
  /** B has still to check what A handed over. */
  'checkAtB',
  /** B has still to hand the papers to the archive. */
  'giveToArchive',
  /** The archivist has still to check what B handed over. */
  'checkAtArchive',
  /** An approver has still to answer a request for more time. */
  'decideExtension',
  /** Whoever is responsible has still to hand in what a supplement list demands. */
  'clearSupplement',
  /** The checker has still to confirm what was handed in. */
  'confirmSupplement',
  /** The custodian compares titles that were handed over with A and B, and takes them into the safe. */
  'acceptTitles',
  /** A and B compare their titles with the custodian and sign. */
  'signTitles',
  /** A list of titles came back: A hands them over again. */
  'giveTitlesAgain',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

export interface Duty {
  kind: DutyKind;
  /** Absent of titles whose project has no dossier yet. */
  dossierId?: number;
  handoverId?: number;
  title: string;
  /** Empty where the dossier is about nobody. */
  client: string;
  /** Of a dossier without a project. */
  byKeeper: boolean;
  /** Whose turn it is; `undefined` for every archivist. */
  staffId?: number;
  staff?: string;
  dueOn?: string;
  lateDays: number;
  workingDaysLeft?: number;
  /** The supplement list. */
  supplement?: { id: number; no: string; lines: number };
  /** The list of title documents, under the number of their project. */
  titleList?: { id: number; no: string; number: string; titles: number; pieces: number };
  /** The request that waits for an answer. */
  request?: { id: number; asker: string; newDueOn: string; waitingDays: number };
  /** Why it came back, if it did. */
  sentBackBecause?: string;
}

/** A title that expires soon, or that is out past its day. */
export interface TitleDuty {
  kind: 'expiring' | 'overdueErrand' | 'overdueLent';
  titleId: number;
  certificateNo: string;
  name: string;
  /** Archive number of its project, or its provisional one. */
  number: string;
  client: string;
  /** When it expires or was to be back; `days` until then, below 0 when it is past. */
  day: string;
  days: number;
  /** Who has it, by which slip. */
  party?: string;
  slipNo?: string;
}
export interface TitleDuties {
  /** The first of them: all for the keepers of titles, those of the own projects for A. */
  titles: TitleDuty[];
  /** Of all of them, also where only the first are named; and how many are past their day. */
  titlesTotal: number;
  titlesLate: number;
}
/** A desk shows so many; the list of titles has all. */
export const MOST_TITLE_DUTIES = 200;

/** A staff handover list that asks the person for a signature. */
export interface StaffHandoverSignature {
  id: number;
  no: string;
  /** Who hands over. */
  from: string;
  role: StaffSignRole;
  askedAt: string;
}

/** Of complaints: what somebody has to say, or to decide on. */
export interface ComplaintPaper {
  what: 'extension' | 'state' | 'decide' | 'tell';
  /** The complaint; of a penalty or a reward, that. */
  id: number;
  no: string;
  /** Who asks; or whom it is for. */
  person: string;
  /** What it is about: the limit, or what is proposed. */
  about: string;
  /** Until when the limit is to be put off. */
  newDueOn?: string;
  waitingDays: number;
}

export interface Desk extends TitleDuties {
  mine: Duty[];
  /** Lists of appraisal, destruction and transfer that wait for the person. */
  lists: WaitingList[];
  signatures: StaffHandoverSignature[];
  /** Stocktakes that wait for the person. */
  stocktakes: WaitingStocktake[];
  /** Safes that nobody has closed again, for those who keep titles. */
  openSafes: OpenSafe[];
  /** Of borrowing: to decide, to lend, to bring back, to fetch. */
  borrowings: WaitingBorrowing[];
  /** Complaints of which the next step is the person's own. */
  complaints: ComplaintRow[];
  /** Of complaints: requests that the person decides on, the oldest first. */
  complaintPapers: ComplaintPaper[];
  /** What others owe, for those who may see it: archivists and executives. */
  others: Duty[];
  /** Of all of them, also where only the first MOST_OTHERS are named; and how many of them are late. */
  othersTotal: number;
  othersLate: number;
}

/** As many as a person looks through; the ledger shows the rest. */
export const MOST_OTHERS = 200;

export const desk = {
  show: query<Desk>()({
    access: 'signedIn',
    reads: [
      ...COMPLAINT_READS,
      'penalty',
      'dossier',
      'handover',
      'extension',
      'supplement_list',
      'supplement_line',
      'title_handover',
      'title_handover_line',
      'title_slip',
      'department',
      'staff_charge',
      'credential',
      'project',
      'client',
      'staff',
      'holiday',
      'calendar_year',
      'staff_position',
      'permission',
      'disposal',
      'disposal_line',
      'safe',
      'safe_opening',
      'title',
      'title_movement',
      'title_slip',
      'stocktake',
      'stocktake_entry',
      'stocktake_line',
      ...[
        'borrowing',
        'borrowing_line',
        'borrowing_renewal',
        'borrowing_queue',
        'borrowing_recall',
        'borrowing_recall_line',
        'borrowing_recall_receipt',
        'borrowing_return',
        'borrowing_return_line',
      ],
      ...['dossier_item', 'title'],
      'staff_handover',
      'staff_handover_round',
      'staff_handover_line',
      'staff_handover_signature',
    ],
    input: nothing,
  }),
} as const;
