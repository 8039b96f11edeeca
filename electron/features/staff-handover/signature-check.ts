import type { StaffHandoverRepo } from './staff-handover.repo';
import { contentHash, exceptionHash } from './staff-handover.rules';

/**
 * Does a signature of a staff handover, or of an exception, not fit what stands in the tables? Answers the event in which it was
 * given, the lowest of all. Pauses after each list.
 */
export function* walkStaffSignatures(repo: StaffHandoverRepo): Generator<void, number | undefined> {
  let lowest: number | undefined;
  const found = (seq: number) => {
    lowest = Math.min(lowest ?? seq, seq);
  };
  for (let page = repo.after(0); page.length > 0; page = repo.after(page.at(-1)?.id ?? 0))
    for (const head of page) {
      for (const round of repo.rounds(head.id)) {
        const signed = { head, round, lines: repo.lines(round.id) };
        for (const { role, staffId, absence, contentHash: given } of repo.signatures(round.id))
          if (given !== contentHash(signed, absence)) found(repo.signedBy(round.id, role, staffId));
      }
      yield;
    }
  for (let page = repo.exceptionsAfter(0); page.length > 0; page = repo.exceptionsAfter(page.at(-1)?.id ?? 0))
    for (const its of page) {
      if (its.contentHash !== exceptionHash(its)) found(repo.exceptionSignedBy(its.id));
      yield;
    }
  return lowest;
}
