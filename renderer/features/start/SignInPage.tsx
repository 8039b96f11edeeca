import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import type { Me } from '../../../shared/api/people.contract';
import { changeSeat } from '../../app/session';
import { rememberLogin, useSession } from '../../app/session.store';
import { PageHead } from '../../ui/PageHead';
import { DemonstrationLogins } from './DemonstrationLogins';
import { PasswordEntry } from './PasswordEntry';
import { StartFrame } from './StartFrame';
import { useSignIn } from './start.queries';
import { useCountdown } from './use-countdown';

export function SignInPage({ company }: { company: { name: string; demonstration: boolean } }) {
  const { t } = useTranslation('start');
  const restored = useSession((session) => session.restored);
  const demonstration = useSession((session) => session.demonstration);
  const [login, setLogin] = useState(useSession.getState().lastLogin);
  const password = useRef<InputRef>(null);
  const choose = (chosen: string) => {
    setLogin(chosen);
    password.current?.focus();
  };
  const form = <SignInForm login={login} onLogin={setLogin} password={password} />;
  return (
    <StartFrame wide={Boolean(demonstration)} aside={company.name}>
      <PageHead title={t('title--signIn')}>{t('lead--signIn')}</PageHead>
      {restored !== undefined && <p role="status">{t('state--restored', { aside: restored })}</p>}
      {demonstration ? (
        <div className="start-columns">
          <DemonstrationLogins {...demonstration} onChoose={choose} />
          <aside>{form}</aside>
        </div>
      ) : (
        form
      )}
    </StartFrame>
  );
}

interface SignInFormProps {
  login: string;
  onLogin: (login: string) => void;
  password: React.RefObject<InputRef | null>;
}

function SignInForm({ login, onLogin, password: passwordField }: SignInFormProps) {
  const { t } = useTranslation('start');
  const [password, setPassword] = useState('');
  const [wait, startWaiting] = useCountdown();
  const signIn = useSignIn();
  const enter = (me: Me) => {
    rememberLogin(login.trim());
    changeSeat(me);
  };
  const refused = (failure: AppError) => {
    setPassword('');
    if (failure.reason === 'waitAfterFailures') startWaiting(Number(failure.details.seconds));
    passwordField.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (login.trim() === '' || password === '' || wait > 0) return;
    signIn.mutate({ login, password }, { onSuccess: enter, onError: refused });
  };
  return (
    <form onSubmit={submit}>
      <div className="field">
        <label htmlFor="login">{t('label--login')}</label>
        <Input
          id="login"
          size="large"
          autoComplete="off"
          autoFocus={login === ''}
          maxLength={40}
          value={login}
          onChange={(event) => onLogin(event.target.value)}
        />
      </div>
      <PasswordEntry
        field={passwordField}
        autoFocus={login !== ''}
        typed={password}
        onType={setPassword}
        failure={signIn.error}
        wait={wait}
      />
      <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending} disabled={wait > 0}>
        {t('action--signIn')}
      </Button>
    </form>
  );
}
