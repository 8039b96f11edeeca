import { z } from 'zod';
import type { WithWhom } from '../records/with-whom';
import { command, query } from './contract';
import type { DossierState, Place } from './dossier.contract';
import { id, line, prose, requiredLine, secret } from './fields';

/** Appraised whether it is kept on, destroyed, handed to somebody outside. */
export const DISPOSAL_KINDS = ['appraisal', 'destruction', 'transfer'] as const;
export type DisposalKind = (typeof DISPOSAL_KINDS)[number];

/** An approved appraisal is at its end; the others still have to be carried out. */
export const DISPOSAL_STATES = ['submitted', 'approved', 'refused', 'withdrawn', 'done'] as const;
export type DisposalState = (typeof DISPOSAL_STATES)[number];

export const DECISIONS = ['keep', 'keepForEver', 'destroy'] as const;
export type Decision = (typeof DECISIONS)[number];

export const DISPOSAL_ROLES = ['maker', 'approver', 'archivist', 'firstWitness', 'secondWitness'] as const;
export type DisposalRole = (typeof DISPOSAL_ROLES)[number];

/** Longer lists are made in parts: nobody reads more before signing. */
export const MOST_LINES = 500;

/** A dossier whose retention is over. */
export interface DueRow extends WithWhom {
  state: DossierState;
  id: number;
  archiveNo: string;
  title: string;
  className: string;
  year: number;
  /** In words. */
  retention: string;
  endedOn?: string;
  keepUntil: string;
  overdueDays: number;
  items: number;
  pages: number;
  place?: Place;
  /** Why it cannot be put on a list now, with the words of that sentence; a key of errors.json. */
  because?: string;
  onList?: { id: number; no: string };
}

/** One dossier as it stood when the list was made. */
export interface DisposalLine {
  id: number;
  dossierId: number;
  archiveNo: string;
  title: string;
  className: string;
  year: number;
  retention: string;
  /** The day from which its years are counted. */
  keptFrom: string;
  keepUntil?: string;
  items: number;
  pages: number;
  decision?: Decision;
  newUntil?: string;
  remarks: string;
}

/** A line with what has become of its dossier since. */
export interface DisposalLineView extends DisposalLine, WithWhom {
  /** As it stands today. */
  dossierState: DossierState;
  /** The destruction list that it was put on later. */
  listedOn?: { id: number; no: string };
  takenBack?: { on: string; by: string; reason: string };
}

export interface DisposalSignature {
  staffId: number;
  /** As it was when the person signed. */
  name: string;
  role: DisposalRole;
  at: string;
  contentHash: string;
}

export interface DisposalRow {
  id: number;
  no: string;
  kind: DisposalKind;
  state: DisposalState;
  reason: string;
  receiver: string;
  madeOn: string;
  madeById: number;
  madeBy: string;
  decidedOn?: string;
  decidedById?: number;
  decidedBy?: string;
  doneOn?: string;
  closingReason: string;
  dossiers: number;
  pages: number;
  /** Calendar days that it has waited for the next one's signature; 0 when it waits for nobody. */
  waitsDays: number;
}

export interface DisposalView extends DisposalRow {
  receiverPerson: string;
  receiverDocument: string;
  appraisal?: { id: number; no: string; appraisedBy: string; approvedBy: string };
  firstWitness?: { id: number; name: string };
  secondWitness?: { id: number; name: string };
  lines: DisposalLineView[];
  signatures: DisposalSignature[];
  /** Of an approved appraisal: how many are to be destroyed and stand on no list yet. */
  leftToDestroy: number;
  /** Which they are: a destruction list takes all of them or some. */
  leftDossierIds: number[];
  /** Who made or approved it, or what it follows from: they cannot be witnesses. */
  barredIds: number[];
  /** May the person signed in approve or refuse it now? When not, the reason is an errors.json key. */
  approvable: boolean;
  notApprovableBecause?: string;
}

/** A list that waits for the person who is signed in. */
export interface WaitingList {
  id: number;
  no: string;
  kind: DisposalKind;
  what: 'approve' | 'carryOut' | 'witness';
  reason: string;
  dossiers: number;
  since: string;
  waitsDays: number;
}

/** A list on which a dossier stands, for the dossier's own page. */
export interface DisposalTrace {
  id: number;
  no: string;
  kind: DisposalKind;
  state: DisposalState;
  decision?: Decision;
  newUntil?: string;
  receiver: string;
  madeOn: string;
  doneOn?: string;
  decidedOn?: string;
  takenBackOn?: string;
  takenBackBecause?: string;
  /** Only while it waits for somebody's signature: since when, how long, and who can give it. */
  waits?: { since: string; days: number; names: string[] };
}

export const dueFilter = z.strictObject({
  text: line(100).default(''),
  classId: id.optional(),
  /** due: nobody has decided yet; toDestroy: appraised, to be destroyed, and still here. */
  group: z.enum(['due', 'toDestroy']).default('due'),
});
export type DueFilter = z.output<typeof dueFilter>;

export const disposalFilter = z.strictObject({
  kind: z.enum(DISPOSAL_KINDS).optional(),
  openOnly: z.boolean().default(false),
});
export type DisposalFilter = z.output<typeof disposalFilter>;

const place = z.strictObject({
  room: requiredLine(20),
  cabinet: requiredLine(20),
  shelf: requiredLine(20),
  box: requiredLine(20),
});
const reason = prose(500).min(1);
const dossierIds = z.array(id).min(1).max(MOST_LINES);

const LIST_READS = ['disposal', 'disposal_line', 'disposal_signature', 'take_back', 'staff'];

export const disposal = {
  /** What falls due for appraisal, the longest overdue first; at most a thousand rows. */
  due: query<{ rows: DueRow[]; total: number; pages: number; toDestroy: number }>()({
    access: 'ledger.read',
    reads: [
      'dossier',
      'record_class',
      'retention',
      'place',
      'disposal',
      'disposal_line',
      'borrowing',
      'borrowing_line',
      'staff',
    ],
    input: dueFilter,
  }),
  /** At most a thousand of them, the latest first. */
  list: query<DisposalRow[]>()({
    access: 'ledger.read',
    reads: ['disposal', 'disposal_line', 'staff'],
    input: disposalFilter,
  }),
  /** How many there are, not only as many as the list shows. */
  count: query<number>()({ access: 'ledger.read', reads: ['disposal'], input: disposalFilter }),
  /** Whoever may read dossiers, and its witnesses. */
  show: query<DisposalView>()({
    access: 'signedIn',
    reads: [...LIST_READS, 'dossier', 'borrowing', 'borrowing_line', 'staff_position', 'permission'],
    input: z.strictObject({ id }),
  }),
  ofDossier: query<DisposalTrace[]>()({
    access: 'dossier.read',
    reads: ['disposal', 'disposal_line', 'take_back', 'staff', 'staff_position', 'permission'],
    input: z.strictObject({ dossierId: id }),
  }),
  /** The appraiser decides on each dossier, signs, and submits it to an executive. */
  appraise: command<{ id: number; no: string }>()({
    access: 'disposal.prepare',
    input: z.strictObject({
      reason,
      lines: z
        .array(
          z.strictObject({
            dossierId: id,
            /** The last day of its retention as the appraiser saw it. */
            keepUntil: line(10),
            decision: z.enum(DECISIONS),
            /** With `keep`: so many years more, from the day on which the retention ended. */
            years: z.int().min(1).max(200).optional(),
            remarks: requiredLine(200),
          }),
        )
        .min(1)
        .max(MOST_LINES),
      signature: secret,
    }),
  }),
  /** Puts what an approved appraisal says is to be destroyed on a list: all of it, or only some. */
  listForDestruction: command<{ id: number; no: string }>()({
    access: 'disposal.prepare',
    input: z.strictObject({
      appraisalId: id,
      dossierIds: dossierIds.optional(),
      reason,
      firstWitnessId: id,
      secondWitnessId: id,
      signature: secret,
    }),
  }),
  listForTransfer: command<{ id: number; no: string }>()({
    access: 'disposal.prepare',
    input: z.strictObject({
      dossierIds,
      reason,
      receiver: requiredLine(100),
      receiverPerson: requiredLine(40),
      receiverDocument: requiredLine(100),
      supervisorId: id,
      signature: secret,
    }),
  }),
  /** Not the maker's own: an executive who is no witness either. */
  approve: command()({ access: 'disposal.approve', input: z.strictObject({ id, signature: secret }) }),
  refuse: command()({ access: 'disposal.approve', input: z.strictObject({ id, reason, signature: secret }) }),
  /** Given up before it is carried out. */
  withdraw: command()({ access: 'disposal.prepare', input: z.strictObject({ id, reason }) }),
  /** Somebody else watches: one for a transfer, two for a destruction. */
  nameWitnesses: command()({
    access: 'disposal.prepare',
    input: z.strictObject({ id, firstWitnessId: id, secondWitnessId: id.optional() }),
  }),
  /** For ever. Both witnesses sign at that moment; the number is typed by whoever does it. */
  destroy: command()({
    access: 'disposal.prepare',
    input: z.strictObject({ id, no: line(40), signatures: z.strictObject({ first: secret, second: secret }) }),
  }),
  /** Archivist and supervisor sign; the receiver signs on paper. */
  handOut: command()({
    access: 'disposal.prepare',
    input: z.strictObject({ id, signatures: z.strictObject({ archivist: secret, supervisor: secret }) }),
  }),
  /** A dossier that was handed to outside is back, and stands there. */
  takeBack: command()({
    access: 'disposal.prepare',
    input: z.strictObject({ id, dossierId: id, reason, place }),
  }),
} as const;
