import { Input, type InputRef } from 'antd';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { TITLE_CHOICES } from '../../../shared/api/title.contract';
import { TITLE_KINDS } from '../../../shared/api/title-fields';
import { Chip } from '../../ui/Chip';
import { useSafes } from './titles.queries';
import { narrow, useTitlesView } from './titles-view.store';

/** What the list is narrowed by: a text, the kind, where, which safe. */
export function TitleFilters({ textRef }: { textRef: Ref<InputRef> }) {
  const { t } = useTranslation('titles');
  const filter = useTitlesView((view) => view.filter);
  const { data: safes = [] } = useSafes();
  const where = TITLE_CHOICES.filter((choice) => choice !== 'all');
  const compartments = safes.flatMap(({ compartments: its, name }) =>
    its.map((one) => ({ id: one.id, label: `${name} ${one.name}` })),
  );
  const inCompartment = compartments.find(({ id }) => id === filter.compartmentId);
  return (
    <>
      <Input
        ref={textRef}
        allowClear
        className="titles-text"
        placeholder={t('hint--text')}
        aria-label={t('hint--text')}
        maxLength={100}
        value={filter.text ?? ''}
        onChange={(event) => narrow({ text: event.target.value })}
      />
      <Chip
        name={t('label--kind')}
        value={filter.kind}
        options={TITLE_KINDS.map((value) => ({ value, label: t(`kind--${value}`) }))}
        onChoose={(kind) => narrow({ kind })}
      />
      <Chip
        name={t('label--where')}
        value={filter.which === 'all' ? undefined : filter.which}
        options={where.map((value) => ({ value, label: t(`which--${value}`) }))}
        onChoose={(which) => narrow({ which: which ?? 'all' })}
      />
      {safes.length > 0 && (
        <Chip
          name={t('label--safe')}
          value={filter.safeId}
          options={safes.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(safeId) => narrow({ safeId, compartmentId: undefined })}
        />
      )}
      {inCompartment && (
        <Chip
          name={t('label--compartment')}
          value={inCompartment.id}
          options={[{ value: inCompartment.id, label: inCompartment.label }]}
          onChoose={(compartmentId) => narrow({ compartmentId })}
        />
      )}
    </>
  );
}
