import type { InputOf } from '../../../shared/api/contract';
import { client, useDo, useRead } from '../../api/client';

type Lent = InputOf<(typeof client.borrowingBook.lent)['method']>;

export const useLent = (filter: Lent) => useRead(client.borrowingBook.lent, filter, { keepPrevious: true });
export const useStatistics = (period: { from: string; to: string }) =>
  useRead(client.borrowingBook.statistics, period, { keepPrevious: true });
export const useDueBorrowers = () => useRead(client.borrowingBook.due, {});
export const useRecalls = () => useRead(client.borrowingBook.recalls, {});
export const useToday = () => useRead(client.company.status, {});
export const useRecall = () => useDo(client.borrowingBook.recall);
export const useNoteReceipt = () => useDo(client.borrowingBook.noteReceipt);
