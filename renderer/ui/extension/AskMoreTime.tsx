import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import { readDay } from '../../../shared/entry/read-entry';
import { DayField, dayRule } from '../DayField';
import { FormDrawer } from '../FormDrawer';
import { Guess } from '../Guess';
import { useDayWords } from '../use-day-words';
import { useDraftForm } from '../use-draft-form';
import { useWeigh } from './extension.queries';

interface Asked {
  newDueOn: string;
  reason: string;
}

interface AskMoreTimeProps {
  /** Under which name what is typed outlasts the drawer. */
  draftKey: string;
  /** The limit that is to be put off, and as it is called where there are several. */
  dueOn: string;
  limit?: string;
  /** Who can decide, in words. */
  approvers?: string;
  busy: boolean;
  onAsk: (asked: Asked, then: { onSuccess: () => void; onError: (error: AppError) => void }) => void;
  onClose: () => void;
}

/** Whoever owes a step asks for a later day, with the reason. */
export function AskMoreTime({ draftKey, dueOn, limit, approvers, busy, onAsk, onClose }: AskMoreTimeProps) {
  const { t } = useTranslation(['extensions', 'ui']);
  const dayWords = useDayWords();
  const { form, props, refuse, drop, drawer } = useDraftForm<Asked>(draftKey, {});
  const typed = Form.useWatch('newDueOn', form);
  const newDueOn = typed === undefined ? undefined : (readDay(typed) ?? undefined);
  const submit = ({ newDueOn: until, reason }: Asked) =>
    onAsk(
      { newDueOn: until, reason },
      {
        onError: refuse,
        onSuccess: () => {
          drop();
          onClose();
        },
      },
    );
  return (
    <FormDrawer title={t('title--ask')} act={t('action--sendRequest')} busy={busy} {...drawer} onClose={onClose}>
      {limit !== undefined && <p>{limit}</p>}
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
      {approvers !== undefined && <p className="quiet">{approvers}</p>}
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
