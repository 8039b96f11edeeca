import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../shared/api/contract';
import type { client } from '../../api/client';
import { useErrorText } from '../../api/use-error-text';
import { askWho } from '../../app/session';
import { rememberLogin, useSession } from '../../app/session.store';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { AgainField, PasswordField, PinField } from '../../ui/SecretFields';
import { useDraftForm } from '../../ui/use-draft-form';
import { useKeys } from '../../ui/use-keys';
import { StartFrame } from './StartFrame';
import { useFound, useFoundDemonstration } from './start.queries';

type Founding = InputOf<(typeof client.company.found)['method']>;
type Values = Founding & { administrator: { again: string } };

/** Asks for the company and its first administrator, or lets one look round first. */
export function FirstRunPage() {
  const { t } = useTranslation('start');
  return (
    <StartFrame wide>
      <PageHead title={t('title--firstRun')}>{t('lead--firstRun')}</PageHead>
      <div className="start-columns">
        <CompanyForm />
        <aside>
          <Rescue />
          <Demonstration />
        </aside>
      </div>
    </StartFrame>
  );
}

const FIELD_OF = {
  passwordTooShort: 'administrator.password',
  passwordTooCommon: 'administrator.password',
  pinTooSimple: 'administrator.pin',
};

function CompanyForm() {
  const { t } = useTranslation('start');
  const found = useFound();
  const { props, refusal, refuse, drop } = useDraftForm<Values>('firstRun', {}, FIELD_OF);
  const submit = ({ administrator: { again: _again, pin, ...administrator }, ...company }: Values) =>
    found.mutate(
      { ...company, administrator: { ...administrator, ...(pin ? { pin } : {}) } },
      {
        onError: refuse,
        onSuccess: () => {
          drop();
          rememberLogin(administrator.login);
          void askWho();
        },
      },
    );
  const needed = [{ required: true, whitespace: true, message: t('error--needed') }];
  return (
    <Form {...props} onFinish={submit}>
      <h2>{t('title--company')}</h2>
      <div className="start-pair">
        <Form.Item name="name" label={t('label--companyName')} rules={needed}>
          <Input autoFocus maxLength={100} placeholder={t('hint--companyName')} />
        </Form.Item>
        <Form.Item name="shortName" label={t('label--shortName')} rules={needed} extra={t('hint--shortName')}>
          <Input maxLength={4} />
        </Form.Item>
      </div>
      <h2>{t('title--administrator')}</h2>
      <div className="start-pair even">
        <Form.Item name={['administrator', 'name']} label={t('label--name')} rules={needed}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name={['administrator', 'login']} label={t('label--login')} rules={needed}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <PasswordField name={['administrator', 'password']} />
        <AgainField name={['administrator', 'again']} same={['administrator', 'password']} />
      </div>
      <PinField name={['administrator', 'pin']} />
      <Refusal>{refusal}</Refusal>
      <Button type="primary" htmlType="submit" loading={found.isPending}>
        {t('action--found')}
      </Button>
    </Form>
  );
}

/** For a new computer in the place of one that is gone. */
function Rescue() {
  const { t } = useTranslation('start');
  const begin = () => useSession.setState({ rescuing: true });
  useKeys({ 'ctrl+b': begin });
  return (
    <>
      <h2>{t('title--rescue')}</h2>
      <p className="quiet">{t('lead--rescue')}</p>
      <br />
      <Button onClick={begin}>
        {t('action--rescue')} <Kbd>Ctrl B</Kbd>
      </Button>
      <br />
      <br />
    </>
  );
}

function Demonstration() {
  const { t } = useTranslation('start');
  const errorText = useErrorText();
  const fill = useFoundDemonstration();
  return (
    <>
      <h2>{t('title--demonstration')}</h2>
      <p className="quiet">{t('lead--demonstration')}</p>
      <br />
      <Refusal>{errorText(fill.error)}</Refusal>
      <Button loading={fill.isPending} onClick={() => fill.mutate({})}>
        {t('action--foundDemonstration')}
      </Button>
    </>
  );
}
