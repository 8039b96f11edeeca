import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ahead } from '../../../electron/ipc/ahead';

function* counting(seen: number[], to: number): Generator<void> {
  for (let i = 1; i <= to; i += 1) {
    seen.push(i);
    yield;
  }
}

test('waits while it must, and takes no further step once it is not wanted', async () => {
  const seen: number[] = [];
  let said: 'goOn' | 'wait' | 'stop' = 'wait';
  const work = ahead(counting(seen, Number.POSITIVE_INFINITY), () => said);
  for (let i = 0; i < 5; i += 1) await setImmediate();
  expect(seen).toEqual([]);
  said = 'goOn';
  while (seen.length === 0) await setImmediate();
  said = 'stop';
  await work;
  const done = seen.length;
  for (let i = 0; i < 5; i += 1) await setImmediate();
  expect(seen).toHaveLength(done);
});

test('lets others by before the work is done, and ends with it', async () => {
  const seen: number[] = [];
  const slow = counting(seen, 3);
  const steps = {
    next: () => {
      const until = performance.now() + 12;
      while (performance.now() < until);
      return slow.next();
    },
  };
  const others: number[] = [];
  const work = ahead(steps, () => {
    others.push(seen.length);
    return 'goOn';
  });
  await work;
  expect(seen).toEqual([1, 2, 3]);
  expect(others).toEqual([0, 1, 2, 3]);
});
