import type { InputOf } from '../../../shared/api/contract';
import { client, useDo, useRead } from '../../api/client';

type Listed = InputOf<(typeof client.complaint.list)['method']>;

export const useComplaints = (filter: Listed) => useRead(client.complaint.list, filter, { keepPrevious: true });
export const useComplaint = (id: number) => useRead(client.complaint.show, { id });
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
