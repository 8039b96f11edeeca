import { StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import i18next from 'i18next';
import { lazy, Suspense, useEffect } from 'react';
import { LockPage } from '../features/start/LockPage';
import { NoLedgerPage } from '../features/start/NoLedgerPage';
import { SignInPage } from '../features/start/SignInPage';
import { StartFrame } from '../features/start/StartFrame';
import { useStart } from '../features/start/start.queries';
import { ManualDoor } from './ManualDoor';
import { useSessionWatch } from './session';
import { useSession } from './session.store';
import { theme } from './theme';

/** Read while somebody types the password, but not before the first key can be answered. */
const READ_OFFICE_AFTER_MS = 300;
const readOffice = () => import('./Office');
const Office = lazy(async () => ({ default: (await readOffice()).Office }));

/** Once in a computer's life: read when it is asked for. */
const FirstRunPage = lazy(async () => ({ default: (await import('../features/start/FirstRunPage')).FirstRunPage }));
const RescuePage = lazy(async () => ({ default: (await import('../features/restore/RescuePage')).RescuePage }));

export function App() {
  const language = useSession((session) => session.language);
  useSessionWatch();
  useEffect(() => {
    document.documentElement.lang = language;
    void i18next.changeLanguage(language);
  }, [language]);
  return (
    <StyleProvider layer>
      <ConfigProvider
        theme={theme}
        locale={language === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <Suspense>
          <Gate />
        </Suspense>
        <ManualDoor />
      </ConfigProvider>
    </StyleProvider>
  );
}

/** Shows what the window may show now: the first run, the sign-in, the lock, or the office. */
function Gate() {
  const me = useSession((session) => session.me);
  const start = useStart();
  const rescuing = useSession((session) => session.rescuing);
  const isAnswered = Boolean(start.data);
  useEffect(() => {
    if (!isAnswered) return undefined;
    const timer = window.setTimeout(() => void readOffice(), READ_OFFICE_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [isAnswered]);
  if (rescuing && !start.data?.company && (start.error || start.data))
    return (
      <StartFrame wide>
        <RescuePage />
      </StartFrame>
    );
  if (start.error) return <NoLedgerPage failure={start.error} />;
  if (me === undefined) return null;
  if (me?.locked) return <LockPage me={me} />;
  if (me) return <Office idleMinutes={me.idleMinutes} />;
  if (!start.data) return null;
  return start.data.company ? <SignInPage company={start.data.company} /> : <FirstRunPage />;
}
