import { createHash } from 'node:crypto';
import type { ExtensionRow } from '../../../shared/api/extension.contract';
import type { HandoverKind } from '../../../shared/api/handover.contract';
import type { Position } from '../../../shared/api/people.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { canonicalJson } from '../../db/journal';

/** Whoever could decide a request, as far as the rule looks at a person. */
export interface Approver {
  id: number;
  positions: readonly Position[];
  /** Departments that a deputy manager is in charge of. */
  inChargeOf: readonly number[];
}

/**
 * Why a person who may approve at all may not approve this one; a key of errors.json. A deputy manager decides for the departments
 * in his or her charge only, and nobody decides on a request of the own (procedure for loan and guarantee archives, approval).
 */
export function whyNotDecidable(approver: Approver, asker: { id: number; departmentId: number }): string | undefined {
  if (approver.id === asker.id) return 'ownRequest';
  const isOnlyDeputy =
    approver.positions.includes('deputyManager') &&
    !approver.positions.includes('chairman') &&
    !approver.positions.includes('generalManager');
  return isOnlyDeputy && !approver.inChargeOf.includes(asker.departmentId) ? 'notInCharge' : undefined;
}

/** Where a dossier's papers are, and who has to bring them on. */
export interface OwedStep {
  step: HandoverKind;
  /** Who owes it. */
  staffId: number;
  dueOn?: Day;
}

/** Why somebody may not ask for more time now; a key of errors.json. */
export function whyNotAskable(owed: OwedStep | undefined, waiting: boolean, staffId: number): string | undefined {
  if (!owed) return 'nothingToExtend';
  if (owed.staffId !== staffId) return 'onlyWhoOwesAsks';
  if (owed.dueOn === undefined) return 'noLimitToExtend';
  return waiting ? 'extensionWaits' : undefined;
}

type Signed = Pick<ExtensionRow, 'dossierId' | 'step' | 'askerId' | 'dueOn' | 'newDueOn' | 'reason' | 'askedOn'>;

/** SHA-256 of what an approver signs (docs/journal-format.md): the request as it was asked, and what he or she decides. */
export function extensionHash(its: Signed, decision: 'granted' | 'refused', answer: string): string {
  const { dossierId, step, askerId, dueOn, newDueOn, reason, askedOn } = its;
  const signed = { dossierId, step, askerId, dueOn, newDueOn, reason, askedOn, decision, answer };
  return createHash('sha256').update(canonicalJson(signed)).digest('hex');
}
