import type { ListRow } from './ListSheets';

/** So many letters of one text to a row: no row grows taller than a sheet. */
const LETTERS_AT_ONCE = 400;

/** A named text as rows of a form with two columns. */
export function textRows(key: string, name: string, text: string): ListRow[] {
  const letters = [...text];
  const pieces = Array.from({ length: Math.max(1, Math.ceil(letters.length / LETTERS_AT_ONCE)) }, (_, i) =>
    letters.slice(i * LETTERS_AT_ONCE, (i + 1) * LETTERS_AT_ONCE).join(''),
  );
  return pieces.map((piece, i) => ({
    key: `${key} ${i}`,
    cells: (
      <>
        <td>{i === 0 ? name : ''}</td>
        <td className="kept">{piece}</td>
      </>
    ),
  }));
}
