import { client, useDo, useRead } from '../../api/client';

export const useClassOverview = () => useRead(client.recordClass.overview, {});
export const useAddClass = () => useDo(client.recordClass.add);
export const useReviseClass = () => useDo(client.recordClass.revise);
export const useRetireClass = () => useDo(client.recordClass.retire);
export const useTakeUpClass = () => useDo(client.recordClass.takeUp);

export const useRetentionOverview = () => useRead(client.retention.overview, {});
export const useAddRetention = () => useDo(client.retention.add);
export const useReviseRetention = () => useDo(client.retention.revise);
export const useRetireRetention = () => useDo(client.retention.retire);
export const useTakeUpRetention = () => useDo(client.retention.takeUp);
export const useRetentionEffect = (id: number, years: number | undefined, enabled: boolean) =>
  useRead(client.retention.effect, { id, ...(years !== undefined && { years }) }, { enabled, keepPrevious: true });
