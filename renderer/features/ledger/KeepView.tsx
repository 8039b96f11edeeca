import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { client, useDo } from '../../api/client';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { asked, isKeptAs, useLedgerView } from './ledger-view.store';
import { useConditionWords } from './use-condition-words';
import { useShownColumns } from './use-shown-columns';

/** Gives what is looked at now a name: its conditions, its order and its columns. */
export function KeepView({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['views', 'ledger']);
  const { form, props, refuse, drop, drawer } = useDraftForm<{ name: string }>(
    'ledger/keepView',
    {},
    {
      viewExists: 'name',
    },
  );
  const { filter, sort, descending } = useLedgerView();
  const { chosen } = useShownColumns();
  const further = useConditionWords(filter).map(({ words }) => words);
  const keep = useDo(client.ledgerView.keep, {
    onError: refuse,
    onSuccess: ({ id }) => {
      isKeptAs(id, chosen);
      drop();
      onClose();
    },
  });
  const act = async () => {
    const { name } = await form.validateFields();
    keep.mutate({ name, question: { filter: asked(filter), sort, descending }, ...(chosen && { columns: chosen }) });
  };
  return (
    <FormDrawer
      title={t('views:title--keep')}
      act={t('views:action--keepIt')}
      busy={keep.isPending}
      {...drawer}
      onAct={() => void act().catch(() => undefined)}
      onClose={onClose}
    >
      <Form {...props}>
        <Form.Item
          name="name"
          label={t('views:label--name')}
          extra={
            further.length > 0
              ? t('views:hint--keepWith', { words: further.join(t('views:label--between')) })
              : t('views:hint--keep')
          }
          rules={[{ required: true, whitespace: true, message: t('ledger:error--needed') }]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
