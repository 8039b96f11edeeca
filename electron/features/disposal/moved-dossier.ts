import type { Place } from '../../../shared/api/dossier.contract';
import type { Day } from '../../../shared/calendar/working-days';

/** The dossier feature's part in what lists decide: it alone writes its tables. */
export interface DossierMoves {
  /** What an appraisal decided: the new last day (`undefined`: for ever), or the old one where it is to be destroyed. */
  appraise(id: number, decided: { on: Day; keepUntil?: Day | undefined; forEver: boolean }): void;
  /** The papers are gone; the row stays without a place. */
  leave(id: number, state: 'destroyed' | 'transferred'): void;
  comeBack(id: number, placeId: number): void;
  /** The box of that name, made when there is none yet. */
  box(place: Place): number;
  /** So many years after a day. */
  yearsAfter(day: Day, years: number): Day;
}
