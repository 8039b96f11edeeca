import type { ImportFaultName, ImportPlan } from '../../../shared/api/import.contract';
import { client, useDo, useRead } from '../../api/client';

export const useOpenedFile = () => useRead(client.import.opened, {});
export const useImports = () => useRead(client.import.list, {});
export const useImportProgress = () => useRead(client.import.progress, {});
/** Everybody of the list, also those who have left. */
export const useEverybody = () => useRead(client.people.staff, {}).data ?? [];

export const useImportCheck = (plan: ImportPlan, fault: ImportFaultName | undefined, limit: number) =>
  useRead(
    client.import.check,
    { plan, limit, ...(fault && { fault }) },
    // A plan with its mended cells is long, and the next one replaces it.
    { keepPrevious: true, gcTime: 0 },
  );

export const useReadFile = () => useDo(client.import.read);
export const useWriteImport = () => useDo(client.import.write);
export const useCancelImport = () => useDo(client.import.cancel);
export const useUndoImport = () => useDo(client.import.undo);
