import type { InputOf } from '../../../shared/api/contract';
import { client, useRead } from '../../api/client';

type Period = InputOf<(typeof client.complaintBook.statistics)['method']>;
type Counted = InputOf<(typeof client.complaintBook.counted)['method']>;

export const useComplaintStatistics = (period: Period) =>
  useRead(client.complaintBook.statistics, period, { keepPrevious: true });
export const useCounted = (filter: Counted) => useRead(client.complaintBook.counted, filter, { keepPrevious: true });
export const useToday = () => useRead(client.company.status, {});
