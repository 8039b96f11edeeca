import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useAddDepartment, useDepartments } from './people.queries';

export function DepartmentForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['people', 'ui']);
  const { data: departments = [] } = useDepartments();
  const add = useAddDepartment();
  const { props, refuse, drop, drawer } = useDraftForm<{ name: string }>(
    'department',
    {},
    {
      departmentExists: 'name',
    },
  );
  const onSuccess = () => {
    drop();
    onClose();
  };
  return (
    <FormDrawer
      title={t('title--addDepartment')}
      act={t('action--addDepartment')}
      busy={add.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={(values) => add.mutate(values, { onError: refuse, onSuccess })}>
        <Form.Item
          name="name"
          label={t('label--department')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input autoFocus maxLength={40} />
        </Form.Item>
      </Form>
      {departments.length > 0 && (
        <p className="quiet">
          {t('hint--departments', { names: departments.map(({ name }) => name).join(t('label--comma')) })}
        </p>
      )}
    </FormDrawer>
  );
}
