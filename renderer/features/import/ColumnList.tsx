import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { IMPORT_FIELDS, type ImportField, type OpenedFile } from '../../../shared/api/import.contract';
import type { PlanWork } from './use-import-plan';

const NOTHING = 'nothing';
const SAMPLES = 3;

/** A, B … Z, AA: columns as a spreadsheet calls them. */
function letters(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Each column of the file with its heading and examples, and what it means. */
export function ColumnList({ file, work }: { file: OpenedFile; work: PlanWork }) {
  const { t } = useTranslation('import');
  const { plan, change } = work;
  const sheet = file.sheets[plan.sheet];
  const head = sheet?.head ?? [];
  const headings = head.find(({ row }) => row === plan.headingRow)?.cells ?? [];
  const below = head.filter(({ row }) => row > plan.headingRow);
  const count = Math.max(headings.length, ...below.map(({ cells }) => cells.length), 0);
  const samplesOf = (column: number) =>
    [...new Set(below.map(({ cells }) => cells[column] ?? '').filter(Boolean))].slice(0, SAMPLES).join('、');
  const choices = [
    { value: NOTHING, label: t('means--nothing') },
    ...IMPORT_FIELDS.map((value) => ({ value, label: t(`field--${value}`) })),
  ];
  const mean = (column: number, value: string) => {
    const columns = Array.from({ length: count }, (_, i) => plan.columns[i] ?? null);
    columns[column] = value === NOTHING ? null : (value as ImportField);
    change({ columns });
  };
  return (
    <section className="import-columns" aria-label={t('title--columns')}>
      <h2>{t('title--columns')}</h2>
      {sheet?.guess.remembered && <p className="quiet small">{t('hint--remembered')}</p>}
      <table className="rows">
        <thead>
          <tr>
            <th>{t('label--column')}</th>
            <th>{t('label--heading')}</th>
            <th>{t('label--means')}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, column) => (
            <tr key={letters(column)}>
              <td className="quiet">{letters(column)}</td>
              <td>
                <span className="import-heading">{headings[column] || <span className="quiet">—</span>}</span>
                <span className="import-sample quiet small" title={samplesOf(column)}>
                  {samplesOf(column)}
                </span>
              </td>
              <td>
                <Select
                  className={plan.columns[column] ? 'import-means' : 'import-means import-unused'}
                  aria-label={`${letters(column)} ${headings[column] ?? ''}`}
                  value={plan.columns[column] ?? NOTHING}
                  options={choices}
                  showSearch={{ optionFilterProp: 'label' }}
                  onChange={(value) => mean(column, value)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
