import type { CompartmentContents, HeldTitle } from '../../../shared/api/safe.contract';
import { halfWidth } from '../../../shared/entry/read-entry';

const plain = (text: string): string => halfWidth(text).replace(/\s+/g, '').toLowerCase();

/** Does a title say what somebody looks for: a part of its number, of the project's number, of its owner or client? */
const says = (its: HeldTitle, wanted: string): boolean =>
  [its.certificateNo, its.name, its.owner, its.number, its.client].some((text) => plain(text).includes(wanted));

/** The compartments in which that lies or belongs; `undefined` while nothing is looked for. */
export function litBy(typed: string, compartments: readonly CompartmentContents[]): ReadonlySet<number> | undefined {
  const wanted = plain(typed);
  if (wanted === '') return undefined;
  return new Set(
    compartments
      .filter(({ titles, away }) => [...titles, ...away].some((its) => says(its, wanted)))
      .map(({ id }) => id),
  );
}

/** The compartment that an arrow leads to from another one: the next one in its row or column. */
export function neighbour<C extends { row: number; col: number }>(
  key: string,
  compartments: readonly C[],
  from: C,
): C | undefined {
  const row = compartments.filter((its) => its.row === from.row);
  const col = compartments.filter((its) => its.col === from.col);
  switch (key) {
    case 'ArrowLeft':
      return row.filter((its) => its.col < from.col).at(-1);
    case 'ArrowRight':
      return row.find((its) => its.col > from.col);
    case 'ArrowUp':
      return col.filter((its) => its.row < from.row).at(-1);
    case 'ArrowDown':
      return col.find((its) => its.row > from.row);
    case 'Home':
      return compartments[0];
    case 'End':
      return compartments.at(-1);
    default:
      return undefined;
  }
}
