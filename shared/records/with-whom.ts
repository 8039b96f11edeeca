/** Of a record that is out, or some of it: who has it, for whom outside, since when, and by when it is to be back. */
export interface WithWhom {
  /** Of several borrowers the one who brings it back first. */
  lentTo?: string;
  /** Somebody outside, for whom that person answers. */
  lentFor?: string;
  /** How many more have something of it. */
  lentMore?: number;
  lentOn?: string;
  backBy?: string;
}

type Say = (key: 'text--lentFor' | 'text--lentMore', values: Record<string, string | number>) => string;

/** All of them in words. */
export function whoHas({ lentTo = '', lentFor, lentMore = 0 }: WithWhom, say: Say): string {
  const who = lentFor === undefined ? lentTo : say('text--lentFor', { outsider: lentFor, who: lentTo });
  return lentMore > 0 ? say('text--lentMore', { who, count: lentMore + 1 }) : who;
}
