import { useTranslation } from 'react-i18next';
import type { company } from '../../../shared/api/company.contract';
import type { OutputOf } from '../../../shared/api/contract';
import { useRows } from '../../ui/use-rows';

type Props = OutputOf<typeof company.foundDemonstration> & { onChoose: (login: string) => void };

/** Who can sign in to the demonstration company, and with what; a row is chosen by Enter or a click. */
export function DemonstrationLogins({ logins, demoSecret, onChoose }: Props) {
  const { t } = useTranslation(['start', 'app']);
  const row = useRows((index) => {
    const chosen = logins[index];
    if (chosen) onChoose(chosen.login);
  });
  return (
    <section>
      <h2>{t('title--demonstrationLogins')}</h2>
      <p className="quiet">
        {t('label--demonstrationSecret')} <b className="start-secret">{demoSecret}</b>
      </p>
      <table className="rows">
        <thead>
          <tr>
            <th>{t('label--name')}</th>
            <th>{t('label--position')}</th>
            <th>{t('label--login')}</th>
          </tr>
        </thead>
        <tbody>
          {logins.map(({ login, name, position }, index) => (
            <tr key={login} {...row(index)}>
              <td>{name}</td>
              <td>{t(`app:position--${position}` as 'app:position--archivist', { defaultValue: position })}</td>
              <td>{login}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
