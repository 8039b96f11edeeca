import { z } from 'zod';
import { backup } from './backup.contract';
import { command, query } from './contract';
import { id } from './fields';
import type { FormData, Subject } from './print.contract';

/** A private key of backups, while it waits to be printed. It goes to paper only: there is no way to keep it as a PDF. */
const keySubject = z.strictObject({ form: z.literal('backup-key'), id });

/** Whatever is laid out on sheets. */
export const printed = (subject: z.ZodType<Subject>) => z.union([keySubject, subject]);
export type Printed = Subject | z.output<typeof keySubject>;

/** For who may encrypt backups, which is not who prints the forms of the office. */
export const keyPaper = {
  keyForm: query<FormData>()({
    access: 'company.manage',
    reads: [...backup.encryption.reads, 'company', 'event', 'calendar_year', 'holiday'],
    input: keySubject,
  }),
  keyToPrinter: command<{ printed: boolean }>()({ access: 'company.manage', input: keySubject }),
} as const;
