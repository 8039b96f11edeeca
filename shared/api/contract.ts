import type { z } from 'zod';

/**
 * Everything a person may be allowed to do. The table `permission` says which position may do which; these are its words.
 * The procedure for loan and guarantee archives is the source of the defaults (see people.rules.ts).
 */
export const PERMISSIONS = [
  'people.manage',
  'permission.manage',
  'company.manage',
  'calendar.manage',
  'client.read',
  'client.register',
  'client.correct',
  'project.register',
  'project.correct',
  'dossier.read',
  'dossier.compile',
  'attachment.add',
  'attachment.remove',
  'dossier.note',
  'checklist.read',
  'checklist.edit',
  'handover.give',
  'handover.check',
  'handover.accept',
  'handover.approve',
  'staffHandover.prepare',
  'ledger.read',
  'ledger.place',
  'ledger.share',
  'ledger.import',
  'class.manage',
  'place.manage',
  'dossier.describe',
  'disposal.prepare',
  'disposal.approve',
  'title.read',
  'title.give',
  'title.keep',
  'title.count',
  'title.approve',
  'safe.manage',
  'borrowing.ask',
  'borrowing.read',
  'borrowing.approve',
  'borrowing.lend',
  'complaint.register',
  'complaint.read',
  'complaint.oversee',
  'complaint.manage',
  'print.form',
  'audit.read',
  'backup.make',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who may call a method: anybody at the window, anybody signed in, or the holders of one permission. */
export type Access = 'anyone' | 'signedIn' | Permission;

declare const output: unique symbol;

/** A method that reads. `reads` names the tables it looks at: a commit that changes one of them refreshes its callers. */
export interface Query<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly kind: 'query';
  readonly access: Access;
  readonly reads: readonly string[];
  readonly input: I;
  readonly [output]?: O;
}

/** A method that changes something, or that leaves a trace: every successful call makes exactly one event. */
export interface Command<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly kind: 'command';
  readonly access: Access;
  readonly input: I;
  readonly [output]?: O;
}

export type Method = Query<z.ZodType, unknown> | Command<z.ZodType, unknown>;

/** What a caller gives: before zod fills in defaults. */
export type InputOf<M extends Method> = z.input<M['input']>;
/** What a handler gets: after zod has filled in defaults. */
export type ParsedOf<M extends Method> = z.output<M['input']>;
export type OutputOf<M extends Method> = M extends Query<z.ZodType, infer O> | Command<z.ZodType, infer O> ? O : never;

/** `query<Answer>()({ access, reads, input })`: called twice so that the answer is named and the input inferred. */
export function query<O>() {
  return <I extends z.ZodType>(spec: { access: Access; reads: readonly string[]; input: I }): Query<I, O> => ({
    kind: 'query',
    ...spec,
  });
}

/** `command<Answer>()({ access, input })`. */
export function command<O = void>() {
  return <I extends z.ZodType>(spec: { access: Access; input: I }): Command<I, O> => ({ kind: 'command', ...spec });
}
