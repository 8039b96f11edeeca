import { createHash } from 'node:crypto';
import type { CaseExtensionState } from '../../../shared/api/case-extension.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Procedure, Step } from '../../../shared/complaint/procedure';
import { canonicalJson } from '../../db/journal';
import type { Granted } from './course.rules';
import { type Parties, type Person, whyNotTaker } from './takers.rules';

/** A request as it stands in its table. */
export interface CaseExtension {
  id: number;
  complaintId: number;
  round: number;
  limitCode: string;
  askerId: number;
  asker: string;
  dueOn: Day;
  newDueOn: Day;
  reason: string;
  askedOn: Day;
  state: Exclude<CaseExtensionState, 'lapsed'>;
  closedOn?: Day;
  deciderId?: number;
  decider?: string;
  decidedAt?: string;
  answer: string;
  contentHash?: string;
}

/** What was granted, as the course of a case asks for it. */
export const grantedOf = (all: readonly CaseExtension[]): Granted[] =>
  all
    .filter(({ state }) => state === 'granted')
    .map(({ limitCode, round, newDueOn }) => ({ limit: limitCode, round, until: newDueOn }));

/** Whoever approves solutions decides on more time, too: the same people, and the same who stand in for them. */
const decisionStep = ({ steps }: Procedure): Step => ({
  ...{ code: 'extension', title: '', does: 'approve', required: true, fields: [] },
  by: [...new Set(steps.filter(({ does }) => does === 'approve').flatMap(({ by }) => by))],
});

/** Why somebody may not decide on a request; a key of errors.json. */
export function whyNotDecider(
  its: Procedure,
  { askerId }: Pick<CaseExtension, 'askerId'>,
  person: Person,
  parties: Parties,
  present: readonly Person[],
): string | undefined {
  const because = whyNotTaker(decisionStep(its), person, { ...parties, proposerId: askerId }, present);
  if (because === 'ownSolution') return 'ownRequest';
  return because === 'notYourStep' ? 'onlyApproversExtend' : because;
}

/** Why somebody may not ask for more time; a key of errors.json. The handler asks; where nobody was named, whoever has the next step. */
export function whyNotAsker(
  next: Step | undefined,
  person: Person,
  parties: Parties,
  present: readonly Person[],
): string | undefined {
  if (parties.accused.includes(person.id)) return 'complainedOf';
  if (person.id === parties.handlerId) return undefined;
  return next && whyNotTaker(next, person, parties, present) === undefined ? undefined : 'onlyHandlerAsks';
}

/** SHA-256 of what an approver signs (docs/journal-format.md): the request as it was asked, and what he or she decides. */
export function caseExtensionHash(its: CaseExtension, granted: boolean, answer: string): string {
  const { complaintId, round, limitCode, askerId, dueOn, newDueOn, reason, askedOn } = its;
  const signed = { complaintId, round, limitCode, askerId, dueOn, newDueOn, reason, askedOn, granted, answer };
  return createHash('sha256').update(canonicalJson(signed)).digest('hex');
}
