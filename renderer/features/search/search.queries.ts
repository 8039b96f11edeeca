import { client, useRead } from '../../api/client';

/** Hits for what is typed; while the next answer is on its way the last one stays on screen. */
export function useSearch(text: string) {
  return useRead(client.search.find, { text }, { enabled: text !== '', keepPrevious: true, gcTime: 5_000 });
}
