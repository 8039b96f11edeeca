import { createHash } from 'node:crypto';
import type { Custody } from '../../../shared/api/safe.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { canonicalJson } from '../../db/journal';

/** What holder and supervisor of a key or a combination sign (docs/journal-format.md). */
export interface SignedCustody {
  safeId: number;
  kind: Custody['kind'];
  label: string;
  holderId: number;
  supervisorId: number;
  reason: string;
  takenOn: Day;
}
/** What two people sign who open a safe. */
export interface SignedOpening {
  safeId: number;
  openedAt: string;
  reason: string;
  operatorId: number;
  secondId: number;
}

const sha256 = (signed: unknown) => createHash('sha256').update(canonicalJson(signed)).digest('hex');
export const custodyHash = ({ safeId, kind, label, holderId, supervisorId, reason, takenOn }: SignedCustody): string =>
  sha256({ safeId, kind, label, holderId, supervisorId, reason, takenOn });
export const openingHash = ({ safeId, openedAt, reason, operatorId, secondId }: SignedOpening): string =>
  sha256({ safeId, openedAt, reason, operatorId, secondId });

/**
 * A safe opens when one of the two holds a key and the other one the combination (SPEC: opening the safe takes two different
 * people). Answers why they cannot; `undefined` when they can.
 */
export function whyNotOpenable(
  custody: readonly Pick<Custody, 'kind' | 'holderId'>[],
  operatorId: number,
  secondId: number,
): 'noKeyAmongThem' | 'noCombinationAmongThem' | undefined {
  const holds = (staffId: number, kind: Custody['kind']) =>
    custody.some((its) => its.kind === kind && its.holderId === staffId);
  if (!holds(operatorId, 'key') && !holds(secondId, 'key')) return 'noKeyAmongThem';
  if (!holds(operatorId, 'combination') && !holds(secondId, 'combination')) return 'noCombinationAmongThem';
  return undefined;
}
