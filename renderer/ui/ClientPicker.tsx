import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, useRead } from '../api/client';
import { useSettled } from './use-settled';

interface ClientPickerProps {
  id: string;
  value: number | undefined;
  /** How the chosen one is called, where it is not among those just found. */
  name?: string | undefined;
  onChange: (id: number | undefined) => void;
}

const MOST = 50;

/** Clients may be many: found by what is typed of a name, a code or a telephone number. For whoever may read clients. */
export function ClientPicker({ id, value, name, onChange }: ClientPickerProps) {
  const { t } = useTranslation('caseFile');
  const [text, setText] = useState('');
  const settled = useSettled(text, 120);
  const { data } = useRead(client.client.list, { text: settled, offset: 0, limit: MOST }, { keepPrevious: true });
  const found = data?.rows.map((its) => ({ value: its.id, label: its.name })) ?? [];
  const chosen = value === undefined || found.some((its) => its.value === value) ? [] : [{ value, label: name ?? '' }];
  const more = (data?.total ?? 0) - found.length;
  return (
    <Select<number | undefined>
      id={id}
      allowClear
      className="complaint-who"
      {...(value !== undefined && { value })}
      placeholder={t('hint--client')}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={[
        ...chosen,
        ...found,
        ...(more > 0 ? [{ value: 0, label: t('hint--moreClients', { count: more }), disabled: true }] : []),
      ]}
      onChange={onChange}
    />
  );
}
