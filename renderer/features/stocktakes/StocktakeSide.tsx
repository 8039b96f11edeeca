import { useTranslation } from 'react-i18next';
import type { StocktakeView } from '../../../shared/api/stocktake.contract';
import { HistoryList } from '../../ui/HistoryList';
import { useMoment } from '../../ui/use-moment';

const inFours = (text: string) => text.replace(/(.{4})(?=.)/g, '$1 ');

/** The plan and who counts, how a sample was drawn, who has signed, and what happened. */
export function StocktakeSide({ its }: { its: StocktakeView }) {
  const { t } = useTranslation('stocktakes');
  const moment = useMoment();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
      <section>
        <h2>{t('title--plan')}</h2>
        <p className="stocktake-plan">{its.plan}</p>
        <dl className="stocktake-facts">
          <dt>{t('label--firstCounter')}</dt>
          <dd>{its.firstCounter}</dd>
          <dt>{t('label--secondCounter')}</dt>
          <dd>{its.secondCounter}</dd>
          <dt>{t('label--asOf')}</dt>
          <dd>{t('label--asOfMovement', { moment: moment(its.startedAt), movement: its.asOf })}</dd>
        </dl>
      </section>
      {its.seed && <HowDrawn its={its} seed={its.seed} />}
      {its.signatures.length > 0 && (
        <section>
          <h2>{t('title--signatures')}</h2>
          <ul className="stocktake-signatures">
            {its.signatures.map(({ role, name, at, contentHash }) => (
              <li key={role}>
                <b>{name}</b> <span className="quiet">{t(`role--${role}`)}</span>
                <small>{moment(at)}</small>
                <small title={contentHash}>{inFours(contentHash.slice(0, 16))}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('title--history')}</h2>
        <HistoryList table="stocktake" id={its.id} limit={6} />
      </section>
    </aside>
  );
}

/** Seed, population and rule: anybody can draw it again. */
function HowDrawn({ its, seed }: { its: StocktakeView; seed: string }) {
  const { t } = useTranslation('stocktakes');
  return (
    <section>
      <h2>{t('title--howDrawn')}</h2>
      <p>{t('hint--howDrawn', { population: its.population, count: its.sampleSize, seq: its.seedSeq })}</p>
      <p className="stocktake-seed">{inFours(seed)}</p>
    </section>
  );
}
