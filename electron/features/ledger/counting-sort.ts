/** Keys that lie no further apart are sorted in one go. */
const SLOTS = 1 << 20;
const HALF_BITS = 16;
const HALF = 1 << HALF_BITS;

type Steps = Generator<void, Int32Array<ArrayBuffer>>;

/**
 * The ids from 1 that are there, by their key (0 or more) and then by id. A million take some milliseconds a step; neither list may
 * change between two steps.
 */
export function* sortedByKey(keys: Int32Array, there: Uint8Array, end: number): Steps {
  const [lowest, highest] = span(keys, end);
  yield;
  if (highest - lowest < SLOTS) return yield* sortedOnce(keys, there, end, lowest - 1, highest - lowest + 2);
  let ids = new Int32Array(end);
  let length = 0;
  for (let id = 1; id < end; id += 1) if (there[id] === 1) ids[length++] = id;
  ids = ids.slice(0, length);
  yield;
  // By the lower half of the key, then by the upper one: equal ones stay as they lie.
  return yield* sortedByHalf(yield* sortedByHalf(ids, keys, 0), keys, HALF_BITS);
}

/** Nothing (0) does not count: days lie close together, far from it. */
function span(keys: Int32Array, end: number): [lowest: number, highest: number] {
  let [lowest, highest] = [2 ** 31 - 1, 1];
  for (let id = 1; id < end; id += 1) {
    const key = keys[id] as number;
    if (key > highest) highest = key;
    if (key !== 0 && key < lowest) lowest = key;
  }
  return [Math.min(lowest, highest), highest];
}

function* sortedOnce(keys: Int32Array, there: Uint8Array, end: number, below: number, slots: number): Steps {
  const from = new Int32Array(slots + 1);
  for (let id = 1; id < end; id += 1) {
    const key = keys[id] as number;
    const slot = (key === 0 ? 0 : key - below) + 1;
    from[slot] = (from[slot] as number) + (there[id] as number);
  }
  yield;
  for (let i = 1; i <= slots; i += 1) from[i] = (from[i] as number) + (from[i - 1] as number);
  const sorted = new Int32Array(from[slots] as number);
  for (let id = 1; id < end; id += 1) {
    if (there[id] !== 1) continue;
    const key = keys[id] as number;
    const slot = key === 0 ? 0 : key - below;
    const at = from[slot] as number;
    sorted[at] = id;
    from[slot] = at + 1;
  }
  return sorted;
}

function* sortedByHalf(ids: Int32Array, keys: Int32Array, shift: number): Steps {
  const from = new Int32Array(HALF + 1);
  for (let i = 0; i < ids.length; i += 1) {
    const slot = (((keys[ids[i] as number] as number) >> shift) & (HALF - 1)) + 1;
    from[slot] = (from[slot] as number) + 1;
  }
  yield;
  for (let i = 1; i <= HALF; i += 1) from[i] = (from[i] as number) + (from[i - 1] as number);
  const sorted = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] as number;
    const slot = ((keys[id] as number) >> shift) & (HALF - 1);
    const at = from[slot] as number;
    sorted[at] = id;
    from[slot] = at + 1;
  }
  return sorted;
}
