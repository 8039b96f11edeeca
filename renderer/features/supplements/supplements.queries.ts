import type { InputOf } from '../../../shared/api/contract';
import { client, useDo, useRead } from '../../api/client';

type Asked = InputOf<(typeof client.supplement.list)['method']>;
export type SupplementChoice = NonNullable<Asked['which']>;

export const useSupplements = (asked: Asked) => useRead(client.supplement.list, asked, { keepPrevious: true });
export const useSupplement = (id: number) => useRead(client.supplement.show, { id });
export const useStaff = () => useRead(client.people.staff, {});
export const useHandIn = () => useDo(client.supplement.handIn);
export const useConfirm = () => useDo(client.supplement.confirm);
export const useGiveBack = () => useDo(client.supplement.giveBack);
export const useWithdrawLines = () => useDo(client.supplement.withdraw);
