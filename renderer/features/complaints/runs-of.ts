/** Numbers in their order as people write them: 1–5, 7. */
export function runsOf(numbers: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const no of numbers) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === no) last[1] = no;
    else runs.push([no, no]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
}
