import { client, useDo, useRead } from '../../api/client';

export const useStocktakes = () => useRead(client.stocktake.list, {});
export const useStocktake = (id: number) => useRead(client.stocktake.show, { id });
export const useSafes = () => useRead(client.safe.list, {});
export const useStaff = () => useRead(client.people.staff, {});
export const useStart = () => useDo(client.stocktake.start);
export const useUndo = () => useDo(client.stocktake.undo);
export const useSign = () => useDo(client.stocktake.sign);
export const useExplain = () => useDo(client.stocktake.explain);
export const useClose = () => useDo(client.stocktake.close);
export const useAbandon = () => useDo(client.stocktake.abandon);
export const useRemedies = () => ({
  declareMissing: useDo(client.titleMove.declareMissing),
  declareFound: useDo(client.titleMove.declareFound),
  move: useDo(client.titleMove.move),
  giveBack: useDo(client.titleMove.giveBack),
  takeBack: useDo(client.titleMove.takeBack),
});
