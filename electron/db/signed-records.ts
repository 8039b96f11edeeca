/** Records with signatures below them, as a walk over all of them needs to read them. */
export interface SignedRecords<R extends { id: number }> {
  /** The records with ids above `id`, a page of them. */
  after(id: number): readonly R[];
  signatures(id: number): readonly { role: string; contentHash: string }[];
  /** What each role should have signed of the record as it stands now. */
  expected(record: R): (role: string) => string;
  /** The event in which somebody signed in that role. */
  signedBy(id: number, role: string): number;
}

/**
 * Does a signature not fit what stands in the tables? Answers the event in which it was given, the lowest of all. Pauses after
 * each record.
 */
export function* walkSigned<R extends { id: number }>(records: SignedRecords<R>): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (let page = records.after(0); page.length > 0; page = records.after(page.at(-1)?.id ?? 0))
    for (const its of page) {
      const expected = records.expected(its);
      for (const { role, contentHash: signed } of records.signatures(its.id)) {
        if (signed === expected(role)) continue;
        const seq = records.signedBy(its.id, role);
        lowest = Math.min(lowest ?? seq, seq);
      }
      yield;
    }
  return lowest;
}
