import { client, useDo, useRead } from '../../api/client';
import { useSession } from '../../app/session.store';

/** In the office whoever makes backups begins; before there is an office anybody does, and the people of the backup sign. */
export type Ways = typeof client.restore | typeof client.rescue;

/** Sticks come and go without anybody telling. */
const LOOK_MS = 3_000;

export const useFoundBags = (ways: Ways) => useRead(ways.bags, {}, { refetchInterval: LOOK_MS });
export const useOpened = (ways: Ways) => useRead(ways.opened, {});
export const useLost = (ways: Ways, offset: number, limit: number) =>
  useRead(ways.lost, { offset, limit }, { keepPrevious: true });
export const useOpenBag = (ways: Ways) => useDo(ways.open);
export const useCloseBag = (ways: Ways) => useDo(ways.close);
export const useReadingProgress = (ways: Ways) => useRead(ways.progress, {});
export const useCancelReading = (ways: Ways) => useDo(ways.cancel);
/** The page that asked is gone as soon as the other ledger is there: what happened is kept for the sign-in page. */
export const useCarryOut = (ways: Ways) =>
  useDo(ways.carryOut, {
    onSuccess: ({ aside }) => useSession.setState({ restored: aside, rescuing: false }),
  });
export const useRehearse = () => useDo(client.restore.rehearse);
export const useRehearsals = () => useRead(client.restore.rehearsals, {});
export const useRestores = () => useRead(client.restore.restores, {});
export const useCopies = () => useRead(client.restore.copies, {});
