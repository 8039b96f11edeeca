import { Link } from 'react-router';
import type { InputOf } from '../../shared/api/contract';
import type { client } from '../api/client';

type LedgerFilter = NonNullable<InputOf<(typeof client.ledger.list)['method']>['filter']>;

/** A number of dossiers; it opens the ledger with the list that it counts. */
export function LedgerLink({ filter, count }: { filter: LedgerFilter; count: number }) {
  if (count === 0) return <>0</>;
  return (
    // In a row that opens something else it opens its own.
    <Link
      to={`/ledger?filter=${encodeURIComponent(JSON.stringify(filter))}`}
      onClick={(event) => event.stopPropagation()}
    >
      {count}
    </Link>
  );
}
