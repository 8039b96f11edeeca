import type { Position } from '../../../shared/api/people.contract';
import { client, useDo, useRead } from '../../api/client';
import { useMay } from '../../app/use-may';

export const LIST_CHOICES = ['open', 'all'] as const;
export type ListChoice = (typeof LIST_CHOICES)[number];

export const useStaffHandovers = (choice: ListChoice) =>
  useRead(client.staffHandover.list, { openOnly: choice === 'open' }, { keepPrevious: true });
export const useStaffHandover = (id: number) => useRead(client.staffHandover.show, { id });
export const useHeld = (staffId: number) => useRead(client.staffHandover.held, { staffId });

export function useLeavers() {
  const may = useMay();
  return useRead(client.staffHandover.leavers, {}, { enabled: may('staffHandover.prepare') });
}

export const useMake = () => useDo(client.staffHandover.make);
export const useArrange = () => useDo(client.staffHandover.arrange);
export const useAsk = () => useDo(client.staffHandover.ask);
export const useTakeBack = () => useDo(client.staffHandover.takeBack);
export const useCancel = () => useDo(client.staffHandover.cancel);
export const useSign = () => useDo(client.staffHandover.sign);
export const useExcept = () => useDo(client.staffHandover.except);

const SUPERVISORS: readonly Position[] = ['departmentHead', 'deputyManager', 'generalManager', 'chairman'];
const EXECUTIVES: readonly Position[] = ['chairman', 'generalManager'];

/** Colleagues to choose from; main has the last word. */
export function useColleagues(exceptId: number | undefined) {
  const { data: staff = [] } = useRead(client.people.staff, {});
  const here = staff.filter(({ id, employment }) => employment === 'active' && id !== exceptId);
  const optionsOf = (of: typeof here) =>
    of.map(({ id, name, department }) => ({ value: id, label: `${name} · ${department}` }));
  const having = (positions: readonly Position[]) =>
    optionsOf(here.filter((one) => one.positions.some((its) => positions.includes(its))));
  return {
    everybody: staff,
    successors: optionsOf(here),
    supervisors: having(SUPERVISORS),
    executives: having(EXECUTIVES),
  };
}
