import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TitleView } from '../../../shared/api/title.contract';

/** Every movement in words, the newest first: which slip, who signed, from where to where, on what, until when. */
export function TitleLife({ its }: { its: TitleView }) {
  const { t } = useTranslation('titles');
  return (
    <ol className="title-life">
      {its.life.map((one) => (
        <li key={one.movementId} className={one.reversedByNo || one.kind === 'reversal' ? 'title-undone' : undefined}>
          <p>
            <b>{t(`slip--${one.kind}`)}</b> {one.movedOn} <Link to={`/titles/slips/${one.id}`}>{one.no}</Link>
            {one.reversedByNo && <span className="late"> {t('label--reversedBy', { no: one.reversedByNo })}</span>}
            {one.reversesNo && <span className="late"> {t('label--reverses', { no: one.reversesNo })}</span>}
          </p>
          <p>
            {t('label--fromTo', {
              from: one.from ?? t(`where--${one.fromPlace}`),
              to: one.to ?? t(`where--${one.toPlace}`),
            })}
            {its.quantity > 1 && ` · ${t('label--pieceCount', { count: one.quantity })}`}
            {one.party && ` · ${one.party}`}
            {one.dueOn && ` · ${t('label--dueBy', { day: one.dueOn })}`}
            {one.contractNo && ` · ${one.contractNo}`}
          </p>
          <p className="quiet small">
            {t('label--because', { reason: one.reason, basis: one.basis })}
            {one.remarks && ` · ${one.remarks}`}
          </p>
          <p className="quiet small">
            <span className="seal">{t('label--two')}</span>{' '}
            {t('label--signedBy', { operator: one.operator, second: one.second })}
          </p>
        </li>
      ))}
    </ol>
  );
}
