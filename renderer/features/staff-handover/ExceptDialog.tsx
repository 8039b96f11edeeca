import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Held } from '../../../shared/api/staff-handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { SignField } from '../../ui/SignField';
import { useColleagues, useExcept } from './staff-handover.queries';

const LONGEST_REASON = 500;

/** An executive signs that somebody may leave with things in hand. */
export function ExceptDialog({ held, onClose }: { held: Held; onClose: () => void }) {
  const { t } = useTranslation('staffHandover');
  const errorText = useErrorText();
  const except = useExcept();
  const { executives } = useColleagues(held.staffId);
  const [signerId, setSignerId] = useState(executives.length === 1 ? executives[0]?.value : undefined);
  const [signature, setSignature] = useState('');
  const reason = useDraft(`except/${held.staffId}`, '');
  const signer = executives.find(({ value }) => value === signerId)?.label.split(' · ')[0] ?? '';
  const ready = signerId !== undefined && reason.draft.trim() !== '' && signature !== '' && !except.isPending;
  const act = () => {
    if (!ready) return;
    const done = () => {
      reason.drop();
      onClose();
    };
    except.mutate(
      { staffId: held.staffId, signerId, reason: reason.draft, signature },
      { onSuccess: done, onError: () => setSignature('') },
    );
  };
  return (
    <ConfirmInWords
      open
      final
      title={t('title--except', { name: held.name })}
      act={t('action--signExcept')}
      busy={except.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t('hint--except', { count: held.things.length })}</p>
      <Select
        className="except-signer"
        aria-label={t('label--executive')}
        placeholder={t('label--executive')}
        autoFocus
        options={executives}
        value={signerId}
        onChange={setSignerId}
        notFoundContent={t('hint--noExecutives')}
      />
      <Input.TextArea
        rows={3}
        maxLength={LONGEST_REASON}
        aria-label={t('label--reason')}
        placeholder={t('label--reason')}
        value={reason.draft}
        onChange={(event) => reason.keep(event.target.value)}
      />
      <SignField
        signer={signer}
        value={signature}
        onChange={setSignature}
        error={errorText(except.error)}
        onSign={act}
      />
    </ConfirmInWords>
  );
}
