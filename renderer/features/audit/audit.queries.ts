import type { InputOf } from '../../../shared/api/contract';
import { client, useDo, useRead } from '../../api/client';

export const EVENTS_PER_PAGE = 50;
type Filter = Omit<InputOf<(typeof client.audit.list)['method']>, 'offset' | 'limit'>;

export const useEvents = (filter: Filter, page: number) =>
  useRead(
    client.audit.list,
    { ...filter, offset: (page - 1) * EVENTS_PER_PAGE, limit: EVENTS_PER_PAGE },
    { keepPrevious: true },
  );
export const useStaff = () => useRead(client.people.staff, {});
export const useRecordSearch = (text: string) =>
  useRead(client.search.find, { text }, { enabled: text !== '', keepPrevious: true, gcTime: 5_000 });
export const useVerify = () => useDo(client.audit.verify);

/** A check of all files, how far it is, and a way to give it up. */
export function useFilesCheck() {
  const check = useDo(client.attachment.check);
  const { data: progress } = useRead(client.attachment.progress, {}, { enabled: check.isPending });
  const cancel = useDo(client.attachment.cancel);
  return { check, progress, stop: () => cancel.mutate({}) };
}
