/** Up to so many are looked for one by one. */
const FEW = 4;
/** Room for dossiers to come, so that one more need not copy a million. */
const SPARE = 1_000;

export type IdList = ReturnType<typeof createIdList>;

/** Dossiers in some order, lowest first. The list is changed in place: what `ids` answers is good until then. */
export function createIdList(ids: Int32Array) {
  let held = ids;
  let length = ids.length;

  const takeOut = (id: number) => {
    const at = held.indexOf(id);
    if (at < 0 || at >= length) return;
    held.copyWithin(at, at + 1, length);
    length -= 1;
  };
  const takeOutMany = (changed: readonly number[]) => {
    const isOut = new Uint8Array(changed.reduce((highest, id) => Math.max(highest, id), 0) + 1);
    for (const id of changed) isOut[id] = 1;
    let kept = 0;
    for (let i = 0; i < length; i += 1) {
      const id = held[i] as number;
      if (isOut[id] !== 1) held[kept++] = id;
    }
    length = kept;
  };
  /** The first place from `low` on whose dossier does not stand before `id`. */
  const placeOf = (id: number, low: number, compare: (a: number, b: number) => number): number => {
    let [from, to] = [low, length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (compare(held[middle] as number, id) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const makeRoom = (more: number) => {
    if (length + more <= held.length) return;
    const larger = new Int32Array(length + more + SPARE);
    larger.set(held.subarray(0, length));
    held = larger;
  };
  /** Last first: each is moved once, together with what stands behind it. */
  const putIn = (ids: readonly number[], compare: (a: number, b: number) => number) => {
    makeRoom(ids.length);
    const sorted = [...ids].sort(compare);
    let low = 0;
    const places = sorted.map((id) => {
      low = placeOf(id, low, compare);
      return low;
    });
    let end = length;
    for (let i = sorted.length - 1; i >= 0; i -= 1) {
      const place = places[i] as number;
      held.copyWithin(place + i + 1, place, end);
      held[place + i] = sorted[i] as number;
      end = place;
    }
    length += sorted.length;
  };
  return {
    length: () => length,
    ids: (): Int32Array => held.subarray(0, length),
    /** Takes out what changed, wherever it stands, and puts in what belongs here now. */
    mend: (changed: readonly number[], belong: readonly number[], compare: (a: number, b: number) => number): void => {
      if (changed.length > FEW) takeOutMany(changed);
      else for (const id of changed) takeOut(id);
      putIn(belong, compare);
    },
  };
}
