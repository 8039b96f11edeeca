import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { STOCKTAKE_SCOPES, type StocktakeScope } from '../../../shared/api/stocktake.contract';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useSafes, useStaff, useStart } from './stocktakes.queries';

interface Values {
  scope: StocktakeScope;
  safeId?: number;
  sampleSize?: number;
  plan: string;
  firstCounterId?: number;
  secondCounterId?: number;
}
const BLANK: Partial<Values> = { scope: 'full', plan: '' };

/** What is counted, after which plan, and by which two. */
export function NewStocktake({ onDone, onClose }: { onDone: (id: number) => void; onClose: () => void }) {
  const { t } = useTranslation(['stocktakes', 'ui']);
  const start = useStart();
  const { form, props, refuse, drop, drawer } = useDraftForm<Values>('newStocktake', BLANK);
  const chosen = Form.useWatch([], form) as Partial<Values> | undefined;
  const scope = chosen?.scope ?? 'full';
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const submit = ({ safeId, sampleSize, firstCounterId = 0, secondCounterId = 0, ...rest }: Values) =>
    start.mutate(
      {
        ...{ ...rest, firstCounterId, secondCounterId },
        ...(rest.scope === 'safe' && { safeId }),
        ...(rest.scope === 'sample' && { sampleSize }),
      },
      {
        onError: refuse,
        onSuccess: ({ id }) => {
          drop();
          onDone(id);
        },
      },
    );
  return (
    <FormDrawer
      title={t('title--start')}
      act={t('action--startNow')}
      busy={start.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <Form.Item name="scope" label={t('label--scope')}>
          <Radio.Group options={STOCKTAKE_SCOPES.map((value) => ({ value, label: t(`scope--${value}`) }))} />
        </Form.Item>
        {scope === 'safe' && <SafeField />}
        {scope === 'sample' && (
          <Form.Item name="sampleSize" label={t('label--sampleSize')} rules={needed} extra={t('hint--sample')}>
            <InputNumber min={1} max={100_000} precision={0} />
          </Form.Item>
        )}
        <Form.Item
          name="plan"
          label={t('label--plan')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Form.Item name="firstCounterId" label={t('label--firstCounter')} rules={needed}>
          <CounterSelect {...(chosen?.secondCounterId && { barred: chosen.secondCounterId })} />
        </Form.Item>
        <Form.Item name="secondCounterId" label={t('label--secondCounter')} rules={needed} extra={t('hint--counters')}>
          <CounterSelect {...(chosen?.firstCounterId && { barred: chosen.firstCounterId })} />
        </Form.Item>
      </Form>
      <p className="quiet">{t('hint--start')}</p>
    </FormDrawer>
  );
}

function SafeField() {
  const { t } = useTranslation(['stocktakes', 'ui']);
  const { data = [] } = useSafes();
  const options = data.filter((its) => its.retiredOn === undefined).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form.Item name="safeId" label={t('label--safe')} rules={[{ required: true, message: t('ui:error--needed') }]}>
      <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  );
}

/** Somebody who works here; whether he or she may count, main says. */
function CounterSelect({
  barred,
  ...field
}: {
  id?: string;
  value?: number;
  onChange?: (id: number) => void;
  barred?: number;
}) {
  const { data = [] } = useStaff();
  const options = data
    .filter(({ id, employment }) => employment !== 'left' && id !== barred)
    .map(({ id, name, department }) => ({ value: id, label: `${name}　${department}` }));
  return <Select {...field} options={options} showSearch={{ optionFilterProp: 'label' }} />;
}
