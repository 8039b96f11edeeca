import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafeRow } from '../../../shared/api/safe.contract';
import { useSession } from '../../app/session.store';

/** The second of two who open or close a safe: who holds the other part of it than whoever is signed in. */
export function useSecond(its: SafeRow) {
  const me = useSession((session) => session.me?.staffId);
  const own = its.custody.filter(({ holderId }) => holderId === me).map(({ kind }) => kind);
  const others = its.custody.filter(({ holderId, kind }) => holderId !== me && !own.includes(kind));
  const [chosen, setChosen] = useState<number | undefined>(others[0]?.holderId);
  const name = its.custody.find(({ holderId }) => holderId === chosen)?.holder ?? '';
  return { id: chosen, name, others, choose: setChosen };
}

export function SecondSelect({ its, second }: { its: SafeRow; second: ReturnType<typeof useSecond> }) {
  const { t } = useTranslation('safes');
  const id = useId();
  const options = [...new Map(second.others.map((one) => [one.holderId, one])).values()];
  // Where only one person has the other part, nobody is asked whom they mean.
  if (options.length === 1) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{t('label--second', { name: its.name })}</label>
      <Select
        id={id}
        value={second.id}
        onChange={second.choose}
        notFoundContent={t('hint--noSecond')}
        options={options.map(({ holderId, holder, kind }) => ({
          value: holderId,
          label: t(kind === 'key' ? 'label--keyOf' : 'label--combinationOf', { holder }),
        }))}
      />
    </div>
  );
}
