import { useRef } from 'react';
import { DECISIONS, type Decision, type DueRow } from '../../../shared/api/disposal.contract';
import { useDraft } from '../../app/session.store';

/** What the appraiser thinks of one dossier; without a decision it is left out. */
export interface Opinion {
  decision?: Decision | undefined;
  years?: number | undefined;
  remarks: string;
}

export interface AppraisalDraft {
  reason: string;
  opinions: Readonly<Record<number, Opinion>>;
}

export const NO_OPINION: Opinion = { remarks: '' };
const BLANK: AppraisalDraft = { reason: '', opinions: {} };

/** Opinions outlive the page until they are signed. */
export function useAppraisalDraft(rows: readonly DueRow[]) {
  const { draft, isKept, keep, drop } = useDraft<AppraisalDraft>('appraisal', BLANK);
  // Lines that were not drawn anew still write into the draft as it is now.
  const latest = useRef(draft);
  latest.current = draft;
  const write = (its: AppraisalDraft) => {
    latest.current = its;
    keep(its);
  };
  const chosen = rows.filter((row) => row.because === undefined && draft.opinions[row.id]?.decision !== undefined);
  const opinionOf = (id: number): Opinion => draft.opinions[id] ?? NO_OPINION;
  const counts = Object.fromEntries(
    DECISIONS.map((decision) => [decision, chosen.filter(({ id }) => opinionOf(id).decision === decision).length]),
  ) as Record<Decision, number>;
  const unfinished = chosen.filter(({ id }) => {
    const { decision, years, remarks } = opinionOf(id);
    return remarks.trim() === '' || (decision === 'keep' && !years);
  });
  return {
    draft,
    isKept,
    chosen,
    counts,
    opinionOf,
    complete: chosen.length > 0 && unfinished.length === 0 && draft.reason.trim() !== '',
    say: (id: number, opinion: Partial<Opinion>) => {
      const { opinions } = latest.current;
      write({ ...latest.current, opinions: { ...opinions, [id]: { ...(opinions[id] ?? NO_OPINION), ...opinion } } });
    },
    because: (reason: string) => write({ ...latest.current, reason }),
    /** Every dossier that nobody has decided on is to be destroyed. */
    destroyOthers: () => {
      const others = rows.filter((row) => row.because === undefined && opinionOf(row.id).decision === undefined);
      const more = others.map(({ id }) => [id, { ...opinionOf(id), decision: 'destroy' as const }]);
      write({ ...draft, opinions: { ...draft.opinions, ...Object.fromEntries(more) } });
    },
    drop,
  };
}

export type AppraisalWork = ReturnType<typeof useAppraisalDraft>;
