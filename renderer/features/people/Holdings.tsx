import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { StaffRow } from '../../../shared/api/people.contract';
import { HELD_KINDS } from '../../../shared/api/staff-handover.contract';
import { useHeld } from './people.queries';

/** What a person holds, each number opening its list, and the way to hand it over. */
export function Holdings({ person }: { person: StaffRow }) {
  const { t } = useTranslation(['people', 'staffHandover']);
  const { data: held } = useHeld(person.id);
  if (!held) return null;
  const path = `/staff-handover/person/${person.id}`;
  const counts = HELD_KINDS.map((kind) => ({ kind, count: held.things.filter((its) => its.kind === kind).length }));
  const exception = held.exceptions.find(({ valid }) => valid) ?? held.exceptions[0];
  return (
    <section className="people-holds">
      <h2>{t('title--holds')}</h2>
      {held.things.length === 0 && <p className="quiet">{t('state--holdsNothing')}</p>}
      <ul>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <li key={kind}>
              <Link to={`${path}?kind=${kind}`}>{t(`staffHandover:held--${kind}`, { count })}</Link>
            </li>
          ))}
      </ul>
      {held.things.length > 0 && (
        <p className="quiet small">
          {t('hint--leaving')} <Link to={path}>{t('action--toHeld')}</Link>
        </p>
      )}
      {exception && (
        <p className="amber small">
          {t('staffHandover:state--exception', {
            name: exception.signedBy,
            at: exception.at.slice(0, 10),
            reason: exception.reason,
          })}
        </p>
      )}
    </section>
  );
}
