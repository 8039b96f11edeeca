import './chip.css';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface ChipProps<V extends string | number> {
  name: string;
  value: V | undefined;
  options: { value: V; label: string }[];
  onChoose: (value: V | undefined) => void;
}

/** A condition that a list is narrowed by; it says what it is, also when it is not used. */
export function Chip<V extends string | number>({ name, value, options, onChoose }: ChipProps<V>) {
  const { t } = useTranslation('ui');
  return (
    <Select<V | ''>
      size="small"
      className={value === undefined ? 'chip' : 'chip chip-on'}
      aria-label={name}
      popupMatchSelectWidth={false}
      value={value ?? ''}
      options={[{ value: '' as const, label: t('label--all') }, ...options]}
      labelRender={({ label }) => t('label--condition', { name, value: String(label) })}
      onChange={(chosen) => onChoose(chosen === '' ? undefined : (chosen as V))}
    />
  );
}
