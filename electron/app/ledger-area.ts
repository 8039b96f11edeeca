import type { Database } from 'better-sqlite3';
import type { LedgerNames, LedgerQuestion } from '../../shared/api/ledger.contract';
import type { Commit } from '../db/journal';
import { createLedgerViewHandlers } from '../features/ledger-view/ledger-view.handlers';
import { createLedgerViewRepo } from '../features/ledger-view/ledger-view.repo';
import { createLedgerViewService } from '../features/ledger-view/ledger-view.service';
import type { Repos } from './repos';

/** What stands behind the numbers of a ledger's filter, for its paper. */
export const ledgerNames =
  ({ people, classes, retentions, client }: Pick<Repos, 'people' | 'classes' | 'retentions' | 'client'>) =>
  (filter: LedgerQuestion['filter']): LedgerNames => {
    const name = (id: number | undefined, of: (id: number) => { name: string } | undefined) =>
      id === undefined ? undefined : of(id)?.name;
    return {
      manager: name(filter.managerId, people.person),
      aManager: name(filter.aManagerId, people.person),
      bManager: name(filter.bManagerId, people.person),
      lentTo: name(filter.lentToId, people.person),
      className: name(filter.classId, classes.byId),
      retention: name(filter.retentionId, retentions.byId),
      client: name(filter.clientId, client.byId),
      keeper: name(filter.keeperId, people.person),
    };
  };

/** How each person looks at the ledger. */
export const createLedgerView = (db: Database, commit: Commit) =>
  createLedgerViewHandlers(createLedgerViewService({ repo: createLedgerViewRepo(db), commit }));
