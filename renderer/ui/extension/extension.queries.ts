import { client, useDo, useRead } from '../../api/client';

export const useExtensionsOf = (dossierId: number) => useRead(client.extension.ofDossier, { dossierId });
export const useWeigh = (dueOn: string, newDueOn: string | undefined) =>
  useRead(client.extension.weigh, { dueOn, newDueOn: newDueOn ?? dueOn }, { enabled: newDueOn !== undefined });
export const useAsk = () => useDo(client.extension.ask);
export const useGrant = () => useDo(client.extension.grant);
export const useRefuse = () => useDo(client.extension.refuse);
export const useWithdrawRequest = () => useDo(client.extension.withdraw);
