import { QueryClient } from '@tanstack/react-query';

/** Everything that the window knows of the ledger; emptied when the window is locked. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The main process tells when something has changed (live-updates.ts): until then an answer stays true.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
