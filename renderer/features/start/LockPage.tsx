import { Button, type InputRef } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import type { Me } from '../../../shared/api/people.contract';
import { changeSeat, signOut } from '../../app/session';
import { PageHead } from '../../ui/PageHead';
import { PasswordEntry } from './PasswordEntry';
import { StartFrame } from './StartFrame';
import { useUnlock } from './start.queries';
import { useCountdown } from './use-countdown';

/** Says whose window it is, and opens it again to that person; somebody else signs in anew. */
export function LockPage({ me }: { me: Me }) {
  const { t } = useTranslation('start');
  const field = useRef<InputRef>(null);
  const [password, setPassword] = useState('');
  const [wait, startWaiting] = useCountdown();
  const unlock = useUnlock();
  const refused = (failure: AppError) => {
    setPassword('');
    if (failure.reason === 'waitAfterFailures') startWaiting(Number(failure.details.seconds));
    field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '' && wait === 0) unlock.mutate({ password }, { onSuccess: changeSeat, onError: refused });
  };
  return (
    <StartFrame>
      <PageHead title={t('title--locked', { name: me.name })}>{t('lead--locked')}</PageHead>
      <form onSubmit={submit}>
        <PasswordEntry
          field={field}
          autoFocus
          typed={password}
          onType={setPassword}
          failure={unlock.error}
          wait={wait}
        />
        <div className="start-actions">
          <Button type="primary" size="large" htmlType="submit" loading={unlock.isPending} disabled={wait > 0}>
            {t('action--unlock')}
          </Button>
          <Button size="large" onClick={() => void signOut()}>
            {t('action--signInAsOther')}
          </Button>
        </div>
      </form>
    </StartFrame>
  );
}
