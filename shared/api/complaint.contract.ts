import { z } from 'zod';
import type { Distinction, Distinguished } from '../complaint/distinctions';
import type { EditedProcedure, ManagedProcedure } from '../complaint/managed-procedure';
import type { Does, Procedure, ProcedureField, Role } from '../complaint/procedure';
import { procedure } from '../complaint/procedure';
import type { ContactView } from './complaint-contact';
import { CHANNELS, type Channel } from './complaint-contact';
import { command, query } from './contract';
import { day, id, line, nothing, prose, requiredLine, secret } from './fields';
import type { Position } from './people.contract';

/** What a person says in a step: its fields by their codes. */
export const said = z.record(z.string().max(40), z.union([z.string().max(20_000), z.number(), z.boolean()]));
export type SaidInput = z.output<typeof said>;

/** What it means that a case is major or urgent, and what follows from it. */
export type Distinctions = Partial<Record<Distinguished, Distinction>>;

/** Somebody takes a step whose own people cannot: nobody has their positions, or all who have must keep out of the case. */
export interface StandIn {
  because: 'nobody' | 'avoids';
  /** Absent: nobody is left at all. */
  position?: Position;
  names: string[];
}

/** A step that would fall to a stand-in. */
export interface StandInStep extends StandIn {
  code: string;
  title: string;
  by: Role[];
}

/** The newest version of one way of handling complaints. */
export interface ProcedureRow {
  id: number;
  firstId: number;
  version: number;
  title: string;
  source: string;
  kinds: Procedure['kinds'];
  /** What the registration asks for beside what it always asks for. */
  fields: ProcedureField[];
  distinctions: Distinctions;
  madeOn: string;
  /** Absent: came with the program. */
  madeBy?: string;
  /** Open cases of any of its versions. */
  openCases: number;
}

export interface ProcedureView extends ProcedureRow {
  definition: Procedure;
}

/** A limit of a case, in the order in which they fall due. */
export interface DeadlineView {
  code: string;
  title: string;
  dueOn: string;
  /** Of a limit in hours: the instant. */
  dueAt?: string;
  /** To that instant, as long as the limit runs; negative when it has passed. */
  minutesLeft?: number;
  /** There is not much of it left. */
  near: boolean;
  metOn?: string;
  late: boolean;
  /** Days that are left, working days where the limit counts those; negative when it has passed. */
  left: number;
  inWorkingDays: boolean;
  extended: boolean;
  /** As it stood before it was put off, the first one first. */
  earlier: EarlierLimit[];
  isGuess: boolean;
}

/** A limit that an approver has put off: it stays to be seen. */
export interface EarlierLimit {
  dueOn: string;
  until: string;
  reason: string;
  asker: string;
  decider: string;
  decidedOn: string;
}

export interface ComplaintRow {
  id: number;
  no: string;
  procedureId: number;
  procedure: string;
  kind: string;
  channel: Channel;
  /** Absent when somebody did not say who he or she is. */
  complainant?: string;
  clientId?: number;
  client?: string;
  facts: string;
  unit?: string;
  registeredOn: string;
  round: number;
  handlerId?: number;
  handler?: string;
  closedOn?: string;
  dossierId?: number;
  /** The step that must be taken next. */
  next?: string;
  /** Who may take it, by name. */
  takers: string[];
  /** The next step is the signed-in person's own. */
  mine: boolean;
  /** The limit that falls due next, or that has passed. */
  deadline?: DeadlineView;
  major: boolean;
}

/** A step that may be taken now. */
export interface OpenStep {
  code: string;
  title: string;
  does: Does;
  required: boolean;
  signed: boolean;
  fields: ProcedureField[];
  takers: string[];
  by: Role[];
  /** Those who take it stand in for its own people. */
  standIn?: StandIn;
  /** May the person signed in take it? When not, the reason is an errors.json key. */
  takable: boolean;
  notTakableBecause?: string;
}

export interface TakenStep {
  id: number;
  round: number;
  code: string;
  title: string;
  does: Does;
  at: string;
  on: string;
  by: string;
  signed: boolean;
  /** In the words of the procedure: people by name, choices by title. */
  said: { code: string; title: string; core: boolean; text: string; yes?: boolean; fen?: number }[];
}

/** The papers of one round in one dossier. */
export interface FiledIn {
  dossierId: number;
  title: string;
  archiveNo?: string;
  round: number;
  papers: number;
  /** Their numbers in the in-volume list; fewer where whoever keeps the papers took lines out. */
  lines: number[];
}

export interface ComplaintView extends ComplaintRow {
  contact: string;
  about: string;
  happenedOn?: string;
  demand: string;
  registeredAt: string;
  registeredBy: string;
  accused: { id: number; name: string; department: string }[];
  taken: TakenStep[];
  open: OpenStep[];
  /** Titles of the required steps that still lie ahead, as far as it is known. */
  ahead: { code: string; title: string; by: Role[]; standIn?: StandIn }[];
  deadlines: DeadlineView[];
  /** What was spoken and written about it, as it happened. */
  contacts: ContactView[];
  /** May the person signed in begin a new round? When not, the reason is an errors.json key. */
  reopenable: boolean;
  notReopenableBecause?: string;
  /** Which dossier holds which round, in the order of filing. */
  filed: FiledIn[];
  /** The version by which it runs, and whether that is the newest. */
  version: number;
  isNewest: boolean;
  distinctions: Distinctions;
  /** What the procedure calls its forms. */
  forms: Procedure['forms'];
}

export const COMPLAINT_CHOICES = ['open', 'mine', 'late', 'closed', 'all'] as const;
export const complaintFilter = z.strictObject({
  which: z.enum(COMPLAINT_CHOICES).default('open'),
  procedureFirstId: id.optional(),
  text: line(100).default(''),
});

export const complaintInput = z.strictObject({
  procedureId: id,
  kind: requiredLine(40),
  channel: z.enum(CHANNELS),
  /** Empty: somebody who does not say who he or she is. */
  complainant: line(100).default(''),
  contact: line(200).default(''),
  clientId: id.optional(),
  about: line(200).default(''),
  happenedOn: day.optional(),
  facts: prose(5_000).min(1),
  demand: prose(2_000).default(''),
  unitId: id.optional(),
  accused: z.array(id).max(20).default([]),
  said: said.default({}),
});
export type ComplaintInput = z.input<typeof complaintInput>;

const PEOPLE = ['staff', 'credential', 'department', 'staff_position', 'staff_charge', 'permission'];
/** What a row of the list looks at. */
export const COMPLAINT_READS = [
  'complaint',
  'complaint_accused',
  'complaint_step',
  'complaint_extension',
  'complaint_procedure',
  'complaint_procedure_use',
  'client',
  ...PEOPLE,
];
const PROCEDURES = ['complaint_procedure', 'complaint_procedure_use', 'complaint', 'staff'];
const DAYS = ['holiday', 'calendar_year'];

/** One engine for every procedure of complaints (SPEC.md section 7). */
export const complaint = {
  procedures: query<ProcedureRow[]>()({
    access: 'complaint.register',
    reads: PROCEDURES,
    input: nothing,
  }),
  procedure: query<ProcedureView>()({
    access: 'complaint.read',
    reads: PROCEDURES,
    input: z.strictObject({ id }),
  }),
  /** Puts a new version into force, by signature; cases that are underway keep theirs. */
  revise: command<{ id: number }>()({
    access: 'complaint.manage',
    input: z.strictObject({ id, definition: procedure, signature: secret }),
  }),
  /** All of them, also those with which no case begins. */
  managed: query<ManagedProcedure[]>()({ access: 'complaint.manage', reads: PROCEDURES, input: nothing }),
  /** One version, also an old one. */
  version: query<EditedProcedure>()({
    access: 'complaint.manage',
    reads: [...PROCEDURES, ...PEOPLE],
    input: z.strictObject({ id }),
  }),
  /** No new case begins with it; open ones are ended by it. `id` is its newest version. */
  retire: command()({ access: 'complaint.manage', input: z.strictObject({ id }) }),
  resume: command()({ access: 'complaint.manage', input: z.strictObject({ id }) }),
  /** A procedure of the company's own, like another; no case begins with it before it is put into force. */
  copy: command<{ id: number }>()({
    access: 'complaint.manage',
    input: z.strictObject({ id, title: requiredLine(60) }),
  }),
  /** Which steps of a case about these people would fall to a stand-in. */
  foresee: query<StandInStep[]>()({
    access: 'complaint.register',
    reads: [...PROCEDURES, ...PEOPLE],
    input: z.strictObject({ procedureId: id, accused: z.array(id).max(20).default([]), unitId: id.optional() }),
  }),
  register: command<{ id: number; no: string }>()({ access: 'complaint.register', input: complaintInput }),
  /** At most 500 of them, the latest first; `total` says how many there are. */
  list: query<{ rows: ComplaintRow[]; total: number; open: number; late: number }>()({
    access: 'complaint.read',
    reads: [...COMPLAINT_READS, ...DAYS],
    input: complaintFilter,
  }),
  show: query<ComplaintView>()({
    access: 'complaint.read',
    reads: [...COMPLAINT_READS, ...DAYS, 'dossier', 'dossier_item', 'complaint_contact', 'complaint_paper'],
    input: z.strictObject({ id }),
  }),
  /** Takes a step; the ones that decide or end something are signed. The last one files the case as a dossier. */
  take: command<{ closed: boolean }>()({
    access: 'complaint.read',
    input: z.strictObject({ id, step: requiredLine(40), said, signature: secret.optional() }),
  }),
  /** The client is not satisfied, or comes again: a new round, and everything of the one before stays. */
  reopen: command()({ access: 'complaint.read', input: z.strictObject({ id, reason: prose(500).min(1) }) }),
} as const;
