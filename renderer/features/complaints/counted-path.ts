import type { CountedChoice, TallyBy, TallyPeriod } from '../../../shared/api/complaint-book.contract';

/** The list that a number of the statistics counts. */
export function countedPath(
  which: CountedChoice,
  { from, to, procedureFirstId }: TallyPeriod,
  line?: { by: TallyBy; key: string },
): string {
  const asked = { which, from, to, ...(procedureFirstId && { procedure: String(procedureFirstId) }), ...line };
  return `/complaints/counted?${new URLSearchParams(asked)}`;
}
