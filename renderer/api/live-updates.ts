import type { QueryClient } from '@tanstack/react-query';
import { methods } from '../../shared/api';

/** Reads again every answer on screen that looks at one of the tables that a commit has changed. */
export function startLiveUpdates(queryClient: QueryClient): () => void {
  return window.bridge.on((tables) => {
    const changed = new Set(tables);
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => looksAt(queryKey[0], changed) });
  });
}

function looksAt(key: unknown, changed: ReadonlySet<string>): boolean {
  const method = typeof key === 'string' ? methods.get(key) : undefined;
  return method?.kind === 'query' && method.reads.some((table) => changed.has(table));
}
