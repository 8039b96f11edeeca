import { ahead } from '../ipc/ahead';
import type { SearchIndex } from './search-index';

interface Parts {
  index: SearchIndex;
  isOpen(): boolean;
  /** Writes what is no act; answers whether it could. */
  aside(write: () => void): boolean;
  /** Told now and then that more is found, and at the end all that is. */
  publish(topics: readonly string[]): void;
  failed(error: unknown): void;
}

/** Whoever waits for the rest sees it become less. */
const TELL_MS = 500;
/** While a long act writes, and after a failure. */
const LATER_MS = 1_000;

const SEARCHED = 'search_behind';

/** Has the index catch up with the journal, a slice between two answers; what cannot be done now is tried again. */
export function createCatchUp({ index, isOpen, aside, publish, failed }: Parts) {
  let underway = false;
  const later = () => void setTimeout(goOn, LATER_MS).unref();
  function* slices(): Generator<void> {
    let toldAt = performance.now();
    while (!index.isDone()) {
      const wasBehind = index.left() > 0;
      if (!aside(index.catchUp)) return later();
      if (wasBehind && index.left() === 0) publish([...index.tables, SEARCHED]);
      else if (performance.now() - toldAt >= TELL_MS) {
        toldAt = performance.now();
        publish([SEARCHED]);
      }
      yield;
    }
  }
  const run = async () => {
    try {
      await ahead(slices(), () => (isOpen() ? 'goOn' : 'stop'));
    } catch (error) {
      failed(error);
      later();
    } finally {
      underway = false;
    }
  };
  /** Goes on where it stood; at once nothing when nothing is left or it is underway. */
  function goOn(): void {
    if (underway || !isOpen() || index.isDone()) return;
    underway = true;
    void run();
  }
  return { goOn };
}
