import './start.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../../app/TopBar';
import { HelpButton } from '../../ui/HelpButton';
import { useStart } from './start.queries';

/** What stands around the pages before the office: the name of the program, the language, the version. */
export function StartFrame({ wide, aside, children }: { wide?: boolean; aside?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation(['start', 'app']);
  const { data: start } = useStart();
  return (
    <div className="start">
      <main className={wide ? 'start-sheet wide' : 'start-sheet'}>
        <p className="start-brand">
          {t('app:title--brand')}
          {aside && <small>{aside}</small>}
        </p>
        {children}
      </main>
      <footer className="start-foot">
        <span>{start && t('label--version', { version: start.version, today: start.today })}</span>
        <span className="start-foot-acts">
          <HelpButton />
          <LanguageChoice />
        </span>
      </footer>
    </div>
  );
}
