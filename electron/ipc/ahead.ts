import { setImmediate } from 'node:timers/promises';

/** So long at a time: whoever clicks meanwhile does not notice. */
const TURN_MS = 8;

/**
 * Takes the steps of work that is not asked for yet, or that somebody waits for, letting everything else by in between. Before each
 * turn `may` tells whether it may go on now, must wait a turn, or is not wanted any more.
 */
export async function ahead(steps: Iterator<unknown>, may: () => 'goOn' | 'wait' | 'stop'): Promise<void> {
  for (;;) {
    await setImmediate();
    const said = may();
    if (said === 'stop') return;
    if (said === 'wait') continue;
    const pauseAt = performance.now() + TURN_MS;
    do {
      if (steps.next().done) return;
    } while (performance.now() < pauseAt);
  }
}
