import { Trans, useTranslation } from 'react-i18next';
import type { StocktakeView } from '../../../shared/api/stocktake.contract';
import { useMoment } from '../../ui/use-moment';

const MARKS = { b: <b />, late: <b className="late" /> };

/** How far it is and what it found, in one sentence. */
export function StocktakeLead({ its }: { its: StocktakeView }) {
  const { t } = useTranslation('stocktakes');
  const moment = useMoment();
  const { state, counted, bookPieces = 0, foundPieces = 0, differences = 0, unexplained = 0 } = its;
  const since = { moment: moment(its.startedAt) };
  if (state === 'abandoned') return t('lead--abandoned', { reason: its.closingReason, day: its.closedOn });
  if (state === 'counting')
    return (
      <>
        <Trans t={t} i18nKey="lead--counting" count={counted} values={since} components={MARKS} />
        {its.slipsSince > 0 && t('lead--slipsSince', { count: its.slipsSince })}
      </>
    );
  return (
    <>
      <Trans t={t} i18nKey="lead--result" values={{ ...since, bookPieces, foundPieces }} components={MARKS} />
      <Trans
        t={t}
        i18nKey={differences > 0 ? 'lead--differences' : 'lead--agrees'}
        count={differences}
        components={MARKS}
      />
      {state === 'closed' && t('lead--closed', { name: its.decidedBy, day: its.closedOn })}
      {state === 'counted' && unexplained > 0 && (
        <Trans t={t} i18nKey="lead--unexplained" count={unexplained} components={MARKS} />
      )}
      {state === 'counted' && unexplained === 0 && t('lead--toDecide')}
    </>
  );
}
