import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MediumRow } from '../../../shared/api/backup.contract';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useDescribeMedium } from './backup.queries';

type Values = Pick<MediumRow, 'name' | 'holder' | 'keptAt' | 'serial'>;

/** Who carries a stick home, where it lies, and what is printed on it. */
export function DescribeMedium({ its, onClose }: { its: MediumRow; onClose: () => void }) {
  const { t } = useTranslation(['backup', 'ui']);
  const describe = useDescribeMedium();
  const { name, holder, keptAt, serial } = its;
  const blank = { name, holder, keptAt, serial };
  const { props, refuse, drop, drawer } = useDraftForm<Values>(`medium/${its.id}`, blank);
  const submit = (values: Values) =>
    describe.mutate(
      { id: its.id, ...values },
      {
        onError: refuse,
        onSuccess: () => {
          drop();
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('title--describe', { name })}
      act={t('action--keep')}
      busy={describe.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <Form.Item
          name="name"
          label={t('label--mediumName')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="holder" label={t('label--holder')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="keptAt" label={t('label--keptAt')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="serial" label={t('label--serial')}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
