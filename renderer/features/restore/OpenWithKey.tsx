import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { PaperKeyField } from '../../ui/PaperKeyField';
import { Refusal } from '../../ui/Refusal';

interface OpenWithKeyProps {
  name: string;
  act: string;
  busy: boolean;
  failure: AppError | null | undefined;
  onKey: (key: string) => void;
  onClose: () => void;
  /** How far the reading is. */
  children: ReactNode;
}

/** An encrypted backup is opened by the private key on paper, which whoever restores types or scans. */
export function OpenWithKey({ name, act: word, busy, failure, onKey, onClose, children }: OpenWithKeyProps) {
  const { t } = useTranslation('restore');
  const errorText = useErrorText();
  const [key, setKey] = useState('');
  const act = () => {
    if (key !== '' && !busy) onKey(key);
  };
  const isOfKey = failure?.details.field === 'key' && failure.reason !== 'backupKeyMissing';
  return (
    <ConfirmInWords
      open
      title={t('title--key')}
      act={word}
      busy={busy}
      disabled={key === ''}
      onAct={act}
      onClose={onClose}
    >
      <p>{t('text--key', { name })}</p>
      <PaperKeyField
        autoFocus
        value={key}
        onChange={setKey}
        onEnter={act}
        {...(isOfKey && { error: errorText(failure) })}
      />
      {children}
      <Refusal>{isOfKey || failure?.reason === 'backupKeyMissing' ? undefined : errorText(failure)}</Refusal>
    </ConfirmInWords>
  );
}
