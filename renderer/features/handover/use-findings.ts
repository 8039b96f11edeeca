import { useEffect, useMemo } from 'react';
import type { HandoverView } from '../../../shared/api/handover.contract';
import { useSession } from '../../app/session.store';
import { type CheckedItem, withFindings } from './check.rules';
import {
  allWritten,
  find,
  findingsAt,
  findingsKey,
  keepUnread,
  settle,
  useFindings,
  writeFindings,
} from './findings.store';

/** The items of a handover with what the receiver has found so far, written or still on its way. */
export function useFindingsOf(handover: HandoverView) {
  const staffId = useSession(({ me }) => me?.staffId ?? 0);
  const key = findingsKey(staffId, handover.id);
  const findings = useFindings((state) => findingsAt(state.findings, key));
  useEffect(() => settle(key, handover.items), [key, handover.items]);
  // What a lock or a fault has stopped goes on here.
  useEffect(() => void writeFindings(key, handover.id), [key, handover.id]);
  const items = useMemo(() => withFindings(handover.items, findings), [handover.items, findings]);
  return {
    items,
    failure: findings.failure,
    written: allWritten(findings),
    find: ({ item }: CheckedItem, pagesFound: number | null, remark: string) =>
      find(key, handover.id, item.id, { pagesFound, remark }),
    keepUnread: ({ item }: CheckedItem, text: string) => keepUnread(key, item.id, text),
    writeAgain: () => void writeFindings(key, handover.id),
  };
}

export type FindingsWork = ReturnType<typeof useFindingsOf>;
