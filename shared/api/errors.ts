/** The closed list of kinds of failure. A caller decides by the code; a person reads the sentence made from the reason. */
export const ERROR_CODES = [
  'invalid',
  'notFound',
  'conflict',
  'notAllowed',
  'notSignedIn',
  'locked',
  'busy',
  'storage',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values that the sentence names: numbers, names, days. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

/**
 * A failure that a person is told about. `reason` is a key of `errors.json` in both languages, `details` fills its places;
 * no sentence is ever made in the main process.
 */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    readonly details: ErrorDetails = {},
  ) {
    super(`${code}: ${reason} ${JSON.stringify(details)}`);
    this.name = 'AppError';
  }
}

/** The shape in which a failure crosses to the window. */
export interface ErrorReply {
  code: ErrorCode;
  reason: string;
  details: ErrorDetails;
}

export type Reply<O = unknown> = { ok: true; data: O } | { ok: false; error: ErrorReply };
