import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DAY_KINDS, type DayKind, type SpecialDay } from '../../../shared/api/calendar.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDayWords } from '../../ui/use-day-words';
import { useDraftForm } from '../../ui/use-draft-form';
import { useClear, useMark } from './calendar.queries';

interface Values {
  kind: DayKind | 'asUsual';
  name: string;
}

interface DayFormProps {
  day: Day;
  special: SpecialDay | undefined;
  onDone: (recomputed: number) => void;
  onClose: () => void;
}

/** What one day is: off, a working day, or as usual. */
export function DayForm({ day, special, onDone, onClose }: DayFormProps) {
  const { t } = useTranslation(['calendar', 'ui']);
  const dayWords = useDayWords();
  const mark = useMark();
  const clear = useClear();
  const blank: Values = { kind: special?.kind ?? 'holiday', name: special?.name ?? '' };
  const { form, props, refuse, drop, drawer } = useDraftForm<Values>(`day ${day}`, blank);
  const kind = Form.useWatch('kind', form) ?? blank.kind;
  const told = {
    onError: refuse,
    onSuccess: ({ recomputed }: { recomputed: number }) => {
      drop();
      onDone(recomputed);
    },
  };
  const submit = (values: Values) => {
    if (values.kind !== 'asUsual') mark.mutate({ day, kind: values.kind, name: values.name }, told);
    else if (special) clear.mutate({ day }, told);
    else told.onSuccess({ recomputed: 0 });
  };
  return (
    <FormDrawer
      title={dayWords(day, true)}
      act={t('action--write')}
      busy={mark.isPending || clear.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <Form.Item name="kind" label={t('label--kind')} extra={t('hint--kind')}>
          <Radio.Group
            options={[...DAY_KINDS, 'asUsual' as const].map((value) => ({ value, label: t(`choice--${value}`) }))}
          />
        </Form.Item>
        {kind !== 'asUsual' && (
          <Form.Item
            name="name"
            label={t('label--name')}
            extra={t('hint--name')}
            rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
          >
            <Input maxLength={40} />
          </Form.Item>
        )}
      </Form>
    </FormDrawer>
  );
}
