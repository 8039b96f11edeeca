import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NoteRow } from '../../../../shared/api/note.contract';
import { FormDrawer } from '../../../ui/FormDrawer';
import { useDraftForm } from '../../../ui/use-draft-form';
import { useStrikeNote } from '../dossier.queries';

/** A wrong note is struck with the reason; both stay to be read. */
export function StrikeNote({ note, onClose }: { note: NoteRow; onClose: () => void }) {
  const { t } = useTranslation(['dossier', 'ui']);
  const strike = useStrikeNote();
  const { props, refuse, drop, drawer } = useDraftForm<{ reason: string }>(`strike-note/${note.id}`, {});
  const done = () => {
    drop();
    onClose();
  };
  return (
    <FormDrawer
      title={t('title--strikeNote')}
      act={t('action--strikeNote')}
      busy={strike.isPending}
      {...drawer}
      onClose={onClose}
    >
      <p>{t('lead--strikeNote', { text: note.text })}</p>
      <Form
        {...props}
        onFinish={({ reason }) => strike.mutate({ id: note.id, reason }, { onError: refuse, onSuccess: done })}
      >
        <Form.Item
          name="reason"
          label={t('label--strikeReason')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
