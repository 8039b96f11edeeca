import { z } from 'zod';
import { command, query } from './contract';
import { day, id, prose, secret } from './fields';
import type { HandoverKind } from './handover.contract';

/** `lapsed`: the papers went on before anybody had decided. */
export const EXTENSION_STATES = ['waiting', 'granted', 'refused', 'withdrawn', 'lapsed'] as const;
export type ExtensionState = (typeof EXTENSION_STATES)[number];

/** A request to put the limit of a handover off. */
export interface ExtensionRow {
  id: number;
  dossierId: number;
  dossier: string;
  client?: string;
  /** Which handover is to have more time. */
  step: HandoverKind;
  askerId: number;
  asker: string;
  department: string;
  /** The limit as it stood when it was asked, and as it is to be. */
  dueOn: string;
  newDueOn: string;
  reason: string;
  askedOn: string;
  state: ExtensionState;
  closedOn?: string;
  /** As the approver was called when he or she signed. */
  decider?: string;
  decidedAt?: string;
  answer: string;
  /** SHA-256 of what the approver signed. */
  contentHash?: string;
  /** Calendar days that it has waited, as of today; 0 once it is decided. */
  waitingDays: number;
}

export interface ExtensionView extends ExtensionRow {
  /** May the person signed in grant or refuse it now? When not, the reason is an errors.json key. */
  decidable: boolean;
  notDecidableBecause?: string;
  /** May the person signed in take it back? */
  mine: boolean;
  /** Who can decide it. */
  approvers: string[];
}

/** What the requests of one dossier come to. */
export interface ExtensionsOfDossier {
  /** The latest first. */
  rows: ExtensionView[];
  /** May the person signed in ask now? When not, the reason is an errors.json key. */
  askable: boolean;
  notAskableBecause?: string;
  /** Limit and step that would be put off. */
  dueOn?: string;
  step?: HandoverKind;
  /** Who could approve a request of the person signed in. */
  approvers: string[];
}

/** What a day would mean as a limit. */
export interface WeighedDay {
  workingDay: boolean;
  /** Working days after the present limit up to and with the day. */
  more: number;
}

export const EXTENSION_CHOICES = ['waiting', 'decided', 'all'] as const;
export const extensionFilter = z.strictObject({ which: z.enum(EXTENSION_CHOICES).default('waiting') });

const SHOWN = ['extension', 'dossier', 'project', 'client', 'staff', 'department'];
/** Who may decide. */
const APPROVERS = ['staff_position', 'staff_charge', 'permission', 'credential'];

/** A limit that is put off counts only once an approver has signed. */
export const extension = {
  /** At most 500 of them, the latest first; `total` says how many there are. */
  list: query<{ rows: ExtensionView[]; total: number }>()({
    access: 'dossier.read',
    reads: [...SHOWN, ...APPROVERS],
    input: extensionFilter,
  }),
  ofDossier: query<ExtensionsOfDossier>()({
    access: 'dossier.read',
    reads: [...SHOWN, ...APPROVERS, 'handover'],
    input: z.strictObject({ dossierId: id }),
  }),
  weigh: query<WeighedDay>()({
    access: 'signedIn',
    reads: ['holiday', 'calendar_year'],
    input: z.strictObject({ dueOn: day, newDueOn: day }),
  }),
  /** Whoever owes the step asks. */
  ask: command<{ id: number }>()({
    access: 'dossier.read',
    input: z.strictObject({ dossierId: id, newDueOn: day, reason: prose(500).min(1) }),
  }),
  /** The approver signs: from now on the new day is the limit. */
  grant: command()({ access: 'handover.approve', input: z.strictObject({ id, signature: secret }) }),
  refuse: command()({
    access: 'handover.approve',
    input: z.strictObject({ id, reason: prose(500).min(1), signature: secret }),
  }),
  /** The asker no longer needs it. */
  withdraw: command()({ access: 'dossier.read', input: z.strictObject({ id }) }),
} as const;
