import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { readDay } from '../../../shared/entry/read-entry';
import { DayField, dayRule } from '../DayField';
import { FormDrawer } from '../FormDrawer';
import { Guess } from '../Guess';
import { useDayWords } from '../use-day-words';
import { useDraftForm } from '../use-draft-form';
import { approversInWords } from './ExtensionSide';
import { useAsk, useWeigh } from './extension.queries';

interface Values {
  newDueOn: string;
  reason: string;
}

interface AskExtensionProps {
  dossierId: number;
  dueOn: string;
  approvers: readonly string[];
  onClose: () => void;
}

/** Whoever owes the step asks for a later day, with the reason. */
export function AskExtension({ dossierId, dueOn, approvers, onClose }: AskExtensionProps) {
  const { t } = useTranslation(['extensions', 'ui']);
  const dayWords = useDayWords();
  const ask = useAsk();
  const { form, props, isKept, refusal, refuse, drop } = useDraftForm<Values>(`extension ${dossierId}`, {});
  const typed = Form.useWatch('newDueOn', form);
  const newDueOn = typed === undefined ? undefined : (readDay(typed) ?? undefined);
  const submit = (values: Values) =>
    ask.mutate(
      { dossierId, newDueOn: values.newDueOn, reason: values.reason },
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
      title={t('title--ask')}
      act={t('action--sendRequest')}
      busy={ask.isPending}
      refusal={refusal}
      isKept={isKept}
      onEmpty={() => {
        form.resetFields();
        drop();
      }}
      onAct={form.submit}
      onClose={onClose}
    >
      <p className="quiet">{t('lead--ask', { day: dayWords(dueOn, true) })}</p>
      <Form {...props} onFinish={submit}>
        <Form.Item
          name="newDueOn"
          label={t('label--newDueOn')}
          extra={<DayHint dueOn={dueOn} newDueOn={newDueOn} />}
          rules={[{ required: true, message: t('ui:error--needed') }, dayRule(t as never)]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('label--reason')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input.TextArea rows={4} maxLength={500} showCount />
        </Form.Item>
      </Form>
      <p className="quiet">{approversInWords(approvers, t as never)}</p>
    </FormDrawer>
  );
}

/** What the day means: how many working days more, or that nobody works then. */
function DayHint({ dueOn, newDueOn }: { dueOn: string; newDueOn: string | undefined }) {
  const { t } = useTranslation('extensions');
  const dayWords = useDayWords();
  const { data } = useWeigh(dueOn, newDueOn !== undefined && newDueOn > dueOn ? newDueOn : undefined);
  if (!data || newDueOn === undefined || newDueOn <= dueOn) return null;
  return (
    <>
      {t('hint--more', { day: dayWords(newDueOn), count: data.more })}
      {!data.workingDay && <span className="amber">{t('hint--notWorkingDay')}</span>}
      <Guess day={newDueOn} as="sentence" />
    </>
  );
}
