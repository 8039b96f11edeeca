import { Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CompanySettings } from '../../../shared/api/company.contract';
import { Refusal } from '../../ui/Refusal';
import { useDraftForm } from '../../ui/use-draft-form';
import { useChangeSettings } from './settings.queries';

type Values = Omit<CompanySettings, 'demonstration'>;

export function CompanyForm({ settings }: { settings: CompanySettings }) {
  const { t } = useTranslation(['settings', 'ui']);
  const change = useChangeSettings();
  const { name, shortName, idleMinutes } = settings;
  const { form, props, isKept, refusal, refuse, drop } = useDraftForm<Values>('company', {
    name,
    shortName,
    idleMinutes,
  });
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const neededText = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  return (
    <Form {...props} onFinish={(values) => change.mutate(values, { onError: refuse, onSuccess: drop })}>
      <Form.Item name="name" label={t('label--companyName')} rules={neededText}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="shortName" label={t('label--shortName')} rules={neededText} extra={t('hint--shortName')}>
        <Input maxLength={4} />
      </Form.Item>
      <Form.Item name="idleMinutes" label={t('label--idleMinutes')} rules={needed} extra={t('hint--idleMinutes')}>
        <InputNumber<number> min={1} max={15} precision={0} />
      </Form.Item>
      <Refusal>{refusal}</Refusal>
      <Button type="primary" htmlType="submit" loading={change.isPending} disabled={!isKept}>
        {t('action--change')}
      </Button>
      {isKept && (
        <Button
          type="link"
          onClick={() => {
            form.setFieldsValue({ name, shortName, idleMinutes });
            drop();
          }}
        >
          {t('action--undo')}
        </Button>
      )}
      {change.isSuccess && !isKept && (
        <span className="settings-done" role="status">
          {t('state--changed')}
        </span>
      )}
    </Form>
  );
}
