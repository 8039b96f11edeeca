import { client, useDo, useRead } from '../../api/client';

export const useChecklists = () => useRead(client.checklist.list, {});
export const useChecklist = (id: number) => useRead(client.checklist.show, { id });
export const useShipped = () => useRead(client.checklist.shipped, {});
export const useMake = () => useDo(client.checklist.make);
export const useRevise = () => useDo(client.checklist.revise);
