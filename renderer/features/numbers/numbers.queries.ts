import type { NumberRow, NumberSeries } from '../../../shared/api/number.contract';
import { client, useDo, useRead } from '../../api/client';

export const NUMBERS_PER_PAGE = 100;

export const useSeries = () => useRead(client.number.series, {});
export const useNumbers = (
  { classId, year }: Pick<NumberSeries, 'classId' | 'year'>,
  voidOnly: boolean,
  page: number,
) =>
  useRead(
    client.number.list,
    { classId, year, voidOnly, offset: page * NUMBERS_PER_PAGE, limit: NUMBERS_PER_PAGE },
    { keepPrevious: true },
  );
export const useFaults = ({ classId, year }: Pick<NumberSeries, 'classId' | 'year'>) =>
  useRead(client.number.faults, { classId, year });
export const useNumber = (id: number) => useRead(client.number.show, { id }, { enabled: id > 0 });
export const useNextNumbers = () => useRead(client.recordClass.overview, {});
export const useVoid = () => useDo(client.number.void);
export const isVoid = (row: NumberRow) => row.voidedOn !== undefined;
