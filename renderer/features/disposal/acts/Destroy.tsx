import { Input } from 'antd';
import { useId, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { DisposalView } from '../../../../shared/api/disposal.contract';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { Refusal } from '../../../ui/Refusal';
import { SignField } from '../../../ui/SignField';
import { useTwoSignatures } from '../../../ui/use-two-signatures';
import { useDestroy } from '../disposal.queries';

/** The number of the list is typed, both witnesses sign, and what is on it is gone for ever. */
export function Destroy({ its, onClose }: { its: DisposalView; onClose: () => void }) {
  const { t } = useTranslation('disposal');
  const destroy = useDestroy();
  const [no, setNo] = useState('');
  const id = useId();
  const { signatures, signed, refusal, fieldOf, typeAgain } = useTwoSignatures(['first', 'second'], destroy.error);
  const ready = no.trim() !== '' && signed && !destroy.isPending;
  const act = () => {
    if (ready) destroy.mutate({ id: its.id, no, signatures }, { onSuccess: onClose, onError: typeAgain });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--destroy', { no: its.no })}
      act={t('action--destroy')}
      final
      busy={destroy.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="disposal-gap">
        <Trans t={t} i18nKey="hint--destroy" count={its.dossiers} components={{ late: <b className="late" /> }} />
      </p>
      <div className="field">
        <label htmlFor={id}>
          {t('label--typeNo', { no: its.no })}
          <span className="quiet small">{t('hint--typeNo', { figures: its.no.replace(/\D/g, '') })}</span>
        </label>
        <Input id={id} value={no} maxLength={40} autoFocus onChange={(event) => setNo(event.target.value)} />
      </div>
      <SignField
        signer={its.firstWitness?.name ?? ''}
        role={t('role--firstWitness')}
        onSign={act}
        {...fieldOf('first')}
      />
      <SignField
        signer={its.secondWitness?.name ?? ''}
        role={t('role--secondWitness')}
        onSign={act}
        {...fieldOf('second')}
      />
      <Refusal>{refusal}</Refusal>
    </ConfirmInWords>
  );
}
