import type { DeadlineView } from '../../../shared/api/complaint.contract';
import type { InputOf } from '../../../shared/api/contract';
import { client, useDo, useRead } from '../../api/client';

type Listed = InputOf<(typeof client.complaint.list)['method']>;

/** Hours pass while a page is open. */
const LOOK_MS = 60_000;
const inHours = (all: readonly (DeadlineView | undefined)[]) =>
  all.some((its) => its?.minutesLeft !== undefined) && LOOK_MS;

export const useComplaints = (filter: Listed) =>
  useRead(client.complaint.list, filter, {
    keepPrevious: true,
    refetchInterval: ({ state }) => inHours(state.data?.rows.map(({ deadline }) => deadline) ?? []),
  });
export const useComplaint = (id: number) =>
  useRead(client.complaint.show, { id }, { refetchInterval: ({ state }) => inHours(state.data?.deadlines ?? []) });
export const useForesight = (input: InputOf<(typeof client.complaint.foresee)['method']>) =>
  useRead(client.complaint.foresee, input, { keepPrevious: true });
export const useProcedures = () => useRead(client.complaint.procedures, {});
export const useColleagues = () => useRead(client.people.staff, {});
export const useDepartments = () => useRead(client.people.departments, {});

export const useRegister = () => useDo(client.complaint.register);
export const useTake = () => useDo(client.complaint.take);
export const useReopen = () => useDo(client.complaint.reopen);

export const useExtensionsOfCase = (complaintId: number) => useRead(client.caseExtension.ofCase, { complaintId });
export const useAskMore = () => useDo(client.caseExtension.ask);
export const useDecideMore = () => useDo(client.caseExtension.decide);
export const useWithdrawMore = () => useDo(client.caseExtension.withdraw);
