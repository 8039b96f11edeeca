import type { Rolldown } from 'vite';

type Graph = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

/** What a page reads before anything is asked for, less itself. */
function readWith(page: string, graph: Graph): ReadonlySet<string> {
  const found = new Set([page]);
  // A set goes on to what is added while it is walked through.
  for (const id of found) for (const its of graph.getModuleInfo(id)?.importedIds ?? []) found.add(its);
  found.delete(page);
  return found;
}

/**
 * What the window reads when it starts lies in a few files and not in fifty, since main has to answer for each: apart is only what
 * forms, or the sentence on the command line, read too. What a page reads later stays as it is.
 */
export function startChunks(pages: Readonly<Record<'start' | 'print' | 'say', string>>): Rolldown.CodeSplittingOptions {
  let known: [name: string, reads: ReadonlySet<string>][] | undefined;
  const readersOf = (id: string, graph: Graph): string => {
    known ??= Object.entries(pages).map(([name, page]) => [name, readWith(page, graph)]);
    return known.flatMap(([name, reads]) => (reads.has(id) ? [name] : [])).join('-');
  };
  // No file takes along what its modules need: words are read by pattern (renderer/i18n/index.ts), and forms would get all of them.
  return {
    groups: ['start-print-say', 'start-print', 'start-say', 'start'].map((readers) => ({
      name: (id: string, graph: Graph) => (readersOf(id, graph) === readers ? readers : null),
      includeDependenciesRecursively: false,
    })),
  };
}
