import type { ExtensionRepo } from './extension.repo';
import { extensionHash } from './extension.rules';

/** Does an approver's signature not fit the request that stands in the table? Answers the lowest event of all. */
export function* walkExtensions(repo: ExtensionRepo): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (let page = repo.signedAfter(0); page.length > 0; page = repo.signedAfter(page.at(-1)?.id ?? 0)) {
    for (const its of page) {
      const decision = its.state === 'granted' ? 'granted' : 'refused';
      if (its.contentHash === extensionHash(its, decision, its.answer)) continue;
      const seq = repo.signedIn(its.id);
      lowest = Math.min(lowest ?? seq, seq);
    }
    yield;
  }
  return lowest;
}
