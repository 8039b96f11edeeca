import type { TitleHandoverFilter } from '../../../shared/api/title-handover.contract';
import { client, useDo, useRead } from '../../api/client';

export type ListChoice = TitleHandoverFilter['which'];

export const useTitleHandovers = (which: ListChoice) =>
  useRead(client.titleHandover.list, { which }, { keepPrevious: true });
export const useTitleHandover = (id: number) => useRead(client.titleHandover.show, { id });
export const useProjects = () => useRead(client.project.list, {});
export const useToday = () => useRead(client.company.status, {}).data?.today;
/** What is typed, as it is read: row by row, with what is wrong where. */
export const useReading = (text: string) => useRead(client.titleHandover.readPaste, { text }, { keepPrevious: true });
export const useSafes = () => useRead(client.safe.list, {});
export const useTitlesOf = (projectId: number) => useRead(client.title.list, { projectId });
export const useStaff = () => useRead(client.people.staff, {});

export const useGive = () => useDo(client.titleHandover.give);
export const useAccept = () => useDo(client.titleHandover.accept);
export const useSendBack = () => useDo(client.titleHandover.sendBack);
export const useWithdraw = () => useDo(client.titleHandover.withdraw);
