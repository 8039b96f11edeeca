import type { RestoreRepo } from './restore.repo';
import { restoreHash } from './restore.rules';

/** Does what two people signed of a restore not fit the row that stands in the table? Answers the lowest event of all. */
export function* walkRestores(repo: Pick<RestoreRepo, 'signed' | 'signedIn'>): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (const { id, contentHash, ...its } of repo.signed()) {
    if (contentHash !== restoreHash(its)) lowest = Math.min(lowest ?? Number.MAX_SAFE_INTEGER, repo.signedIn(id));
    yield;
  }
  return lowest;
}
