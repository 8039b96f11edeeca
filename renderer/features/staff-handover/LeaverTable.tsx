import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Leaver } from '../../../shared/api/staff-handover.contract';
import { StateWord } from '../../ui/StateWord';
import { useRows } from '../../ui/use-rows';

/** Who is leaving, with what in hand; each number opens what it counts. */
export function LeaverTable({ leavers }: { leavers: Leaver[] }) {
  const { t } = useTranslation('staffHandover');
  const navigate = useNavigate();
  const row = useRows((index) => void navigate(`/staff-handover/person/${leavers[index]?.staffId}`));
  return (
    <section className="leavers">
      <h2>{t('title--leavers')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th>{t('label--name')}</th>
            <th>{t('label--department')}</th>
            <th>{t('label--holds')}</th>
            <th>{t('label--list')}</th>
            <th>{t('label--state')}</th>
          </tr>
        </thead>
        <tbody>
          {leavers.map((leaver, index) => (
            <tr key={leaver.staffId} {...row(index)}>
              <td className="nowrap">{leaver.name}</td>
              <td>{leaver.department}</td>
              <td>
                {leaver.counts.length === 0 && <span className="quiet">{t('state--holdsNothing')}</span>}
                {leaver.counts.map(({ kind, count }) => (
                  <Link
                    key={kind}
                    className="leaver-count"
                    to={`/staff-handover/person/${leaver.staffId}?kind=${kind}`}
                    onClick={(event) => event.stopPropagation()}
                  >
                    {t(`held--${kind}`, { count })}
                  </Link>
                ))}
              </td>
              <td className="nowrap">
                {leaver.open && (
                  <Link to={`/staff-handover/${leaver.open.id}`} onClick={(event) => event.stopPropagation()}>
                    {leaver.open.no}
                  </Link>
                )}
              </td>
              <td>
                <LeaverState leaver={leaver} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LeaverState({ leaver: { employment, counts, excepted, open } }: { leaver: Leaver }) {
  const { t } = useTranslation('staffHandover');
  if (employment === 'left') return <StateWord tone="late">{t('state--leftWithThings')}</StateWord>;
  if (counts.length === 0) return <StateWord tone="done">{t('state--mayLeave')}</StateWord>;
  if (excepted) return <StateWord tone="out">{t('state--excepted')}</StateWord>;
  return <StateWord tone="wait">{t(open ? 'state--handingOver' : 'state--noListYet')}</StateWord>;
}
