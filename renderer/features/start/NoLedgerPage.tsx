import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import { useErrorText } from '../../api/use-error-text';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { StartFrame } from './StartFrame';

/** The ledger could not be opened: says why, and what to do. */
export function NoLedgerPage({ failure }: { failure: AppError }) {
  const { t } = useTranslation('start');
  const errorText = useErrorText();
  return (
    <StartFrame>
      <PageHead title={t('title--noLedger')}>{t('lead--noLedger')}</PageHead>
      <Refusal>{errorText(failure)}</Refusal>
    </StartFrame>
  );
}
