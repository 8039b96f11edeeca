import type { Hindrance } from '../../../shared/api/borrowing-slip.contract';
import { AppError } from '../../../shared/api/errors';
import type { Day } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';
import type { TwoSigners } from '../../ipc/signer';
import { whyNotBefore, whyNotDue } from './borrowing.rules';

/** A title document as a slip looks at it. */
export interface TitleThing {
  id: number;
  certificateNo: string;
  name: string;
  quantity: number;
  projectId: number;
  place: string;
  /** Where it lies in a safe now, or was taken from: its pieces come back there. */
  homeId?: number | undefined;
}

/** An act at the safe that is looked at before anybody signs, and written inside the commit of the slip. */
export interface SafeAct {
  /** Hash of the act, by which it is seen whether it is still the same when the secrets have been checked. */
  seen: string;
  demandPossible(custodianId: number, secondId: number, ctx: SignedInContext): void;
  write(by: TwoSigners, ctx: SignedInContext): { id: number; no: string };
}

/** Title documents in their safes; each throws or answers what is in the way. */
export interface TitlesAtSafe {
  thing(id: number): TitleThing | undefined;
  byCertificate(certificateNo: string): number | undefined;
  whyNotOut(id: number, today: Day): Hindrance | undefined;
  lend(
    its: { titleIds: readonly number[]; no: string; purpose: string; party: string; partyStaffId: number; dueOn: Day },
    today: Day,
  ): SafeAct;
  giveBack(
    its: { pieces: readonly { titleId: number; quantity: number; compartmentId: number }[]; no: string },
    today: Day,
  ): SafeAct;
}

/** The dossier feature's part in a lending: it alone writes its tables. */
export interface LentDossiers {
  setOut(id: number, state: 'received' | 'partlyLent' | 'lent'): void;
}

const NOT_ALLOWED: ReadonlySet<string> = new Set(['ownBorrowing', 'notApproverOfBorrowing', 'notOwnBorrowing']);

export function demandNone(hindrance: Hindrance | undefined): void {
  if (!hindrance) return;
  const code = NOT_ALLOWED.has(hindrance.reason) ? 'notAllowed' : 'conflict';
  throw new AppError(code, hindrance.reason, hindrance.details);
}

/** Why something cannot be done; `undefined` when nothing is in its way. */
export function refusalOf(look: () => unknown): Hindrance | undefined {
  try {
    look();
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { reason: error.reason, details: error.details };
  }
}

/** A day by which something is to be back is neither past nor years away. */
export function demandDue(dueOn: Day, today: Day): void {
  demandNone(whyNotDue(dueOn, today));
}

/** A step is on the day of the one that it follows, or later. */
export function demandAfter(before: Day | undefined, today: Day): void {
  demandNone(whyNotBefore(before, today));
}
