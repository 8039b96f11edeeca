import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, useRead } from '../../api/client';
import { useMay } from '../../app/use-may';
import { yuan } from '../../ui/yuan';

/** Penalties and rewards on one case, and the way to propose one. */
export function CasePenalties({ complaintId }: { complaintId: number }) {
  const { t } = useTranslation('complaints');
  const may = useMay();
  const { data } = useRead(client.penalty.list, { complaintId });
  if (!data || (data.total === 0 && !may('complaint.oversee'))) return null;
  return (
    <section>
      <h2>{t('title--casePenalties')}</h2>
      {data.rows.map(({ id, no, person, title, amountFen, state }) => (
        <p key={id}>
          <Link to={`/complaints/penalties/${id}`}>{no}</Link> {person} · {title} ·{' '}
          {t('text--yuan', { amount: yuan(amountFen) })} <span className="quiet small">{t(`penalty--${state}`)}</span>
        </p>
      ))}
      {may('complaint.oversee') && (
        <p>
          <Link to={`/complaints/penalties/new?case=${complaintId}`}>{t('action--proposePenalty')}</Link>
        </p>
      )}
    </section>
  );
}
