import type { CaseExtensionRepo } from './case-extension.repo';
import { caseExtensionHash } from './case-extension.rules';
import type { ComplaintRepo } from './complaint.repo';
import type { PenaltyRepo } from './penalty.repo';
import { isAsSigned } from './penalty.rules';
import type { ProcedureRepo } from './procedure.repo';
import { procedureHash } from './procedure-hash.rules';
import { stepHash } from './said.rules';

/** Does a signature not fit the steps that stand in the table? Answers the lowest event of all. */
export function* walkComplaints(repo: ComplaintRepo): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (let page = repo.signedAfter(0); page.length > 0; page = repo.signedAfter(page.at(-1) ?? 0))
    for (const complaintId of page) {
      const steps = repo.steps(complaintId);
      for (const [i, { id, round, step, said, contentHash }] of steps.entries()) {
        if (contentHash === undefined) continue;
        const before = steps.slice(0, i).map((one) => one.said);
        if (contentHash === stepHash({ complaintId, round, step, said, before })) continue;
        const seq = repo.signedIn(id);
        lowest = Math.min(lowest ?? seq, seq);
      }
      yield;
    }
  return lowest;
}

/** Does an approver's signature not fit the request for more time? Answers the lowest event of all. */
export function* walkCaseExtensions(repo: CaseExtensionRepo): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (let page = repo.after(0); page.length > 0; page = repo.after(page.at(-1)?.id ?? 0)) {
    for (const its of page) {
      const { contentHash, state, answer } = its;
      if (contentHash === undefined || contentHash === caseExtensionHash(its, state === 'granted', answer)) continue;
      const seq = repo.signedIn(its.id);
      lowest = Math.min(lowest ?? seq, seq);
    }
    yield;
  }
  return lowest;
}

/** Does something that was signed not fit the penalty or reward? Answers the lowest event of all. */
export function* walkPenalties(repo: PenaltyRepo): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (let page = repo.after(0); page.length > 0; page = repo.after(page.at(-1)?.id ?? 0)) {
    for (const its of page) {
      if (isAsSigned(its)) continue;
      const seq = repo.signedIn(its.id);
      lowest = Math.min(lowest ?? seq, seq);
    }
    yield;
  }
  return lowest;
}

/** The same of procedures that were put into force by signature. */
export function* walkProcedures(repo: ProcedureRepo): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (const { id, firstId, version, definition, contentHash } of repo.signed()) {
    if (contentHash !== procedureHash({ firstId, version, definition }))
      lowest = Math.min(lowest ?? repo.signedIn(id), repo.signedIn(id));
    yield;
  }
  return lowest;
}
