import { client, useDo, useRead } from '../../api/client';

export const useTree = () => useRead(client.place.tree, {});
export const useCabinet = (at: { room: string; cabinet: string } | undefined) =>
  useRead(client.place.cabinet, at ?? { room: '-', cabinet: '-' }, { enabled: at !== undefined, keepPrevious: true });
export const useBox = (id: number | undefined) =>
  useRead(client.place.box, { id: id ?? 1 }, { enabled: id !== undefined, keepPrevious: true });
export const useHomeless = () => useRead(client.place.homeless, {});
export const useFound = (text: string) =>
  useRead(client.place.find, { text }, { enabled: text !== '', keepPrevious: true });
export const useAddBoxes = () => useDo(client.place.addBoxes);
export const useMeasure = () => useDo(client.place.measure);
export const useMoveBox = () => useDo(client.place.moveBox);
export const useRename = () => useDo(client.place.rename);
export const useMerge = () => useDo(client.place.merge);
export const useRemoveBox = () => useDo(client.place.removeBox);
export const useShelve = () => useDo(client.place.shelve);
export const scanned = (code: string) => client.place.scanned({ code });
