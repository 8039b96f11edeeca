import { z } from 'zod';
import { command, query } from './contract';
import { id, nothing, requiredLine } from './fields';

/** What a scan can belong to. A closed list: each new kind of record is added here, in the table and in its service. */
export const SUBJECT_KINDS = ['dossier', 'dossierItem', 'title', 'borrowing', 'complaint'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
export const attachmentSubject = z.strictObject({ kind: z.enum(SUBJECT_KINDS), id });
export type AttachmentSubject = z.output<typeof attachmentSubject>;

/** What the program can show; told by a file's own first bytes. */
export const ATTACHMENT_KINDS = ['pdf', 'jpeg', 'png'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

export const ROTATIONS = [0, 90, 180, 270] as const;
export type Rotation = (typeof ROTATIONS)[number];

/** A file is at most that large; it is refused by the size that it says it has, before a byte is read. */
export const MOST_BYTES = 200 * 1_048_576;
/** Bytes between window and main travel in slices of at most that many. */
export const SLICE_BYTES = 1_048_576;

export interface AttachmentRow {
  id: number;
  subject: AttachmentSubject;
  /** Title of the paper that it belongs to; absent for a dossier as a whole, a title document and a slip. */
  itemTitle?: string;
  /** The paper is no longer in the list: its scans stay with the dossier. */
  itemGone: boolean;
  name: string;
  kind: AttachmentKind;
  bytes: number;
  /** How it is turned when it is looked at and printed; the file stays as it is. */
  rotation: Rotation;
  addedAt: string;
  addedBy: string;
}

export interface AttachmentList {
  rows: AttachmentRow[];
  /** Taken away with a reason; they stay listed as such. */
  removed: { id: number; name: string; removedAt: string; removedBy: string; reason: string }[];
  /** Why the person signed in may neither add to this record nor take away from it, as an errors.json key. */
  closedBecause?: string;
}

/** Why a file was not taken, as an errors.json key with its details. */
export interface RefusedFile {
  name: string;
  reason: string;
  details: Readonly<Record<string, string | number | boolean>>;
}

export const FILE_FAULTS = ['missing', 'altered', 'stray'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** Whose scan it is: a dossier's, also where it belongs to one of its papers, a title document's, a slip's or a complaint's. */
export interface OwnRecord {
  recordKind: Exclude<SubjectKind, 'dossierItem'>;
  recordId: number;
  /** The record by the office's words. */
  record: string;
}

/** One file that is not as the ledger says: gone, changed, or not named by the ledger at all. */
export interface FaultyFile {
  fault: FileFault;
  /** Where it stands below the folder of files. */
  path: string;
  /** The attachments whose file it is, by their records' own words; none for a stray file. */
  of: (OwnRecord & { id: number; name: string; itemTitle?: string })[];
}

export interface FilesVerdict {
  files: number;
  bytes: number;
  faults: FaultyFile[];
  /** There may be more than are named. */
  faultCount: number;
}

/** What main is doing with files for a window. */
export interface AttachmentProgress {
  act: 'adding' | 'checking';
  /** The file under way. */
  name: string;
  done: number;
  total: number;
}

/** A file's name as somebody else gave it; main makes a harmless one of it. */
const givenName = z.string().max(5_000);

export const attachment = {
  /** Everything that belongs to a dossier, its papers included. */
  list: query<AttachmentList>()({
    access: 'dossier.read',
    reads: ['attachment', 'dossier', 'dossier_item', 'project', 'client', 'staff', 'event', 'complaint_paper'],
    input: z.strictObject({ dossierId: id }),
  }),
  /** Everything that belongs to a title document. */
  ofTitle: query<AttachmentList>()({
    access: 'title.read',
    reads: ['attachment', 'title', 'dossier', 'project', 'client', 'permission', 'staff', 'staff_position'],
    input: z.strictObject({ titleId: id }),
  }),
  /** How things looked when they went out and came back: photos of a borrowing slip, for whoever reads the slip. */
  ofBorrowing: query<AttachmentList>()({
    access: 'borrowing.ask',
    reads: [
      'attachment',
      'borrowing',
      'borrowing_line',
      'borrowing_renewal',
      'title_slip',
      'permission',
      'staff',
      'staff_position',
    ],
    input: z.strictObject({ borrowingId: id }),
  }),
  /** Evidence of a complaint, for whoever reads the case; when it is filed it stands in its dossier's list as well. */
  ofComplaint: query<AttachmentList>()({
    access: 'complaint.read',
    reads: [
      ...[
        'attachment',
        'complaint',
        'complaint_accused',
        'client',
        'department',
        'permission',
        'staff',
        'staff_position',
      ],
      'dossier',
    ],
    input: z.strictObject({ complaintId: id }),
  }),
  /**
   * A slice of the file. Shorter than asked for at its end. Of a title for whoever reads titles, of a slip and a complaint for whoever reads them, of
   * a dossier for whoever reads dossiers, of a destroyed one for archivists and executives only.
   */
  read: query<Uint8Array>()({
    access: 'signedIn',
    reads: [
      'attachment',
      'dossier',
      'title',
      'borrowing',
      ...['complaint', 'complaint_accused', 'complaint_paper', 'department'],
      'project',
      'client',
      'permission',
      'staff',
      'staff_position',
    ],
    input: z.strictObject({ id, from: z.int().min(0), length: z.int().min(1).max(SLICE_BYTES) }),
  }),
  /** Announces a file that comes from the window in slices. Nothing is in the ledger before `add`. */
  begin: query<{ ticket: string }>()({
    access: 'attachment.add',
    reads: [
      ...[
        'attachment',
        'dossier',
        'dossier_item',
        'title',
        'borrowing',
        'borrowing_line',
        'title_slip',
        'project',
        'client',
      ],
      ...['complaint', 'complaint_accused', 'department'],
      ...['permission', 'staff', 'staff_position', 'event'],
    ],
    input: z.strictObject({ subject: attachmentSubject, name: givenName, bytes: z.int().min(0) }),
  }),
  /** The next slice of an announced file, in its order. */
  append: query<{ received: number }>()({
    access: 'attachment.add',
    reads: [],
    input: z.strictObject({
      ticket: z.string().max(40),
      from: z.int().min(0),
      slice: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= SLICE_BYTES),
    }),
  }),
  /** All slices are there: the file is kept, and then the ledger names it. */
  add: command<{ id: number }>()({ access: 'attachment.add', input: z.strictObject({ ticket: z.string().max(40) }) }),
  /** Asks for files by the system's dialog and takes those that can be shown; no ids when the person chose none. */
  choose: command<{ ids: number[]; refused: RefusedFile[] }>()({
    access: 'attachment.add',
    input: z.strictObject({ subject: attachmentSubject }),
  }),
  /** What main does with files for this window; `null` when nothing. */
  progress: query<AttachmentProgress | null>()({ access: 'signedIn', reads: ['attachmentProgress'], input: nothing }),
  /** Gives up what is under way for this window: nothing half stays behind. */
  cancel: command()({ access: 'signedIn', input: nothing }),
  rotate: command()({
    access: 'attachment.add',
    input: z.strictObject({ id, rotation: z.literal([...ROTATIONS]) }),
  }),
  /** Puts it with another paper of the same dossier, or with the dossier as a whole. */
  assign: command()({ access: 'attachment.add', input: z.strictObject({ id, subject: attachmentSubject }) }),
  /** Takes it out of the record. Its file stays, since the journal names it. */
  remove: command()({ access: 'attachment.remove', input: z.strictObject({ id, reason: requiredLine(500) }) }),
  /** Reads every file and compares it with the ledger. */
  check: command<FilesVerdict>()({ access: 'audit.read', input: nothing }),
} as const;
