import type { NumberRepo } from './number.repo';
import { voidHash } from './register.rules';

/** Does the signature under a void number not fit the number that stands in the table? Answers the lowest event of all. */
export function* walkVoidNumbers(repo: NumberRepo): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (let page = repo.voidAfter(0); page.length > 0; page = repo.voidAfter(page.at(-1)?.id ?? 0)) {
    for (const { id, hash, ...its } of page) {
      if (hash === voidHash(its)) continue;
      const seq = repo.voidedIn(id);
      lowest = Math.min(lowest ?? seq, seq);
    }
    yield;
  }
  return lowest;
}
