import './restore.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client';
import { useSession } from '../../app/session.store';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { CheckedBag } from './CheckedBag';
import { ChooseBag } from './ChooseBag';
import { useOpened } from './restore.queries';

/** Restoring where there is no office: on a new computer, or where the ledger cannot be opened. */
export function RescuePage() {
  const { t } = useTranslation('restore');
  const { data: opened } = useOpened(client.rescue);
  const leave = () => useSession.setState({ rescuing: false });
  // A backup that lies open is put away first: its own page has the key.
  useKeys(opened ? {} : { escape: leave });
  return (
    <div className="rescue">
      <PageHead title={t('title--restore')}>{t('lead--rescue')}</PageHead>
      {opened === null && (
        <>
          <ChooseBag ways={client.rescue} />
          <Button onClick={leave}>
            {t('action--back')} <Kbd>Esc</Kbd>
          </Button>
        </>
      )}
      {opened && <CheckedBag ways={client.rescue} its={opened} />}
    </div>
  );
}
