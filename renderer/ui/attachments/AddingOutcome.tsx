import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/api/errors';
import { useErrorText } from '../../api/use-error-text';
import type { AddingWork } from './use-adding';

/** 1.4 MB; small files in KB, and never 0. */
export const sizeOf = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** How far adding is, with a way to stop it; afterwards what was added, and what was not and why. */
export function AddingOutcome({ work }: { work: AddingWork }) {
  const { t } = useTranslation('attachments');
  const errorText = useErrorText();
  const { underway, added, refused, busy, cancel } = work;
  return (
    <output className="adding-outcome">
      {underway && (
        <span className="adding-underway">
          {t('state--adding', { name: underway.name, done: sizeOf(underway.done), all: sizeOf(underway.total) })}{' '}
          <Button size="small" onClick={cancel}>
            {t('action--stopAdding')}
          </Button>
        </span>
      )}
      {!busy && added > 0 && <span>{t('state--added', { count: added })}</span>}
      {refused.map(({ name, reason, details }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files of one name may be refused for one reason
        <span key={at} className="late" role="alert">
          {errorText(new AppError('invalid', reason, { name, ...details }))}
        </span>
      ))}
    </output>
  );
}
