import type { Place } from '../../../shared/api/dossier.contract';

const KEY = 'anjuan.lastPlace';
const NOWHERE: Place = { room: '', cabinet: '', shelf: '', box: '' };

/** Where the last volume was put from this PC: the next one mostly stands beside it. */
export function lastPlace(): Place {
  try {
    return { ...NOWHERE, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return NOWHERE;
  }
}

export const rememberPlace = (place: Place): void => localStorage.setItem(KEY, JSON.stringify(place));
