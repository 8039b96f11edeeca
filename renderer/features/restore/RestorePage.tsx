import './restore.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client } from '../../api/client';
import { useBackupArea } from '../../ui/areas';
import { PageHead } from '../../ui/PageHead';
import { CheckedBag } from './CheckedBag';
import { ChooseBag } from './ChooseBag';
import { Copies } from './Copies';
import { Rehearsals } from './Rehearsals';
import { useOpened } from './restore.queries';

/** Answers: what could be put back, and what would it cost? */
export function RestorePage() {
  const { t } = useTranslation('restore');
  const area = useBackupArea();
  const navigate = useNavigate();
  const { data: opened } = useOpened(client.restore);
  return (
    <div className="page">
      <PageHead title={t('title--restore')} area={area}>
        {t('lead--restore')}
      </PageHead>
      <div className="page-scroll restore-page">
        {opened === null && (
          <>
            <ChooseBag ways={client.restore} onRehearsed={(id) => void navigate(`/print/rehearsal/${id}`)} />
            <Rehearsals />
            <Copies />
          </>
        )}
        {opened && <CheckedBag ways={client.restore} its={opened} />}
      </div>
    </div>
  );
}
