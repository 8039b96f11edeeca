import { useMemo } from 'react';
import type { LedgerRow } from '../../../shared/api/ledger.contract';
import { useRecordClasses, useRetentions } from '../../ui/use-record-words';

export interface RecordWords {
  className(row: Pick<LedgerRow, 'classId' | 'className'>): string;
  retention(row: Pick<LedgerRow, 'retentionId' | 'retention'>): string;
}

/** Classes and terms of retention in the window's language, as the rows of the ledger name them. */
export function useRecordNames(): RecordWords {
  const classes = useRecordClasses();
  const retentions = useRetentions();
  const names = (its: readonly { id: number; name: string }[]) => JSON.stringify(its.map(({ id, name }) => [id, name]));
  const [classNames, retentionNames] = [names(classes), names(retentions)];
  return useMemo(() => {
    const ofClass = new Map(JSON.parse(classNames) as [number, string][]);
    const ofRetention = new Map(JSON.parse(retentionNames) as [number, string][]);
    return {
      className: ({ classId, className }) => ofClass.get(classId) ?? className,
      retention: ({ retentionId, retention }) => ofRetention.get(retentionId) ?? retention,
    };
  }, [classNames, retentionNames]);
}
