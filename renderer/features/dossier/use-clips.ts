import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useAttachments } from '../../ui/attachments/AttachmentStrip';
import { useKeys } from '../../ui/use-keys';
import type { Ids } from './grid/volume-draft';

/** How many scans each row of the list has, by the row's key. */
export function useClips(dossierId: number, ids: Ids | undefined): ReadonlyMap<string, number> {
  const { data } = useAttachments(dossierId);
  return useMemo(() => {
    const keys = new Map(Object.entries(ids ?? {}).map(([key, id]) => [id, key]));
    const counts = new Map<string, number>();
    for (const { subject } of data?.rows ?? []) {
      if (subject.kind !== 'dossierItem') continue;
      const key = keys.get(subject.id) ?? `item-${subject.id}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }, [data, ids]);
}

/** Alt+A: the scans of the paper under the cursor, or of the dossier where there is none. */
export function useOpenAttachments(dossierId: number, ids: Ids | undefined, keyAt: () => string | undefined) {
  const navigate = useNavigate();
  useKeys({
    'alt+a': () => {
      const key = keyAt() ?? '';
      const item = ids?.[key] ?? (Number(/^item-(\d+)$/.exec(key)?.[1]) || undefined);
      navigate(`/attachments/${dossierId}${item ? `?item=${item}` : ''}`);
    },
  });
}
