import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import { day } from '../../../shared/api/fields';
import { askedIn } from '../../../shared/complaint/distinctions';
import { fieldsOf, type Procedure, type ProcedureField, type Step } from '../../../shared/complaint/procedure';
import { canonicalJson } from '../../db/journal';
import type { Said } from './course.rules';

/** How each sort of field reads what was typed; answers nothing where it cannot be that. */
const READ: Readonly<
  Record<ProcedureField['type'], (value: string | number | boolean) => string | number | boolean | undefined>
> = {
  line: (value) => (typeof value === 'string' && value.length <= 500 ? value.trim() : undefined),
  prose: (value) => (typeof value === 'string' ? value.trim() : undefined),
  day: (value) => day.safeParse(value).data,
  yes: (value) => (typeof value === 'boolean' ? value : undefined),
  choice: (value) => (typeof value === 'string' ? value : undefined),
  yuan: (value) => z.int().min(0).max(10_000_000_000_000).safeParse(value).data,
  staff: (value) => z.int().positive().safeParse(value).data,
};

/** What was said in a step, field by field; throws for what is missing, of another sort, or not asked for. */
export function readSaid(
  procedure: Procedure,
  step: Step,
  kind: string,
  typed: Said,
  demandPerson: (id: number, field: string) => void,
): Said {
  const fields = fieldsOf(step);
  const asked = new Set(askedIn(procedure, step).map(({ code }) => code));
  for (const code of Object.keys(typed))
    if (!fields.some((field) => field.code === code)) throw new AppError('conflict', 'fieldUnknown', { name: code });
  const said: Record<string, string | number | boolean> = {};
  for (const field of fields) {
    const { code, title, type, required, neededFor, choices } = field;
    const value = typed[code];
    if (value === undefined || value === '') {
      if ((required && asked.has(code)) || neededFor?.includes(kind))
        throw new AppError('conflict', 'fieldMissing', { field: code, name: title });
      continue;
    }
    const its = READ[type](value);
    if (its === undefined || its === '' || (choices && !choices.some((choice) => choice.code === its)))
      throw new AppError('conflict', 'fieldUnreadable', { field: code, name: title });
    if (type === 'staff') demandPerson(Number(its), code);
    said[code] = its;
  }
  for (const { code, otherThan, title } of fields)
    if (otherThan !== undefined && said[code] !== undefined && said[code] === said[otherThan])
      throw new AppError('conflict', 'mustBeSomebodyElse', { field: code, name: title });
  return said;
}

/** Steps that decide or end something are signed. */
export const isSigned = ({ does }: Step): boolean => does === 'approve' || does === 'close';

/** SHA-256 of what is signed (docs/journal-format.md): the case, the step, and all that was said in it and before it. */
export function stepHash(its: {
  complaintId: number;
  round: number;
  step: string;
  said: Said;
  before: readonly Said[];
}): string {
  return createHash('sha256').update(canonicalJson(its)).digest('hex');
}
