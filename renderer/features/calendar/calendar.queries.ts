import { client, useDo, useRead } from '../../api/client';

export const useToday = () => useRead(client.company.status, {}).data?.today;
export const useKnownYears = () => useRead(client.calendar.years, {});
export const useYear = (year: number) => useRead(client.calendar.show, { year }, { keepPrevious: true });
export const useMark = () => useDo(client.calendar.mark);
export const useClear = () => useDo(client.calendar.clear);
export const useDeclareYear = () => useDo(client.calendar.declareYear);
export const useTakeNotice = () => useDo(client.calendar.takeNotice);
export const useNoticeReading = (text: string, year: number) =>
  useRead(client.calendar.readNotice, { text, year }, { keepPrevious: true, gcTime: 0, enabled: text.trim() !== '' });
