import { useMemo } from 'react';
import type { FormData } from '../../shared/api/print.contract';
import type { CustodyRow } from '../../shared/api/safe.contract';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { word } from './words';

type Keys = Extract<FormData, { form: 'safe-keys' }>;

const COLUMNS: readonly Column[] = [
  { name: word('column--keyOrCombination'), width: 24 },
  { name: word('column--holder'), width: 20 },
  { name: word('column--takenOn'), width: 24 },
  { name: word('column--endedOn'), width: 24 },
  { name: word('column--changedBecause'), width: 46 },
  { name: word('column--giver'), width: 28 },
  { name: word('column--supervisor'), width: 20 },
];

/** Who has had the keys and the combination of a safe, from the first holder on. */
export function SafeKeys({ data, onLaidOut }: { data: Keys; onLaidOut?: (() => void) | undefined }) {
  const { frame, safe, rows } = data;
  const inOrder = useMemo(
    () => [...rows].sort((a, b) => a.id - b.id).map((row) => ({ key: String(row.id), cells: cells(row) })),
    [rows],
  );
  return (
    <ListSheets
      form="safe-keys"
      frame={frame}
      head={
        <Fields
          lines={[
            [
              { label: word('label--safe'), value: safe.name },
              { label: word('label--safePlace'), value: safe.place, places: 2 },
            ],
          ]}
        />
      }
      laterHead={
        <p className="later-head">
          <span>{safe.name}</span>
        </p>
      }
      columns={COLUMNS}
      rows={inOrder}
      closing={<p className="blank-below">{word('text--blankBelow')}</p>}
      onLaidOut={onLaidOut}
    />
  );
}

function cells(row: CustodyRow) {
  const instead = row.signatures.find(({ role }) => role === 'giver')?.name;
  return (
    <>
      <td>{row.kind === 'key' ? word('text--keyNo', { label: row.label }) : word('text--combination')}</td>
      <td className="middle">{row.holder}</td>
      <td className="middle">{row.takenOn}</td>
      <td className="middle">{row.endedOn ?? word('text--holdsNow')}</td>
      <td>{row.reason}</td>
      <td>
        {row.giver ?? (instead && word('text--givenOutBy', { name: instead }))}
        {row.absence !== '' && word('text--signedInstead', { name: instead ?? '', why: row.absence })}
      </td>
      <td className="middle">{row.supervisor}</td>
    </>
  );
}
