import { setImmediate } from 'node:timers/promises';

/** As long as the program may go without answering anybody else. */
const TURN_MS = 15;

/** Takes the steps of long work, letting everything else by in between. */
export async function inTurns<T>(steps: Iterator<unknown, T>): Promise<T> {
  let pauseAt = performance.now() + TURN_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < pauseAt) continue;
    await setImmediate();
    pauseAt = performance.now() + TURN_MS;
  }
}

/** Takes them without a pause. */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same steps, with something done after each. */
export function* afterEach<T>(steps: Iterator<unknown, T>, act: () => void): Generator<void, T> {
  for (;;) {
    const step = steps.next();
    act();
    if (step.done) return step.value;
    yield;
  }
}
