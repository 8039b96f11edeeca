import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintView, OpenStep, SaidInput } from '../../../shared/api/complaint.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft, useSession } from '../../app/session.store';
import { actFromField } from '../../ui/act-from-field';
import { useStandInWords } from '../../ui/complaint/use-stand-in-words';
import { Kbd } from '../../ui/Kbd';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useKeys } from '../../ui/use-keys';
import { useTake } from './complaints.queries';
import { DistinctionWords } from './DistinctionWords';
import { SaidField, type SaidValue } from './SaidField';

/** The step that is to be taken now: its fields, and the signature where it decides or ends something. */
export function TakeStep({ its, step }: { its: ComplaintView; step: OpenStep }) {
  const { t } = useTranslation('complaints');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const { draft, keep, drop } = useDraft<SaidInput>(`complaints/${its.id}/${its.round}/${step.code}`, {});
  const [signature, setSignature] = useState('');
  const standInWords = useStandInWords();
  const take = useTake();
  const ready = !take.isPending && (!step.signed || signature !== '');
  const act = () => {
    if (!ready) return;
    const input = { id: its.id, step: step.code, said: draft, ...(step.signed && { signature }) };
    take.mutate(input, { onSuccess: drop, onError: () => setSignature('') });
  };
  useKeys({ 'ctrl+enter': act });
  const wrongField = take.error?.details.field;
  const change = (code: string, value: SaidValue | undefined) => {
    const { [code]: _, ...others } = draft;
    keep(value === undefined ? others : { ...others, [code]: value });
  };
  return (
    <section className="complaint-step" onKeyDownCapture={actFromField(act)}>
      <h2>
        {step.title}
        {!step.required && <span className="quiet small"> {t('hint--mayBePassedOver')}</span>}
      </h2>
      {step.standIn && <p className="amber small">{standInWords(step.standIn, step.by)}</p>}
      {step.does === 'assess' && <DistinctionWords its={its.distinctions} />}
      {step.fields.map((field, index) => (
        <SaidField
          key={field.code}
          {...{
            field,
            does: step.does,
            value: draft[field.code],
            begins: index === 0,
            wrong: wrongField === field.code,
          }}
          onChange={(value) => change(field.code, value)}
        />
      ))}
      {step.signed && (
        <SignField
          signer={me?.name ?? ''}
          role={step.title}
          value={signature}
          onChange={setSignature}
          onSign={act}
          {...(wrongField === 'signature' && { error: errorText(take.error) ?? '' })}
        />
      )}
      <Refusal>{wrongField === 'signature' ? undefined : errorText(take.error)}</Refusal>
      <div className="bar">
        <Button type="primary" loading={take.isPending} disabled={step.signed && signature === ''} onClick={act}>
          {t('action--take', { step: step.title })} <Kbd>Ctrl Enter</Kbd>
        </Button>
      </div>
    </section>
  );
}
