import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TitleView } from '../../../../shared/api/title.contract';
import { DayField, dayRule } from '../../../ui/DayField';
import { FormDrawer } from '../../../ui/FormDrawer';
import { useDraftForm } from '../../../ui/use-draft-form';
import { YuanField, yuanRule } from '../../../ui/YuanField';
import { useDescribe } from '../titles.queries';

interface Values {
  issuedBy: string;
  issuedOn?: string | undefined;
  expiresOn?: string | undefined;
  yuan?: number | undefined;
  remarks: string;
  reason?: string;
}

/** What nobody signed for is corrected, with the reason for it. */
export function Describe({ its, onClose }: { its: TitleView; onClose: () => void }) {
  const { t } = useTranslation(['titles', 'ui']);
  const { t: ui } = useTranslation('ui');
  const describe = useDescribe();
  const { id, issuedBy, issuedOn, expiresOn, valueFen, remarks } = its;
  const yuan = valueFen === undefined ? undefined : valueFen / 100;
  const { props, refuse, drop, drawer } = useDraftForm<Values>(
    `title/describe/${id}`,
    { issuedBy, issuedOn, expiresOn, yuan, remarks },
    { expiresBeforeIssued: 'expiresOn' },
  );
  const submit = ({ yuan: typed, reason = '', ...fields }: Values) => {
    const days = {
      ...(fields.issuedOn && { issuedOn: fields.issuedOn }),
      ...(fields.expiresOn && { expiresOn: fields.expiresOn }),
    };
    const value = typed === undefined ? {} : { valueFen: Math.round(typed * 100) };
    const onSuccess = () => {
      drop();
      onClose();
    };
    describe.mutate(
      { id, issuedBy: fields.issuedBy ?? '', remarks: fields.remarks ?? '', ...days, ...value, reason },
      { onError: refuse, onSuccess },
    );
  };
  const isDay = [dayRule(ui)];
  return (
    <FormDrawer
      title={t('title--describe', { no: its.certificateNo })}
      act={t('sign--describe')}
      busy={describe.isPending}
      {...drawer}
      onClose={onClose}
    >
      <p className="quiet act-hint">{t('hint--describe')}</p>
      <Form {...props} onFinish={submit}>
        <Form.Item name="issuedBy" label={t('label--issuedBy')}>
          <Input maxLength={100} />
        </Form.Item>
        <div className="pair">
          <Form.Item name="issuedOn" label={t('label--issuedOn')} rules={isDay} validateTrigger="onBlur">
            <DayField />
          </Form.Item>
          <Form.Item name="expiresOn" label={t('label--expiresOn')} rules={isDay} validateTrigger="onBlur">
            <DayField />
          </Form.Item>
        </div>
        <Form.Item name="yuan" label={t('label--value')} rules={[yuanRule(t('error--yuan'))]} validateTrigger="onBlur">
          <YuanField />
        </Form.Item>
        <Form.Item name="remarks" label={t('label--remarks')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('label--correctionReason')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
