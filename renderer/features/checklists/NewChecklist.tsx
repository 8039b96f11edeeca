import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RECORD_CLASSES, type RecordClass } from '../../../shared/api/checklist.contract';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useMake, useShipped } from './checklists.queries';

interface Values {
  name: string;
  recordClass: RecordClass;
  /** Place in the list of those that come with the program; -1: with one empty part to begin with. */
  from: number;
}

const BLANK: Values = { name: '', recordClass: 'other', from: -1 };

/** A new list: its name, what it is for, and a list that comes with the program to begin from. */
export function NewChecklist({ onDone, onClose }: { onDone: (id: number) => void; onClose: () => void }) {
  const { t } = useTranslation(['checklists', 'ui']);
  const { data: shipped = [] } = useShipped();
  const make = useMake();
  const { form, props, refuse, drop, drawer } = useDraftForm<Values>('newChecklist', BLANK, {
    checklistExists: 'name',
  });
  const needed = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  const submit = ({ name, recordClass, from }: Values) => {
    const first = { part: 'approval' as const, title: t('checklists:label--firstPaper'), required: true };
    make.mutate(
      { name, recordClass, entries: shipped[from]?.entries ?? [first] },
      {
        onError: refuse,
        onSuccess: ({ id }) => {
          drop();
          onDone(id);
        },
      },
    );
  };
  const begins = [
    { value: -1, label: t('checklists:label--fromNothing') },
    ...shipped.map(({ name, entries }, value) => ({
      value,
      label: t('checklists:label--fromShipped', { name, count: entries.length }),
    })),
  ];
  const fillIn = (from: number) => {
    const its = shipped[from];
    if (its) form.setFieldValue('recordClass', its.recordClass);
  };
  return (
    <FormDrawer
      title={t('checklists:title--new')}
      act={t('checklists:action--make')}
      busy={make.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <Form.Item name="name" label={t('checklists:label--name')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="from" label={t('checklists:label--from')} extra={t('checklists:hint--from')}>
          <Select options={begins} onChange={fillIn} />
        </Form.Item>
        <Form.Item name="recordClass" label={t('checklists:label--recordClass')}>
          <Select options={RECORD_CLASSES.map((value) => ({ value, label: t(`checklists:class--${value}`) }))} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
