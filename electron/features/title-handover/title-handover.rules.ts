import { createHash } from 'node:crypto';
import type { TitleHandoverLine, TitleHandoverSignature } from '../../../shared/api/title-handover.contract';
import { addWorkingDays, type Calendar, type Day, isWorkingDay } from '../../../shared/calendar/working-days';
import { canonicalJson } from '../../db/journal';

/** 权交〔2026〕001号: lists of title documents run through each year. */
export const writeTitleHandoverNo = (year: string, seq: number): string =>
  `权交〔${year}〕${String(seq).padStart(3, '0')}号`;

/** Title documents are handed over on the working day on which the company got them, or on the next one. */
export const dueOnFor = (obtainedOn: Day, calendar: Calendar): Day =>
  isWorkingDay(obtainedOn, calendar) ? obtainedOn : addWorkingDays(obtainedOn, 1, calendar);

type SignedLine = Omit<
  TitleHandoverLine,
  'id' | 'nameAgrees' | 'numberAgrees' | 'quantityFound' | 'checkRemark' | 'titleId'
>;
export interface SignedTitleHandover {
  no: string;
  projectId: number;
  obtainedOn: Day;
  lines: readonly TitleHandoverLine[];
  reason: string;
}
type Role = TitleHandoverSignature['role'];

/** SHA-256 of what a role signs (docs/journal-format.md): the list, and with it what was found or why it goes back. */
export function contentHash(its: SignedTitleHandover, role: Role): string {
  const { no, projectId, obtainedOn, lines, reason } = its;
  const list = { no, projectId, obtainedOn, lines: lines.map(signedLine) };
  const compared = lines.map(({ ordinal, nameAgrees, numberAgrees, quantityFound, checkRemark }) => ({
    ...{ ordinal, nameAgrees, numberAgrees, quantityFound, checkRemark },
  }));
  const signed =
    role === 'giver' ? list : role === 'withdrawer' || role === 'sender' ? { ...list, reason } : { ...list, compared };
  return createHash('sha256').update(canonicalJson(signed)).digest('hex');
}

function signedLine(line: TitleHandoverLine): SignedLine {
  const {
    id: _,
    nameAgrees: __,
    numberAgrees: ___,
    quantityFound: ____,
    checkRemark: _____,
    titleId: ______,
    ...its
  } = line;
  return its;
}

export const isChecked = (line: TitleHandoverLine): boolean => line.quantityFound !== undefined;
/** Name, number and quantity agree with the certificate in hand. */
export const agrees = (line: TitleHandoverLine): boolean =>
  line.nameAgrees === true && line.numberAgrees === true && line.quantityFound === line.quantity;
