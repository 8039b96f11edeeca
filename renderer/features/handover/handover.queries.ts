import type { InputOf } from '../../../shared/api/contract';
import { client, useDo, useRead } from '../../api/client';

export const HANDOVER_CHOICES = ['open', 'late', 'all'] as const;
export type HandoverChoice = (typeof HANDOVER_CHOICES)[number];

export const filterOf = (choice: HandoverChoice) => ({ openOnly: choice === 'open', lateOnly: choice === 'late' });

export const useHandovers = (choice: HandoverChoice) =>
  useRead(client.handover.list, filterOf(choice), { keepPrevious: true });

export const useHandoverCount = (choice: HandoverChoice) =>
  useRead(client.handover.count, filterOf(choice), { keepPrevious: true });

export const useSteps = (asked: InputOf<(typeof client.handover.steps)['method']>, enabled = true) =>
  useRead(client.handover.steps, asked, { keepPrevious: true, enabled });
export const useLateness = (year: number) => useRead(client.handover.lateness, { year }, { keepPrevious: true });
export const useToday = () => useRead(client.company.status, {});

export const useHandover = (id: number) => useRead(client.handover.show, { id });

export const useSendBack = () => useDo(client.handover.sendBack);
export const useWithdraw = () => useDo(client.handover.withdraw);
export const useAcceptAtB = () => useDo(client.handover.acceptAtB);
export const useAcceptAtArchive = () => useDo(client.handover.acceptAtArchive);
