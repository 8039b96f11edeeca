import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SafeContents, SafeRow } from '../../../shared/api/safe.contract';
import { useTitlesArea } from '../../ui/areas';
import { PageHead } from '../../ui/PageHead';
import { useMoment } from '../../ui/use-moment';
import { useContents } from './safes.queries';
import { useLooked } from './safes.store';

/** The sentence that says what is in the safe, now or at the end of the day that is looked at. */
export function SafeLead({ its }: { its: SafeRow }) {
  const { t } = useTranslation('safes');
  const { on } = useLooked();
  const { data } = useContents(its.id, on);
  return (
    <PageHead title={t('title--safes')} aside={<Holders its={its} />} area={useTitlesArea()}>
      {data && <Inside data={data} isNow={on === undefined} />}
      {its.open && <StandsOpen its={its} />}
    </PageHead>
  );
}

/** Which safe it is, where it stands, and who holds what of it. */
function Holders({ its }: { its: SafeRow }) {
  const { t } = useTranslation('safes');
  const holders = (kind: 'key' | 'combination') =>
    its.custody
      .filter((one) => one.kind === kind)
      .map(({ holder }) => holder)
      .join(t('mark--comma'));
  if (its.retiredOn !== undefined) return t('aside--retired', { name: its.name, place: its.place, day: its.retiredOn });
  const words = { name: its.name, place: its.place, key: holders('key'), combination: holders('combination') };
  return t('aside--holders', words);
}

function Inside({ data, isNow }: { data: SafeContents; isNow: boolean }) {
  const { t } = useTranslation('safes');
  const { pieces, away, overdue, expiring, on, safeId } = data;
  // Lists show what is so now: the numbers of a past day open none.
  const counted = (list: string) => (isNow ? <Link to={`/titles?${list}`} /> : <span />);
  const b = {
    b: <b />,
    late: <b className="late" />,
    here: counted(`safe=${safeId}`),
    out: counted('which=out'),
    overdue: counted('which=overdue'),
    expiring: counted('which=expiring'),
  };
  return (
    <>
      <Trans
        t={t}
        i18nKey={isNow ? 'lead--now' : 'lead--then'}
        count={pieces}
        values={{ away, day: on }}
        components={b}
      />
      {overdue > 0 && <Trans t={t} i18nKey="lead--overdue" count={overdue} components={b} />}
      {expiring > 0 && <Trans t={t} i18nKey="lead--expiring" count={expiring} components={b} />}
      {t('lead--end')}
    </>
  );
}

function StandsOpen({ its: { open } }: { its: SafeRow }) {
  const { t } = useTranslation('safes');
  const moment = useMoment();
  if (!open) return null;
  return (
    <b className="late">
      {t('lead--open', { moment: moment(open.openedAt), operator: open.operator, second: open.second })}
    </b>
  );
}
