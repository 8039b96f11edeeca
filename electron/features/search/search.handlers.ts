import type { Permission } from '../../../shared/api/contract';
import { SEARCH_KINDS, type SearchKind } from '../../../shared/api/search.contract';
import type { HandlersOf } from '../../ipc/dispatch';
import type { SearchRepo } from './search.repo';

/** What a person must be allowed to read to be shown a hit of that kind; names of colleagues are no secret. */
const NEEDS: Readonly<Record<SearchKind, Permission | undefined>> = {
  dossier: 'dossier.read',
  dossierItem: 'dossier.read',
  number: 'ledger.read',
  handover: 'dossier.read',
  disposal: 'dossier.read',
  supplement: 'dossier.read',
  client: 'client.read',
  project: 'client.read',
  title: 'title.read',
  titleSlip: 'title.read',
  titleHandover: 'title.read',
  stocktake: 'title.read',
  borrowing: 'borrowing.read',
  complaint: 'complaint.oversee',
  penalty: 'complaint.oversee',
  staffHandover: 'staffHandover.prepare',
  staff: undefined,
};

export function createSearchHandlers(
  repo: SearchRepo,
  left: () => number,
  allows: (staffId: number, permission: Permission) => boolean,
): HandlersOf<'search'> {
  const mayFind = (kind: SearchKind, staffId: number) => {
    const needed = NEEDS[kind];
    return needed === undefined || allows(staffId, needed);
  };
  return {
    behind: () => ({ left: left() }),
    find: ({ text }, ctx) =>
      SEARCH_KINDS.filter((kind) => mayFind(kind, ctx.actor.staffId))
        .map((kind) => ({ kind, ...repo.find(kind, text) }))
        .filter((group) => group.hits.length > 0),
  };
}
