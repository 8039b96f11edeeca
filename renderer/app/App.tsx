import { StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import i18next from 'i18next';
import { lazy, Suspense, useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { FirstRunPage } from '../features/start/FirstRunPage';
import { LockPage } from '../features/start/LockPage';
import { NoLedgerPage } from '../features/start/NoLedgerPage';
import { SignInPage } from '../features/start/SignInPage';
import { StartFrame } from '../features/start/StartFrame';
import { useStart } from '../features/start/start.queries';
import { router } from './routes';
import { useIdleLock, useSessionWatch } from './session';
import { useSession } from './session.store';
import { theme } from './theme';

/** Once in a computer's life: read when it is asked for. */
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
        <Gate />
      </ConfigProvider>
    </StyleProvider>
  );
}

/** Shows what the window may show now: the first run, the sign-in, the lock, or the office. */
function Gate() {
  const me = useSession((session) => session.me);
  const start = useStart();
  const rescuing = useSession((session) => session.rescuing);
  if (rescuing && !start.data?.company && (start.error || start.data))
    return (
      <StartFrame wide>
        <Suspense>
          <RescuePage />
        </Suspense>
      </StartFrame>
    );
  if (start.error) return <NoLedgerPage failure={start.error} />;
  if (me === undefined) return null;
  if (me?.locked) return <LockPage me={me} />;
  if (me) return <Office idleMinutes={me.idleMinutes} />;
  if (!start.data) return null;
  return start.data.company ? <SignInPage company={start.data.company} /> : <FirstRunPage />;
}

function Office({ idleMinutes }: { idleMinutes: number }) {
  useIdleLock(idleMinutes);
  return <RouterProvider router={router} />;
}
