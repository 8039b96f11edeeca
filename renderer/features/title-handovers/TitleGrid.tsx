import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { STORAGES, TITLE_KINDS } from '../../../shared/api/title-fields';
import type { TitleColumn, TitleFault } from '../../../shared/api/title-handover.contract';
import { alter, type DraftRow } from './title-draft';
import type { useGridKeys } from './use-grid-keys';

/** In the order in which they are typed; what is seldom known stands last. */
const SHOWN: readonly TitleColumn[] = [
  ...(['kind', 'name', 'certificateNo', 'owner', 'quantity', 'issuedOn', 'expiresOn', 'value', 'remarks'] as const),
  ...(['issuedBy', 'storage'] as const),
];
type Keys = ReturnType<typeof useGridKeys>;

interface TitleGridProps {
  rows: readonly DraftRow[];
  /** What is wrong in each row, by its index. */
  faults: ReadonlyMap<number, readonly TitleFault[]>;
  keys: Keys;
  onChange: (rows: readonly DraftRow[]) => void;
}

/** The list as a grid: typed row by row, or pasted as a block; what is wrong stands below its row. */
export function TitleGrid({ rows, faults, keys, onChange }: TitleGridProps) {
  const { t } = useTranslation('titleHandovers');
  return (
    <table className="rows title-grid" ref={keys.grid as RefObject<HTMLTableElement>} aria-label={t('label--grid')}>
      <thead>
        <tr>
          <th className="n">{t('label--row')}</th>
          {SHOWN.map((column) => (
            <th key={column} className={`title-grid-${column}`}>
              {t(`label--column-${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row, index) => {
        const wrong = faults.get(index) ?? [];
        return (
          <tbody key={row.key} data-row={row.key}>
            <tr>
              <td className="n quiet">{index + 1}</td>
              {SHOWN.map((column) => (
                <td key={column}>
                  <Cell
                    row={row}
                    index={index}
                    column={column}
                    isWrong={wrong.some((fault) => fault.column === column)}
                    keys={keys}
                    onType={(text) => onChange(alter(rows, row.key, column, text))}
                  />
                </td>
              ))}
            </tr>
            {wrong.length > 0 && (
              <tr className="title-grid-faults">
                <td />
                <td colSpan={SHOWN.length} className="late small">
                  {wrong.map((fault) => faultWords(fault, t)).join(t('label--semicolon'))}
                </td>
              </tr>
            )}
          </tbody>
        );
      })}
    </table>
  );
}

/** Lines of the block that main has read count the headings, rows of the grid do not. */
function faultWords(
  { column, reason, text, about = '' }: TitleFault,
  t: ReturnType<typeof useTranslation<'titleHandovers'>>['t'],
): string {
  const other = reason === 'certificateTwice' ? String(Number(about) - 1) : about;
  return `${t(`label--column-${column}`)} ${t(`fault--${reason}` as 'fault--nameMissing', { text, about: other })}`;
}

interface CellProps {
  row: DraftRow;
  index: number;
  column: TitleColumn;
  isWrong: boolean;
  keys: Keys;
  onType: (text: string) => void;
}

function Cell({ row, index, column, isWrong, keys, onType }: CellProps) {
  const { t } = useTranslation('titleHandovers');
  const value = row.cells[column];
  const shared = {
    value,
    'data-cell': `${index}-${column}`,
    'aria-label': t('label--cell', { row: index + 1, column: t(`label--column-${column}`) }),
    'aria-invalid': isWrong || undefined,
  };
  const press = (event: Parameters<Keys['press']>[0]) => keys.press(event, index, column);
  if (column !== 'kind' && column !== 'storage')
    return (
      <input
        {...shared}
        autoComplete="off"
        maxLength={300}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={press}
      />
    );
  const options = column === 'kind' ? TITLE_KINDS : STORAGES;
  const isUnknown = value !== '' && !options.some((its) => its === value);
  return (
    <select {...shared} onChange={(event) => onType(event.target.value)} onKeyDown={press}>
      <option value="">{column === 'kind' ? t('label--chooseKind') : t('storage--paper')}</option>
      {isUnknown && <option value={value}>{value}</option>}
      {column === 'kind' &&
        TITLE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`titleKind--${kind}`)}
          </option>
        ))}
      {column === 'storage' && <option value="electronic">{t('storage--electronic')}</option>}
    </select>
  );
}
