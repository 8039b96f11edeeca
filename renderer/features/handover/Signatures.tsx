import '../../ui/signatures.css';
import { useTranslation } from 'react-i18next';
import type { SignatureView } from '../../../shared/api/handover.contract';
import { useMoment } from '../../ui/use-moment';

/** Who has signed, as what, when, and the hash of what was signed. */
export function Signatures({ signatures, byKeeper }: { signatures: readonly SignatureView[]; byKeeper: boolean }) {
  const { t } = useTranslation('handover');
  const moment = useMoment();
  return (
    <section>
      <h2>{t('title--signatures')}</h2>
      <ul className="signatures">
        {signatures.map(({ staffId, role, name, at, contentHash }) => (
          <li key={`${role} ${staffId}`}>
            <b>{name}</b>{' '}
            <span className="quiet">{t(byKeeper && role === 'b' ? 'label--role-keeper' : `label--role-${role}`)}</span>
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
