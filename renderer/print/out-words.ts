import { type WithWhom, whoHas } from '../../shared/records/with-whom';
import { word } from './words';

/** With whom it is, since when and until when; nothing of what is there. */
export function outInWords(its: WithWhom): string {
  const { lentTo, lentOn = '', backBy = '' } = its;
  return lentTo === undefined ? '' : word('text--outWith', { who: whoHas(its, word), since: lentOn, day: backBy });
}
