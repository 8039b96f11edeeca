import { InputNumber, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedFile } from '../../../shared/api/import.contract';
import type { PlanWork } from './use-import-plan';

/** Which sheet, where its headings stand, and in what amounts are written. */
export function SheetBar({ file, work, children }: { file: OpenedFile; work: PlanWork; children: ReactNode }) {
  const { t } = useTranslation('import');
  const id = useId();
  const { plan, change, turnTo } = work;
  const sheet = file.sheets[plan.sheet];
  return (
    <div className="bar">
      {children}
      <span className="bar-end import-sheet">
        {file.sheets.length > 1 && (
          <>
            <label htmlFor={`${id}-sheet`}>{t('label--sheet')}</label>
            <Select
              id={`${id}-sheet`}
              value={plan.sheet}
              popupMatchSelectWidth={false}
              options={file.sheets.map(({ name, rows }, value) => ({ value, label: `${name} (${rows})` }))}
              onChange={turnTo}
            />
          </>
        )}
        <label htmlFor={`${id}-row`}>{t('label--headingRow')}</label>
        <InputNumber
          id={`${id}-row`}
          className="import-number"
          min={0}
          max={sheet?.head.at(-1)?.row ?? 0}
          precision={0}
          value={plan.headingRow}
          onChange={(row) => row !== null && change({ headingRow: row })}
        />
        {plan.columns.includes('amount') && (
          <>
            <label htmlFor={`${id}-unit`}>{t('label--amountUnit')}</label>
            <Select
              id={`${id}-unit`}
              value={plan.amountUnit}
              options={(['yuan', 'wan'] as const).map((value) => ({ value, label: t(`unit--${value}`) }))}
              onChange={(amountUnit) => change({ amountUnit })}
            />
          </>
        )}
      </span>
    </div>
  );
}
