import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisposalView } from '../../../../shared/api/disposal.contract';
import { useErrorText } from '../../../api/use-error-text';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { Refusal } from '../../../ui/Refusal';
import { useNameWitnesses } from '../disposal.queries';
import { WitnessSelect } from '../WitnessSelect';

/** Somebody else watches, because who was named cannot. */
export function NameWitnesses({ its, onClose }: { its: DisposalView; onClose: () => void }) {
  const { t } = useTranslation('disposal');
  const errorText = useErrorText();
  const name = useNameWitnesses();
  const id = useId();
  const [chosen, setChosen] = useState(
    [its.firstWitness?.id, its.secondWitness?.id].filter((one) => one !== undefined),
  );
  const isTransfer = its.kind === 'transfer';
  const labels = isTransfer ? [t('label--supervisor')] : [t('label--firstWitness'), t('label--secondWitness')];
  const act = () => {
    const [firstWitnessId = 0, secondWitnessId] = chosen;
    const named = { firstWitnessId, ...(secondWitnessId !== undefined && { secondWitnessId }) };
    if (!name.isPending) name.mutate({ id: its.id, ...named }, { onSuccess: onClose });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--witnesses')}
      act={t('action--nameThem')}
      busy={name.isPending}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet disposal-gap">{t(isTransfer ? 'hint--supervisor' : 'hint--witness')}</p>
      {labels.map((label, index) => (
        <div className="field" key={label}>
          <label htmlFor={`${id}-${index}`}>{label}</label>
          <WitnessSelect
            id={`${id}-${index}`}
            barred={its.barredIds}
            {...(chosen[index] !== undefined && { value: chosen[index] })}
            onChange={(one) => setChosen((all) => all.map((was, i) => (i === index ? one : was)))}
            autoFocus={index === 0}
          />
        </div>
      ))}
      <Refusal>{errorText(name.error)}</Refusal>
    </ConfirmInWords>
  );
}
