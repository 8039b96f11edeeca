import type { Delivery, SupplementLine } from '../../../shared/api/supplement.contract';
import type { SupplementRepo } from './supplement.repo';
import { signedContent } from './supplement.rules';

/** Does a signature of a supplement list not fit what stands in the tables? Answers the lowest event of all. */
export function* walkSupplements(repo: SupplementRepo): Generator<void, number | undefined> {
  let lowest: number | undefined;
  const note = (seq: number) => {
    lowest = Math.min(lowest ?? seq, seq);
  };
  for (let page = repo.idsAfter(0); page.length > 0; page = repo.idsAfter(page.at(-1) ?? 0))
    for (const id of page) {
      const list = repo.byId(id);
      const lines = repo.lines(id);
      if (list && signedContent.list(list, lines) !== list.contentHash) note(repo.changedIn('list', id));
      for (const line of lines) if (list && !fits(list.no, line)) note(repo.changedIn('line', line.id));
      yield;
    }
  return lowest;
}

const fits = (no: string, line: SupplementLine): boolean =>
  (line.withdrawnHash === undefined || line.withdrawnHash === signedContent.withdrawn(no, line, line.reason)) &&
  line.deliveries.every((its) => deliveryFits(no, line, its));

const deliveryFits = (no: string, line: SupplementLine, its: Delivery): boolean =>
  its.giverHash === signedContent.handedIn(no, line, its) &&
  (its.state === 'waiting' || its.receiverHash === signedContent.received(no, line, its, its.state));
