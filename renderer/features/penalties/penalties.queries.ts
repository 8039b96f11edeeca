import type { InputOf } from '../../../shared/api/contract';
import { client, useDo, useRead } from '../../api/client';

export const usePenalties = (filter: InputOf<(typeof client.penalty.list)['method']>) =>
  useRead(client.penalty.list, filter, { keepPrevious: true });
export const usePenalty = (id: number) => useRead(client.penalty.show, { id });
export const useScale = (complaintId: number | undefined) =>
  useRead(client.penalty.scale, { complaintId: complaintId ?? 0 }, { enabled: complaintId !== undefined });
export const useCompensations = (filter: InputOf<(typeof client.penalty.compensations)['method']>) =>
  useRead(client.penalty.compensations, filter, { keepPrevious: true });
export const useColleagues = () => useRead(client.people.staff, {});
export const useToday = () => useRead(client.company.status, {});

export const usePropose = () => useDo(client.penalty.propose);
export const useCommend = () => useDo(client.penalty.commend);
export const useSay = () => useDo(client.penalty.state);
export const useDecide = () => useDo(client.penalty.decide);
export const usePassUp = () => useDo(client.penalty.passUp);
export const useTell = () => useDo(client.penalty.tell);
export const useWithdraw = () => useDo(client.penalty.withdraw);
