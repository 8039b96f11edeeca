/** Keys that lie no further apart are sorted in one go. */
const SLOTS = 1 << 18;
const HALF = 65_536;

/** The ids from 1 that are there, by their key and then by id. */
export function sortedByKey(keys: Int32Array, there: Uint8Array, end: number): Int32Array {
  let [count, lowest, highest] = [0, 2 ** 31 - 1, 0];
  for (let id = 1; id < end; id += 1) {
    if (there[id] !== 1) continue;
    count += 1;
    const key = keys[id] as number;
    if (key < lowest) lowest = key;
    if (key > highest) highest = key;
  }
  const ids = new Int32Array(count);
  let length = 0;
  for (let id = 1; id < end; id += 1) if (there[id] === 1) ids[length++] = id;
  if (highest <= lowest) return ids;
  if (highest - lowest < SLOTS) return sortedOnce(ids, keys, lowest, 0, highest - lowest + 1);
  // By the lower half of the key, then by the upper one: equal ones stay as they lie.
  return sortedOnce(sortedOnce(ids, keys, lowest, 0, HALF), keys, lowest, 16, HALF);
}

function sortedOnce(ids: Int32Array, keys: Int32Array, lowest: number, shift: number, slots: number): Int32Array {
  const mask = shift === 0 && slots > HALF ? -1 : HALF - 1;
  const from = new Int32Array(slots + 1);
  for (let i = 0; i < ids.length; i += 1) {
    const slot = ((((keys[ids[i] as number] as number) - lowest) >>> shift) & mask) + 1;
    from[slot] = (from[slot] as number) + 1;
  }
  for (let i = 1; i <= slots; i += 1) from[i] = (from[i] as number) + (from[i - 1] as number);
  const sorted = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] as number;
    const slot = (((keys[id] as number) - lowest) >>> shift) & mask;
    const at = from[slot] as number;
    sorted[at] = id;
    from[slot] = at + 1;
  }
  return sorted;
}
