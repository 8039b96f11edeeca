import type { TitlePlace } from '../api/title-fields';
import type { Movement, SlipKind } from '../api/title-move.contract';

/** Papers that a slip can be printed as. */
export const SLIP_FORMS = ['title-in', 'title-out', 'title-lending', 'title-release'] as const;
export type SlipForm = (typeof SLIP_FORMS)[number];

type Ways = Pick<Movement, 'fromPlace' | 'toPlace'>;
const isHere = (place: TitlePlace) => place === 'safe' || place === 'electronic';

/** Lines of a slip by which something came here, or went. */
export const cameIn = ({ fromPlace, toPlace }: Ways): boolean => isHere(toPlace) && !isHere(fromPlace);
export const wentOut = ({ fromPlace, toPlace }: Ways): boolean => isHere(fromPlace) && !isHere(toPlace);

/** Which of them a slip has: what came in, what went out, and the borrower's or the owner's receipt. */
export function slipForms({ kind, lines }: { kind: SlipKind; lines: readonly Ways[] }): SlipForm[] {
  return [
    ...(kind === 'release' ? (['title-release'] as const) : []),
    ...(kind === 'lent' ? (['title-lending'] as const) : []),
    ...(lines.some(wentOut) ? (['title-out'] as const) : []),
    ...(lines.some(cameIn) ? (['title-in'] as const) : []),
  ];
}
