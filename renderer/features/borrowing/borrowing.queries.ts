import type { Thing } from '../../../shared/api/borrowing-slip.contract';
import type { InputOf } from '../../../shared/api/contract';
import { client, useDo, useRead } from '../../api/client';

type Listed = InputOf<(typeof client.borrowing.list)['method']>;
type Weighed = InputOf<(typeof client.borrowing.weigh)['method']>;

export const useBorrowings = (filter: Listed) => useRead(client.borrowing.list, filter, { keepPrevious: true });
export const useBorrowingCounts = () => useRead(client.borrowing.counts, {});
export const useBorrowing = (id: number) => useRead(client.borrowing.show, { id });
export const useFoundThings = (text: string) => useRead(client.borrowing.find, { text }, { keepPrevious: true });
export const useThings = (things: Thing[]) => useRead(client.borrowing.things, { things }, { keepPrevious: true });
export const useWeighed = (asked: Weighed) => useRead(client.borrowing.weigh, asked, { keepPrevious: true });
export const useTerms = () => useRead(client.borrowing.terms, {});
export const useClasses = () => useRead(client.recordClass.list, {});
export const useColleagues = () => useRead(client.people.staff, {});
export const useSafeHolders = () => useRead(client.safe.list, {});
/** What was scanned or typed whole, asked at once. */
export const findThings = (text: string) => client.borrowing.find({ text });
export const showSlip = (id: number) => client.borrowing.show({ id });

export const useDraftSlip = () => useDo(client.borrowing.draft);
export const useSubmit = () => useDo(client.borrowing.submit);
export const useApprove = () => useDo(client.borrowing.approve);
export const useReject = () => useDo(client.borrowing.reject);
export const useCancel = () => useDo(client.borrowing.cancel);
export const useLend = () => useDo(client.borrowing.lend);
export const useGiveBack = () => useDo(client.borrowing.giveBack);
export const useRenew = () => useDo(client.borrowing.renew);
export const useDecideRenewal = () => useDo(client.borrowing.decideRenewal);
export const useSettle = () => useDo(client.borrowing.settle);
export const useQueue = () => useDo(client.borrowing.queue);
export const useSetTerm = () => useDo(client.borrowing.setTerm);
export const useDropTerm = () => useDo(client.borrowing.dropTerm);
