import type { ReactNode } from 'react';
import './fields.css';

export interface Field {
  label: string;
  value: ReactNode;
  /** How many of the three places of its line it takes. */
  places?: 2 | 3;
}

/** The head of a form: pairs of name and value in a ruled grid, three to a line. */
export function Fields({ lines }: { lines: readonly (readonly Field[])[] }) {
  return (
    <table className="fields">
      <colgroup>
        {['first', 'second', 'third'].map((place) => (
          <Place key={place} />
        ))}
      </colgroup>
      <tbody>
        {lines.map((line) => (
          <tr key={line[0]?.label}>
            {line.map(({ label, value, places = 1 }) => (
              <Pair key={label} label={label} value={value} span={places * 2 - 1} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Place() {
  return (
    <>
      <col className="name" />
      <col />
    </>
  );
}

function Pair({ label, value, span }: { label: string; value: ReactNode; span: number }) {
  return (
    <>
      <th scope="row">{label}</th>
      <td colSpan={span}>{value}</td>
    </>
  );
}
