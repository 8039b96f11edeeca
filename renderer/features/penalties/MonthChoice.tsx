import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToday } from './penalties.queries';

const MONTHS_BACK = 24;

/** So many months up to the one of today, the latest first: 2026-03. */
function monthsUpTo(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS_BACK }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

interface MonthChoiceProps {
  value: string | undefined;
  onChange: (month: string | undefined) => void;
}

/** One month, or all of them. */
export function MonthChoice({ value, onChange }: MonthChoiceProps) {
  const { t } = useTranslation('penalties');
  const { data } = useToday();
  const months = data ? monthsUpTo(data.today) : [];
  return (
    <Select
      className="penalty-month"
      aria-label={t('label--month')}
      value={value ?? ''}
      options={[{ value: '', label: t('label--allMonths') }, ...months.map((its) => ({ value: its, label: its }))]}
      onChange={(month: string) => onChange(month === '' ? undefined : month)}
    />
  );
}
