import { z } from 'zod';
import { COMPLAINT_READS } from './complaint.contract';
import { command, query } from './contract';
import { day, id, prose, requiredLine, secret } from './fields';

/** `lapsed`: the limit was over before anybody had decided. */
export type CaseExtensionState = 'waiting' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';

/** A request to put a limit of a complaint off. */
export interface CaseExtensionView {
  id: number;
  complaintId: number;
  no: string;
  round: number;
  /** The limit, as the procedure calls it. */
  limit: string;
  asker: string;
  /** The limit as it stood when it was asked, and as it is to be. */
  dueOn: string;
  newDueOn: string;
  reason: string;
  askedOn: string;
  state: CaseExtensionState;
  closedOn?: string;
  /** As the approver was called when he or she signed. */
  decider?: string;
  answer: string;
  /** Calendar days that it has waited, as of today; 0 once it is decided. */
  waitingDays: number;
  /** May the person signed in grant or refuse it now? When not, the reason is an errors.json key. */
  decidable: boolean;
  notDecidableBecause?: string;
  /** May the person signed in take it back? */
  mine: boolean;
  /** Who can decide it, by name. */
  approvers: string[];
}

/** A limit that runs, for which more time may be asked. */
export interface RunningLimit {
  code: string;
  title: string;
  dueOn: string;
}

export interface ExtensionsOfCase {
  /** The latest first. */
  rows: CaseExtensionView[];
  limits: RunningLimit[];
  /** May the person signed in ask now? When not, the reason is an errors.json key. */
  askable: boolean;
  notAskableBecause?: string;
}

/** A limit of a complaint that is put off counts only once an approver has signed. */
export const caseExtension = {
  ofCase: query<ExtensionsOfCase>()({
    access: 'complaint.read',
    reads: [...COMPLAINT_READS, 'holiday', 'calendar_year'],
    input: z.strictObject({ complaintId: id }),
  }),
  /** Whoever handles the case asks. */
  ask: command<{ id: number }>()({
    access: 'complaint.read',
    input: z.strictObject({ complaintId: id, limit: requiredLine(40), newDueOn: day, reason: prose(500).min(1) }),
  }),
  /** The approver signs: from now on the new day is the limit, or the old one stays. */
  decide: command()({
    access: 'complaint.read',
    input: z.strictObject({ id, granted: z.boolean(), answer: prose(500).default(''), signature: secret }),
  }),
  /** The asker no longer needs it. */
  withdraw: command()({ access: 'complaint.read', input: z.strictObject({ id }) }),
} as const;
