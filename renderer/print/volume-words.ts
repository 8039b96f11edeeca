import type { Place } from '../../shared/api/dossier.contract';
import { word } from './words';

/** 第 1 册　共 3 册; nothing where one volume is all. */
export const volumeInWords = ({ volume, volumes }: { volume: number; volumes: number }): string =>
  volumes > 1 ? word('text--volumeOf', { volume, volumes }) : '';

export const placeInWords = (place: Place | undefined): string => (place ? Object.values(place).join(' ') : '');
