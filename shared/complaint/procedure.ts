import { z } from 'zod';
import { fen, line, prose, requiredLine } from '../api/fields';
import { POSITIONS } from '../api/people.contract';

/** What a step is, whatever an office calls it. Each `does` brings fields of its own (CORE_FIELDS); a procedure adds more. */
export const DOES = [
  'register',
  'assess',
  'assign',
  'work',
  'propose',
  'approve',
  'carryOut',
  'answer',
  'feedback',
  'explain',
  'close',
] as const;
export type Does = (typeof DOES)[number];

/**
 * Who takes a step: holders of a position, the person to whom the case was assigned, or the head of the department complained of.
 * Whoever is complained of never is any of them.
 */
export const ROLES = [...POSITIONS, 'handler', 'headOfUnit'] as const;
export type Role = (typeof ROLES)[number];

export const FIELD_TYPES = ['line', 'prose', 'day', 'yes', 'choice', 'yuan', 'staff'] as const;
export const LIMIT_UNITS = ['workingDays', 'days', 'hours'] as const;

const code = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
const choice = z.strictObject({ code, title: requiredLine(40) });

const field = z.strictObject({
  code,
  title: requiredLine(40),
  type: z.enum(FIELD_TYPES),
  required: z.boolean().default(false),
  /** Kinds of complaint for which it is required all the same. */
  neededFor: z.array(code).optional(),
  choices: z.array(choice).max(20).optional(),
  /** Another field of the same step that must name somebody else. */
  otherThan: code.optional(),
});
export type ProcedureField = z.output<typeof field>;

/** Every condition that is there must hold. What is not known yet does not hold. */
const when = z.strictObject({
  justified: z.boolean().optional(),
  major: z.boolean().optional(),
  urgent: z.boolean().optional(),
  kinds: z.array(code).min(1).optional(),
  /** What a step taken before says in one of its fields. */
  says: z.strictObject({ step: code, field: code, is: z.union([z.string(), z.boolean()]) }).optional(),
});
export type When = z.output<typeof when>;

const step = z.strictObject({
  code,
  title: requiredLine(40),
  does: z.enum(DOES),
  by: z.array(z.enum(ROLES)).min(1),
  /** A step that is not required may be passed over. */
  required: z.boolean().default(true),
  when: when.optional(),
  fields: z.array(field).max(20).default([]),
});
export type Step = z.output<typeof step>;

const limit = z.strictObject({
  code,
  title: requiredLine(60),
  /** The step it counts from, or a day named in a field of the registration. */
  from: z.union([z.strictObject({ step: code }), z.strictObject({ day: code })]),
  to: code,
  /** So many units; or the day that somebody promised in a field of the step it counts from. */
  count: z.int().min(0).max(400).optional(),
  unit: z.enum(LIMIT_UNITS).default('workingDays'),
  promised: code.optional(),
  when: when.optional(),
});
export type Limit = z.output<typeof limit>;

const penalty = z.strictObject({
  code,
  title: requiredLine(60),
  leastFen: fen,
  mostFen: fen,
  /** Taken off the month's score. */
  points: z.int().min(0).max(100).default(0),
  /** Everybody is told. */
  notice: z.boolean().default(false),
});

/** How an office handles complaints: data that an administrator copies and edits. A case keeps the version with which it began. */
export const procedure = z.strictObject({
  title: requiredLine(60),
  /** The company's procedure and article. */
  source: prose(200).default(''),
  kinds: z.array(choice).min(1).max(20),
  causes: z.array(requiredLine(60)).max(40).default([]),
  steps: z.array(step).max(40),
  limits: z.array(limit).max(20).default([]),
  penalties: z.array(penalty).max(20).default([]),
  /** Who decides on a penalty; where they are complained of or the head fails to act, the general manager does. */
  penaltyBy: z.array(z.enum(ROLES)).default([]),
  /** Whoever is not satisfied has the case handled again, as often as it takes; otherwise it may be closed with the reason. */
  untilSatisfied: z.boolean().default(false),
  /** Years that the dossier is kept, ordinary and important ones. */
  keepYears: z.int().min(1).max(100),
  keepImportantYears: z.int().min(1).max(100),
  /** What is called major and urgent here, for whoever registers and assesses. */
  majorMeans: prose(200).default(''),
  urgentMeans: prose(200).default(''),
  /** What its forms are called. */
  forms: z.strictObject({
    register: line(40),
    handling: line(40),
    reply: line(40),
    feedback: line(40),
    penalty: line(40),
    statistics: line(40),
  }),
});
export type Procedure = z.output<typeof procedure>;

const own = (code: string, type: ProcedureField['type'], required = true): ProcedureField => ({
  ...{ code, title: code, type, required },
});

/** What every step of its sort asks for; their titles are the program's words, not the procedure's. */
export const CORE_FIELDS: Readonly<Record<Does, readonly ProcedureField[]>> = {
  register: [],
  assess: [own('justified', 'yes'), own('major', 'yes'), own('urgent', 'yes'), own('opinion', 'prose', false)],
  assign: [own('handler', 'staff'), own('remarks', 'prose', false)],
  work: [],
  propose: [own('solution', 'prose')],
  approve: [own('granted', 'yes'), own('opinion', 'prose', false)],
  carryOut: [
    own('done', 'prose'),
    own('compensation', 'yuan', false),
    own('paidTo', 'line', false),
    own('paidOn', 'day', false),
  ],
  answer: [own('way', 'line'), own('answer', 'prose')],
  feedback: [own('satisfied', 'yes'), own('way', 'line'), own('opinion', 'prose', false)],
  explain: [own('explanation', 'prose')],
  close: [own('summary', 'prose'), own('improvement', 'prose', false)],
};

export const fieldsOf = (its: Step): ProcedureField[] => [...CORE_FIELDS[its.does], ...its.fields];
