import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../i18n';
import { Kbd } from '../ui/Kbd';
import { useStatus } from './frame.queries';
import { lock, signOut } from './session';
import { speak, useSession } from './session.store';

export function TopBar() {
  const { t } = useTranslation('app');
  return (
    <header className="top">
      <div className="brand">{t('title--brand')}</div>
      <button
        type="button"
        className="search-box"
        onClick={() => useSession.setState({ searching: true, searchFor: undefined })}
      >
        <span>{t('hint--search')}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <Seat />
    </header>
  );
}

function Seat() {
  const { t } = useTranslation('app');
  const me = useSession((session) => session.me);
  if (!me) return null;
  const position = me.positions[0];
  return (
    <div className="top-me">
      <LowDisk />
      <BackupAge />
      <b>{me.name}</b>
      {position && <span className="quiet">{t(`position--${position}`)}</span>}
      <LanguageChoice />
      <Button onClick={() => void signOut()}>{t('action--switchUser')}</Button>
      <Button onClick={() => void lock()}>
        {t('action--lock')} <Kbd>Ctrl L</Kbd>
      </Button>
    </div>
  );
}

/** Warns in words while there is still time to make room. */
function LowDisk() {
  const { t } = useTranslation('app');
  const { data: status } = useStatus();
  if (status?.lowDiskMegabytes === undefined) return null;
  return (
    <span className="small late nowrap" role="status" title={t('hint--lowDisk')}>
      {t('state--lowDisk', { count: status.lowDiskMegabytes })}
    </span>
  );
}

const AMBER_AFTER_DAYS = 2;
const RED_AFTER_DAYS = 7;

/** Reminds of the backup: amber after two days, red after seven. */
function BackupAge() {
  const { t } = useTranslation('app');
  const { data: status } = useStatus();
  if (!status) return null;
  const age = status.backupAgeDays;
  if (age === undefined) return <span className="small amber">{t('state--neverBackedUp')}</span>;
  if (age < 0) return <span className="small late">{t('state--clockBeforeBackup')}</span>;
  const tone = age > RED_AFTER_DAYS ? 'late' : age > AMBER_AFTER_DAYS ? 'amber' : '';
  return (
    <span className="small quiet">
      {t('label--lastBackup')}
      <b className={`small ${tone}`}>{age === 0 ? t('state--today') : t('state--daysAgo', { count: age })}</b>
    </span>
  );
}

/** Changes to the other language at once; its name stands there in its own words, so that whoever needs it can read it. */
export function LanguageChoice() {
  const { t } = useTranslation('app');
  const language = useSession((session) => session.language);
  const other = LANGUAGES.find((one) => one !== language) ?? language;
  return (
    <Button type="text" lang={other} onClick={() => speak(other)}>
      {t(`language--${other}`)}
    </Button>
  );
}
