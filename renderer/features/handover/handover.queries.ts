import { client, useDo, useRead } from '../../api/client';

export const HANDOVER_CHOICES = ['open', 'late', 'all'] as const;
export type HandoverChoice = (typeof HANDOVER_CHOICES)[number];

export const filterOf = (choice: HandoverChoice) => ({ openOnly: choice === 'open', lateOnly: choice === 'late' });

export const useHandovers = (choice: HandoverChoice) =>
  useRead(client.handover.list, filterOf(choice), { keepPrevious: true });

export const useHandover = (id: number) => useRead(client.handover.show, { id });

export const useSendBack = () => useDo(client.handover.sendBack);
export const useWithdraw = () => useDo(client.handover.withdraw);
export const useAcceptAtB = () => useDo(client.handover.acceptAtB);
export const useAcceptAtArchive = () => useDo(client.handover.acceptAtArchive);
