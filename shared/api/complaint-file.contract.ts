import { z } from 'zod';
import { COMPLAINT_READS, type ComplaintRow } from './complaint.contract';
import { CHANNELS, DIRECTIONS } from './complaint-contact';
import { command, query } from './contract';
import { day, id, prose, requiredLine } from './fields';

export const contactInput = z.strictObject({
  id,
  direction: z.enum(DIRECTIONS),
  channel: z.enum(CHANNELS),
  /** When it was; both absent: now. */
  on: day.optional(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  withWhom: requiredLine(100),
  /** Absent: whoever notes it. */
  staffId: id.optional(),
  said: prose(5_000).min(1),
  correctsId: id.optional(),
});

/** What lies with a case beside its steps: what was spoken and written, and whose complaint it is. */
export const complaintFile = {
  /** At any time, also after the closing. */
  note: command<{ id: number }>()({ access: 'complaint.read', input: contactInput }),
  /** Says later whose complaint it is, or that it was somebody else's; the history keeps who it was before. */
  linkClient: command()({ access: 'client.read', input: z.strictObject({ id, clientId: id.nullable() }) }),
  /** Those of a client, the newest first, as far as the person signed in may read them. */
  ofClient: query<ComplaintRow[]>()({
    access: 'client.read',
    reads: [...COMPLAINT_READS, 'holiday', 'calendar_year'],
    input: z.strictObject({ clientId: id }),
  }),
} as const;
