import { useTranslation } from 'react-i18next';
import type { DisposalRow } from '../../../shared/api/disposal.contract';
import { StateWord } from '../../ui/StateWord';
import { useWaited } from './use-waited';

/** How a list stands, in a word, and how long it has waited. */
export function DisposalState({ its }: { its: DisposalRow }) {
  const { t } = useTranslation('disposal');
  const waited = useWaited()(its.waitsDays);
  switch (its.state) {
    case 'submitted':
      return <StateWord tone="wait">{t('state--submitted', { waited })}</StateWord>;
    case 'refused':
      return <StateWord tone="late">{t('state--refused')}</StateWord>;
    case 'withdrawn':
      return <StateWord tone="plain">{t('state--withdrawn')}</StateWord>;
    case 'done':
      return its.kind === 'destruction' ? (
        <StateWord tone="late">{t('state--doneDestruction')}</StateWord>
      ) : (
        <StateWord tone="out">{t('state--doneTransfer')}</StateWord>
      );
    case 'approved':
      return its.kind === 'appraisal' ? (
        <StateWord tone="done">{t('state--approvedAppraisal')}</StateWord>
      ) : (
        <StateWord tone="wait">{t('state--approved', { waited })}</StateWord>
      );
  }
}
