import './settings.css';
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { speak, useSession } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { LANGUAGES } from '../../i18n';
import { useSettingsArea } from '../../ui/areas';
import { PageHead } from '../../ui/PageHead';
import { CompanyForm } from './CompanyForm';
import { Demonstration } from './Demonstration';
import { OwnSecretForm } from './OwnSecretForm';
import { useSettings } from './settings.queries';

/** Answers: how is the program set up, for me and for the company? */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const may = useMay();
  const { data: settings } = useSettings();
  const area = useSettingsArea();
  if (!settings) return null;
  return (
    <div className="page">
      <PageHead title={t('title--settings')} area={area}>
        {t('lead--settings', { count: settings.idleMinutes })}
      </PageHead>
      <div className="page-scroll settings">
        <section>
          <h2>{t('title--language')}</h2>
          <LanguageRadio />
          <h2 className="settings-next">{t('title--ownSecret')}</h2>
          <OwnSecretForm />
        </section>
        {may('company.manage') && (
          <section>
            <h2>{t('title--company')}</h2>
            <CompanyForm settings={settings} />
            {settings.demonstration && <Demonstration />}
          </section>
        )}
      </div>
    </div>
  );
}

function LanguageRadio() {
  const { t } = useTranslation('app');
  const language = useSession((session) => session.language);
  return (
    <Radio.Group
      value={language}
      aria-label={t('label--language')}
      options={LANGUAGES.map((one) => ({ value: one, label: t(`language--${one}`) }))}
      onChange={(event) => speak(event.target.value)}
    />
  );
}
