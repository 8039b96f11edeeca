import { Button, Input, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { FaultyRow, ImportCheck, ImportFault, ImportFaultName } from '../../../shared/api/import.contract';
import { ExportButton } from '../../ui/ExportButton';
import { useFollowing } from '../../ui/use-following';
import { isComposing } from '../../ui/use-keys';
import type { PlanWork } from './use-import-plan';

interface FaultyRowsProps {
  check: ImportCheck;
  work: PlanWork;
  fault: ImportFaultName | undefined;
  onFault: (fault: ImportFaultName | undefined) => void;
  onMore: () => void;
  limit: number;
}

/** Every row that is in the way, with what is wrong and where; its cells can be written anew in place. */
export function FaultyRows({ check, work, fault, onFault, onMore, limit }: FaultyRowsProps) {
  const { t } = useTranslation('import');
  const { faulty, faults, shown, shownOf } = check;
  // The last row of a fault was mended: there is nothing more to show of it.
  useEffect(() => {
    if (fault !== undefined && !faults.some((its) => its.fault === fault)) onFault(undefined);
  }, [fault, faults, onFault]);
  if (faulty === 0) return null;
  const all = { value: '', label: t('label--allFaults', { count: faulty }) };
  const kinds = faults.map((its) => ({ value: its.fault, label: `${t(`kind--${its.fault}`)} (${its.rows})` }));
  const rest = shownOf - shown.length;
  return (
    <section className="import-faults">
      <div className="bar">
        <h2>{t('title--faults')}</h2>
        <Select
          aria-label={t('label--showFault')}
          value={fault ?? ''}
          popupMatchSelectWidth={false}
          options={[all, ...kinds]}
          onChange={(value) => onFault(value === '' ? undefined : (value as ImportFaultName))}
        />
        <ExportButton list={{ name: 'importFaults' }} />
        {fault !== undefined && rest <= 0 && (
          <Button onClick={() => work.leaveOut(shown.map(({ row }) => row))}>{t('action--leaveOutAll')}</Button>
        )}
      </div>
      <ul>
        {shown.map((its) => (
          <FaultyLine key={its.row} its={its} work={work} />
        ))}
      </ul>
      {rest > 0 && limit < 200 && <Button onClick={onMore}>{t('action--more', { count: Math.min(100, rest) })}</Button>}
    </section>
  );
}

function FaultyLine({ its, work }: { its: FaultyRow; work: PlanWork }) {
  const { t } = useTranslation('import');
  const whole = its.cells.filter(Boolean).join('　').slice(0, 160);
  return (
    <li>
      <p className="import-faulty-row">
        <b>{t('label--row', { row: its.row })}</b>
        <span className="quiet" title={its.cells.join('\t').slice(0, 2000)}>
          {whole}
        </span>
        <Button size="small" type="text" onClick={() => work.leaveOut([its.row])}>
          {t('action--leaveOut')}
        </Button>
      </p>
      {its.faults.map((fault) => (
        <MendField key={`${fault.field} ${fault.fault}`} row={its} fault={fault} work={work} />
      ))}
    </li>
  );
}

function MendField({ row, fault, work }: { row: FaultyRow; fault: ImportFault; work: PlanWork }) {
  const { t } = useTranslation('import');
  const { column } = fault;
  const cell = row.cells[column] ?? '';
  const [typed, setTyped] = useFollowing(cell, String);
  const field = t(`field--${fault.field}`);
  const mend = () => typed !== cell && work.mend(row.row, column, typed);
  return (
    <div className="import-mend">
      <span>{field}</span>
      {column === -1 ? (
        <span />
      ) : (
        <Input
          size="small"
          aria-label={t('label--mend', { row: row.row, field })}
          value={typed}
          maxLength={2_000}
          status="error"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={mend}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event.nativeEvent)) mend();
          }}
        />
      )}
      <span className="late small">{t(`fault--${fault.fault}`, { about: fault.about, field })}</span>
    </div>
  );
}
