import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasteReading, RefusedRow } from '../../../../shared/api/dossier.contract';
import { useFollowing } from '../../../ui/use-following';
import { isComposing } from '../../../ui/use-keys';

interface RefusedRowsProps {
  reading: PasteReading;
  onMend: (line: number, column: number, cell: string) => void;
  onDrop: (line: number) => void;
}

const AT_ONCE = 20;

/** The rows that could not be read, each with what is wrong; its faulty cells can be written anew in place. */
export function RefusedRows({ reading, onMend, onDrop }: RefusedRowsProps) {
  const { t } = useTranslation('dossier');
  const [shown, setShown] = useState(AT_ONCE);
  const rest = reading.refused.length - shown;
  return (
    <section className="paste-refused">
      <h2>{t('title--refused')}</h2>
      <ul>
        {reading.refused.slice(0, shown).map((row) => (
          <RefusedLine key={row.line} row={row} reading={reading} onMend={onMend} onDrop={onDrop} />
        ))}
      </ul>
      {rest > 0 && <Button onClick={() => setShown(shown + 100)}>{t('action--moreRefused', { count: rest })}</Button>}
    </section>
  );
}

type RefusedLineProps = { row: RefusedRow } & RefusedRowsProps;

function RefusedLine({ row, reading, onMend, onDrop }: RefusedLineProps) {
  const { t } = useTranslation('dossier');
  const columnOf = (column: string) => reading.columns.findIndex(({ field }) => field === column);
  const whole = row.cells
    .filter((cell) => cell !== '')
    .join('　')
    .slice(0, 160);
  return (
    <li>
      <p className="paste-refused-row">
        <b>{t('label--pasteLine', { line: row.line })}</b>
        <span className="quiet" title={row.cells.join('\t').slice(0, 2000)}>
          {whole}
        </span>
        <Button size="small" type="text" onClick={() => onDrop(row.line)}>
          {t('action--dropRow')}
        </Button>
      </p>
      {row.faults.map(({ column, reason, text }) => (
        <MendField
          key={column}
          column={column}
          reason={reason}
          cell={row.cells[columnOf(column)] ?? text}
          onMend={columnOf(column) === -1 ? undefined : (cell) => onMend(row.line, columnOf(column), cell)}
        />
      ))}
    </li>
  );
}

interface MendFieldProps {
  column: string;
  reason: string;
  cell: string;
  onMend?: (cell: string) => void;
}

function MendField({ column, reason, cell, onMend }: MendFieldProps) {
  const { t } = useTranslation('dossier');
  // Rows are counted anew when one is taken or dropped: the field goes with its line number and shows that line's cell.
  const [typed, setTyped] = useFollowing(cell, String);
  const name = t(`label--column-${column}` as 'label--column-title');
  const mend = () => typed !== cell && onMend?.(typed);
  return (
    <div className="paste-mend">
      <span>{name}</span>
      {onMend && (
        <Input
          size="small"
          aria-label={name}
          value={typed}
          status="error"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={mend}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event.nativeEvent)) mend();
          }}
        />
      )}
      <span className="late small">{t(`fault--${reason}` as 'fault--titleMissing')}</span>
    </div>
  );
}
