import '../../ui/signatures.css';
import { useTranslation } from 'react-i18next';
import type { TitleHandoverSignature } from '../../../shared/api/title-handover.contract';
import { useMoment } from '../../ui/use-moment';

/** Who has signed, as what, when, and the hash of what was signed. */
export function TitleSignatures({ signatures }: { signatures: readonly TitleHandoverSignature[] }) {
  const { t } = useTranslation('titleHandovers');
  const moment = useMoment();
  return (
    <section>
      <h2>{t('title--signatures')}</h2>
      <ul className="signatures">
        {signatures.map(({ role, name, at, contentHash }) => (
          <li key={role}>
            <b>{name}</b> <span className="quiet">{t(`role--${role}`)}</span>
            <small>{moment(at)}</small>
            <small className="signature-hash" title={contentHash}>
              {contentHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
