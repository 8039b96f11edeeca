import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TitleRow } from '../../../../shared/api/title.contract';
import { readWholeNumber } from '../../../../shared/entry/read-entry';
import { ReadField } from '../../../ui/ReadField';
import { countsPieces, type SafeAct, takenBy } from './safe-acts';

/** What the act is about: each title, where a part of it can go with how many pieces, and from which compartment. */
export function ActTitles({ act, rows }: { act: SafeAct; rows: readonly TitleRow[] }) {
  return (
    <table className="rows act-titles">
      <tbody>
        {rows.map((row) => (
          <TitleLine key={row.id} act={act} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function TitleLine({ act, row }: { act: SafeAct; row: TitleRow }) {
  const { t } = useTranslation('titles');
  const spots = takenBy(act, row);
  const there = spots.reduce((sum, { quantity }) => sum + quantity, 0);
  const compartments = spots.filter(({ compartmentId }) => compartmentId !== undefined);
  const counts = countsPieces(act) && there > 1;
  const isCount = (_: unknown, typed: unknown) =>
    typed === undefined || (typeof typed === 'number' && typed >= 1 && typed <= there)
      ? Promise.resolve()
      : Promise.reject(new Error(t('error--quantity', { most: there })));
  return (
    <tr>
      <td>
        {row.certificateNo}
        <div className="quiet small">
          {row.name} · {row.owner} · {row.number}
        </div>
      </td>
      {counts && compartments.length > 1 && (
        <td>
          <Form.Item name={['from', String(row.id)]}>
            <Select
              allowClear
              aria-label={t('label--fromCompartment', { no: row.certificateNo })}
              placeholder={t('label--allPieces')}
              options={compartments.map((its) => ({
                value: its.compartmentId,
                label: `${its.safe} ${its.compartment} · ${its.quantity}`,
              }))}
            />
          </Form.Item>
        </td>
      )}
      <td className="n">
        {counts ? (
          <Form.Item
            name={['quantity', String(row.id)]}
            rules={[{ validator: isCount }]}
            validateTrigger="onBlur"
            extra={t('label--ofPieces', { count: there })}
          >
            <ReadField<number>
              read={readWholeNumber}
              show={String}
              placeholder={String(there)}
              aria-label={t('label--quantityOf', { no: row.certificateNo })}
            />
          </Form.Item>
        ) : (
          t('label--pieceCount', { count: there })
        )}
      </td>
    </tr>
  );
}
