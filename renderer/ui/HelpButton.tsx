import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.store';
import { Kbd } from './Kbd';

/** Where it says that there is help, on every page. */
export function HelpButton() {
  const { t } = useTranslation('ui');
  return (
    <button type="button" className="help-button" onClick={() => useSession.setState({ reading: 'page' })}>
      {t('action--help')} <Kbd>F1</Kbd>
    </button>
  );
}
