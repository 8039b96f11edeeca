import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { MOST_COLUMNS, MOST_ROWS, type SafeRow } from '../../../shared/api/safe.contract';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useAddCompartment } from './safes.queries';
import { lookAt } from './safes.store';

interface Values {
  name: string;
  row: number;
  col: number;
}

/** One more compartment where none is, or a retired one in use again. */
export function AddCompartment({ its, onClose }: { its: SafeRow; onClose: () => void }) {
  const { t } = useTranslation(['safes', 'ui']);
  const add = useAddCompartment();
  const { props, refuse, drop, drawer } = useDraftForm<Values>(`addCompartment/${its.id}`, {});
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const submit = (values: Values) =>
    add.mutate(
      { safeId: its.id, ...values },
      {
        onError: refuse,
        onSuccess: ({ id }) => {
          drop();
          lookAt({ compartmentId: id });
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('title--addCompartment', { name: its.name })}
      act={t('action--addCompartment')}
      busy={add.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <p className="quiet safe-gap">{t('hint--addCompartment')}</p>
        <Form.Item name="name" label={t('label--compartmentName')} rules={[{ ...needed[0], whitespace: true }]}>
          <Input maxLength={20} />
        </Form.Item>
        <div className="pair">
          <Form.Item name="row" label={t('label--row')} rules={needed}>
            <InputNumber min={1} max={MOST_ROWS} precision={0} className="safe-number" />
          </Form.Item>
          <Form.Item name="col" label={t('label--col')} rules={needed}>
            <InputNumber min={1} max={MOST_COLUMNS} precision={0} className="safe-number" />
          </Form.Item>
        </div>
      </Form>
    </FormDrawer>
  );
}
