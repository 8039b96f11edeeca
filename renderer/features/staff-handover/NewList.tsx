import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useColleagues, useMake } from './staff-handover.queries';

interface Values {
  fromId: number;
  successorId?: number;
  supervisorId?: number;
}
const FIELD_OF = { staffHandoverOpen: 'fromId', holdsNothing: 'fromId', supervisorIsParty: 'supervisorId' };

/** Begins a list: who hands over, to whom, and who sees to it; everything else is found by the program. */
export function NewList({ fromId, onClose }: { fromId?: number; onClose: () => void }) {
  const { t } = useTranslation(['staffHandover', 'ui']);
  const navigate = useNavigate();
  const make = useMake();
  const { form, props, refuse, drop, drawer } = useDraftForm<Values>(
    `staffHandover ${fromId ?? 'new'}`,
    fromId === undefined ? {} : { fromId },
    FIELD_OF,
  );
  const chosen = Form.useWatch('fromId', form) as number | undefined;
  const { everybody, successors, supervisors } = useColleagues(chosen);
  const search = { showSearch: { optionFilterProp: 'label' }, allowClear: true } as const;
  const submit = (values: Values) =>
    make.mutate(values, {
      onError: refuse,
      onSuccess: ({ id }) => {
        drop();
        onClose();
        void navigate(`/staff-handover/${id}`);
      },
    });
  return (
    <FormDrawer title={t('title--make')} act={t('action--make')} busy={make.isPending} {...drawer} onClose={onClose}>
      <Form {...props} onFinish={submit}>
        <Form.Item name="fromId" label={t('label--from')} rules={[{ required: true, message: t('ui:error--needed') }]}>
          <Select
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            options={everybody.map(({ id, name, department }) => ({ value: id, label: `${name} · ${department}` }))}
          />
        </Form.Item>
        <Form.Item name="successorId" label={t('label--successorOfAll')} extra={t('hint--successorOfAll')}>
          <Select {...search} options={successors} />
        </Form.Item>
        <Form.Item name="supervisorId" label={t('label--supervisor')} extra={t('hint--supervisor')}>
          <Select {...search} options={supervisors} notFoundContent={t('hint--noSupervisors')} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
