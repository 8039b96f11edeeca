import { client, useDo, useRead } from '../../api/client';

export const useManaged = () => useRead(client.complaint.managed, {});
export const useVersion = (id: number) => useRead(client.complaint.version, { id });
export const useRevise = () => useDo(client.complaint.revise);
export const useCopy = () => useDo(client.complaint.copy);
export const useRetire = () => useDo(client.complaint.retire);
export const useResume = () => useDo(client.complaint.resume);
