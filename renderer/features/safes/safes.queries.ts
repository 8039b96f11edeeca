import type { OpeningFilter } from '../../../shared/api/safe.contract';
import { client, useDo, useRead } from '../../api/client';

export const useSafes = () => useRead(client.safe.list, {});
/** What is in a safe now, or was on a day. */
export const useContents = (safeId: number, on: string | undefined) =>
  useRead(client.safe.contents, { safeId, ...(on !== undefined && { on }) }, { keepPrevious: true });
export const useCustody = (safeId: number) => useRead(client.safe.custody, { safeId });
export const useOpenings = (filter: OpeningFilter) => useRead(client.safe.openings, filter, { keepPrevious: true });
export const useBalance = (safeId: number, day: string) =>
  useRead(client.safe.balance, { safeId, day }, { enabled: day !== '' });
export const useClosings = (safeId: number) => useRead(client.safe.closings, { safeId });
export const useMonths = () => useRead(client.safe.months, {});
export const useStaff = () => useRead(client.people.staff, {});
/** The office's day. */
export const useToday = (): string => useRead(client.company.status, {}).data?.today ?? '';

export const useRegister = () => useDo(client.safe.register);
export const useRename = () => useDo(client.safe.rename);
export const useAddCompartment = () => useDo(client.safe.addCompartment);
export const useRetireCompartment = () => useDo(client.safe.retireCompartment);
export const useRetire = () => useDo(client.safe.retire);
export const useEntrust = () => useDo(client.safe.entrust);
export const useOpen = () => useDo(client.safe.open);
export const useClose = () => useDo(client.safe.close);
export const useCloseDay = () => useDo(client.safe.closeDay);
export const useCloseMonth = () => useDo(client.safe.closeMonth);
