import { useTranslation } from 'react-i18next';
import type { TitleView } from '../../../shared/api/title.contract';
import { yuan } from '../../ui/yuan';
import { useToday } from './titles.queries';

/** What stands on the certificate. */
export function TitleFacts({ its }: { its: TitleView }) {
  const { t } = useTranslation('titles');
  const today = useToday() ?? '';
  const { expiresOn, valueFen } = its;
  const expiry = expiresOn && <span className={expiresOn < today ? 'late' : undefined}>{expiresOn}</span>;
  const facts = [
    [t('label--name'), its.name],
    [t('label--owner'), its.owner],
    [t('label--pieces'), `${its.quantity} · ${t(`storage--${its.storage}`)}`],
    [t('label--project'), `${its.project} · ${its.contractNo}`],
    [t('label--issued'), [its.issuedBy, its.issuedOn].filter(Boolean).join(' · ')],
    [t('label--expiresOn'), expiry],
    [t('label--value'), valueFen === undefined ? '' : yuan(valueFen)],
    [t('label--enteredOn'), its.registeredOn],
    [t('label--remarks'), its.remarks],
  ] as const;
  return (
    <dl className="title-facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
