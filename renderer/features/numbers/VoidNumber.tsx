import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useRecordClasses } from '../../ui/use-record-words';
import { useNextNumbers, useVoid } from './numbers.queries';

/** Declares the next number of a class void, because a paper that bears it already was spoiled. */
export function VoidNumber({ classId, onClose }: { classId: number | undefined; onClose: () => void }) {
  const { t } = useTranslation('numbers');
  const errorText = useErrorText();
  const id = useId();
  const me = useSession((session) => session.me);
  const names = new Map(useRecordClasses().map((its) => [its.id, its.name]));
  const classes = (useNextNumbers().data?.classes ?? []).filter(({ retired }) => !retired);
  const [chosen, setChosen] = useState(classId);
  const [reason, setReason] = useState('');
  const [signature, setSignature] = useState('');
  const declare = useVoid();
  const its = classes.find((one) => one.id === chosen) ?? classes[0];
  const whole = its !== undefined && reason.trim() !== '' && signature !== '';
  const wrong = declare.error?.details.field === 'signature';
  const act = () => {
    if (!whole || declare.isPending) return;
    declare.mutate(
      { classId: its.id, text: its.nextNumber, reason, signature },
      { onSuccess: onClose, onError: () => setSignature('') },
    );
  };
  return (
    <ConfirmInWords
      open
      final
      title={t('title--void', { number: its?.nextNumber ?? '' })}
      act={t('action--signAndVoid')}
      busy={declare.isPending}
      disabled={!whole}
      onAct={act}
      onClose={onClose}
    >
      <p>{t('hint--void')}</p>
      <div className="field">
        <label htmlFor={`${id}-class`}>{t('label--class')}</label>
        <Select
          id={`${id}-class`}
          className="number-class"
          value={its?.id}
          onChange={setChosen}
          options={classes.map((one) => ({
            value: one.id,
            label: t('label--classAndNext', { name: names.get(one.id) ?? one.name, number: one.nextNumber }),
          }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('label--reason')}</label>
        <Input
          id={`${id}-reason`}
          maxLength={200}
          placeholder={t('hint--voidReason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <SignField
        signer={me?.name ?? ''}
        role={t('label--archivist')}
        value={signature}
        onChange={setSignature}
        error={wrong ? errorText(declare.error) : undefined}
        onSign={act}
      />
      {!wrong && <Refusal>{errorText(declare.error)}</Refusal>}
    </ConfirmInWords>
  );
}
