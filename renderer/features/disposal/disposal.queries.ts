import type { DisposalFilter, DueFilter } from '../../../shared/api/disposal.contract';
import { client, useDo, useRead } from '../../api/client';

export const useDue = (filter: Partial<DueFilter>) => useRead(client.disposal.due, filter, { keepPrevious: true });
export const useDisposals = (filter: Partial<DisposalFilter>) =>
  useRead(client.disposal.list, filter, { keepPrevious: true });
export const useDisposalCount = (filter: Partial<DisposalFilter>) =>
  useRead(client.disposal.count, filter, { keepPrevious: true });
export const useDisposal = (id: number) => useRead(client.disposal.show, { id });
/** Who may be asked to watch. */
export const useColleagues = () => useRead(client.people.staff, {});

export const useAppraise = () => useDo(client.disposal.appraise);
export const useListForDestruction = () => useDo(client.disposal.listForDestruction);
export const useListForTransfer = () => useDo(client.disposal.listForTransfer);
export const useApprove = () => useDo(client.disposal.approve);
export const useRefuse = () => useDo(client.disposal.refuse);
export const useWithdraw = () => useDo(client.disposal.withdraw);
export const useNameWitnesses = () => useDo(client.disposal.nameWitnesses);
export const useDestroy = () => useDo(client.disposal.destroy);
export const useHandOut = () => useDo(client.disposal.handOut);
export const useTakeBack = () => useDo(client.disposal.takeBack);
