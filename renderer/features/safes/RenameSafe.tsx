import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SafeRow } from '../../../shared/api/safe.contract';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useRename } from './safes.queries';

interface Values {
  name: string;
  place: string;
  reason: string;
}

/** Another name, another place. */
export function RenameSafe({ its, onClose }: { its: SafeRow; onClose: () => void }) {
  const { t } = useTranslation(['safes', 'ui']);
  const rename = useRename();
  const blank = { name: its.name, place: its.place };
  const { props, refuse, drop, drawer } = useDraftForm<Values>(`renameSafe/${its.id}`, blank);
  const written = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  const submit = (values: Values) =>
    rename.mutate(
      { safeId: its.id, ...values },
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
      title={t('title--rename', { name: its.name })}
      act={t('action--keep')}
      busy={rename.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <Form.Item name="name" label={t('label--name')} rules={written}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="place" label={t('label--place')} rules={written}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="reason" label={t('label--because')} rules={written}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
