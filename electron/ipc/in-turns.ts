import { setImmediate } from 'node:timers/promises';

/** As long as the program may go without answering anybody else. */
const TURN_MS = 15;

/** Takes the steps of long work, letting everything else by in between; `afterTurn` runs at the end of each turn. */
export async function inTurns<T>(steps: Iterator<unknown, T>, afterTurn: () => void = () => undefined): Promise<T> {
  let pauseAt = performance.now() + TURN_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      afterTurn();
      return step.value;
    }
    if (performance.now() < pauseAt) continue;
    afterTurn();
    await setImmediate();
    pauseAt = performance.now() + TURN_MS;
  }
}
