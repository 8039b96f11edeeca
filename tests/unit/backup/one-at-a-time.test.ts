import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOneAtATime, type Told } from '../../../electron/backup/one-at-a-time';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A backup that gets on as it is told to; answers the time that is said to be left. */
function backup() {
  const run = createOneAtATime(() => undefined);
  let told: Told = () => undefined;
  let finish: () => void = () => undefined;
  const ended = run.run('/media/stick', 'copying', (its) => {
    told = its;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  const end = () => {
    finish();
    return ended;
  };
  const left = (seconds: number, doing: Parameters<Told>[0]['doing'], done: number) => {
    vi.advanceTimersByTime(seconds * 1_000);
    told({ doing, done, total: 900 });
    return run.running()?.its.secondsLeft;
  };
  return { left, running: run.running, end };
}

describe('the time that a backup still takes', () => {
  test('is told as soon as it is more than a guess, and goes by how fast it has been', async () => {
    const { left, running, end } = backup();
    expect(left(1, 'copying', 100)).toBeUndefined();
    expect(left(1, 'copying', 200)).toBe(7);
    // The stick has become slower.
    expect(left(8, 'copying', 300)).toBe(20);
    expect(left(2, 'copying', 900)).toBe(0);
    await end();
    expect(running()).toBeUndefined();
  });

  test('is counted anew for each step: reading back is faster than writing', async () => {
    const { left, end } = backup();
    expect(left(100, 'copying', 450)).toBe(100);
    expect(left(0, 'readingBack', 0)).toBeUndefined();
    expect(left(2, 'readingBack', 300)).toBe(4);
    await end();
  });
});
