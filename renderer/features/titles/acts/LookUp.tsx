import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { LOOKUP_RESULTS, type LookupResult, type TitleView } from '../../../../shared/api/title.contract';
import { DayField, dayRule } from '../../../ui/DayField';
import { FormDrawer } from '../../../ui/FormDrawer';
import { useDraftForm } from '../../../ui/use-draft-form';
import { useLookUp, useToday } from '../titles.queries';

interface Values {
  lookedOn?: string;
  result: LookupResult;
  source: string;
  remarks?: string;
}

/** What the registry answered, asked by somebody else than the handling officer. */
export function LookUp({ its, onClose }: { its: TitleView; onClose: () => void }) {
  const { t } = useTranslation(['titles', 'ui']);
  const { t: ui } = useTranslation('ui');
  const lookUp = useLookUp();
  const today = useToday() ?? '';
  const { props, refuse, drop, drawer } = useDraftForm<Values>(`title/lookUp/${its.id}`, {});
  const submit = ({ lookedOn = today, result, source, remarks = '' }: Values) => {
    const onSuccess = () => {
      drop();
      onClose();
    };
    lookUp.mutate({ titleId: its.id, lookedOn, result, source, remarks }, { onError: refuse, onSuccess });
  };
  const message = t('ui:error--needed');
  return (
    <FormDrawer
      title={t('title--lookUp', { no: its.certificateNo })}
      act={t('sign--lookUp')}
      busy={lookUp.isPending}
      {...drawer}
      onClose={onClose}
    >
      <p className="quiet act-hint">{t('hint--lookUp')}</p>
      <Form {...props} onFinish={submit}>
        <Form.Item name="source" label={t('label--source')} rules={[{ required: true, whitespace: true, message }]}>
          <Input maxLength={100} placeholder={t('hint--source')} />
        </Form.Item>
        <Form.Item name="result" label={t('label--result')} rules={[{ required: true, message }]}>
          <Select options={LOOKUP_RESULTS.map((value) => ({ value, label: t(`result--${value}`) }))} />
        </Form.Item>
        <Form.Item name="lookedOn" label={t('label--lookedOn')} rules={[dayRule(ui)]} validateTrigger="onBlur">
          <DayField placeholder={t('hint--movedOn', { day: today })} />
        </Form.Item>
        <Form.Item name="remarks" label={t('label--remarks')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
