import './state-word.css';
import type { ReactNode } from 'react';

/** done: as it should be; wait: somebody's turn; out: away or to be watched; late: past its day or refused; plain: over. */
export type Tone = 'done' | 'wait' | 'out' | 'late' | 'plain';

/** A state in a word, with a dot of its colour. */
export function StateWord({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`state-word ${tone}`}>{children}</span>;
}
