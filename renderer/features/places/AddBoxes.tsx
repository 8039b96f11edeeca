import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BoxRow } from '../../../shared/api/place.contract';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useAddBoxes } from './places.queries';
import { lookAt } from './places.store';

interface Values {
  room: string;
  cabinet: string;
  shelf: string;
  box: string;
  count: number;
  capacityMm?: number | null;
}

/** Empty boxes on a shelf: where, the first one's name, how many. */
export function AddBoxes({ beside, onClose }: { beside: BoxRow | undefined; onClose: () => void }) {
  const { t } = useTranslation(['places', 'ui']);
  const add = useAddBoxes();
  const { room = '', cabinet = '', shelf = '' } = beside ?? {};
  const blank: Values = { room, cabinet, shelf, box: '', count: 1, capacityMm: null };
  const { props, refuse, drop, drawer } = useDraftForm<Values>('addBoxes', blank);
  const needed = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  const submit = ({ capacityMm, ...values }: Values) => {
    const at = { room: values.room.trim(), cabinet: values.cabinet.trim() };
    const done = ({ ids }: { ids: number[] }) => {
      drop();
      lookAt(at, ids[0]);
      onClose();
    };
    add.mutate({ ...values, ...(capacityMm ? { capacityMm } : {}) }, { onError: refuse, onSuccess: done });
  };
  return (
    <FormDrawer title={t('title--addBoxes')} act={t('action--add')} busy={add.isPending} {...drawer} onClose={onClose}>
      <Form {...props} onFinish={submit}>
        <div className="pair">
          {(['room', 'cabinet', 'shelf', 'box'] as const).map((level) => (
            <Form.Item
              key={level}
              name={level}
              label={level === 'box' ? t('label--firstBox') : t(`ui:label--place-${level}`)}
              rules={needed}
            >
              <Input maxLength={20} />
            </Form.Item>
          ))}
        </div>
        <div className="pair">
          <Form.Item name="count" label={t('label--howManyBoxes')} extra={t('hint--following')}>
            <InputNumber min={1} max={60} precision={0} />
          </Form.Item>
          <Form.Item name="capacityMm" label={t('label--capacityMm')} extra={t('hint--capacity')}>
            <InputNumber min={10} max={1000} precision={0} />
          </Form.Item>
        </div>
      </Form>
    </FormDrawer>
  );
}
