import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DossierView } from '../../../../shared/api/dossier.contract';
import { NOTE_KINDS, type NoteKind } from '../../../../shared/api/note.contract';
import { FormDrawer } from '../../../ui/FormDrawer';
import { useDraftForm } from '../../../ui/use-draft-form';
import { useWriteNote } from '../dossier.queries';

interface Written {
  kind: NoteKind;
  /** 0: all volumes. */
  volume: number;
  text: string;
}

const BLANK: Partial<Written> = { kind: 'damaged', volume: 0 };

/** A note on the volume; it stays as it is written. */
export function WriteNote({ dossier: { id, volumes }, onClose }: { dossier: DossierView; onClose: () => void }) {
  const { t } = useTranslation(['dossier', 'ui']);
  const write = useWriteNote();
  const { props, refuse, drop, drawer } = useDraftForm<Written>(`note/${id}`, BLANK);
  const done = () => {
    drop();
    onClose();
  };
  const finish = ({ kind, volume = 0, text }: Written) =>
    write.mutate({ dossierId: id, kind, text, ...(volume > 0 && { volume }) }, { onError: refuse, onSuccess: done });
  const choices = Array.from({ length: volumes }, (_, index) => index + 1);
  return (
    <FormDrawer
      title={t('title--writeNote')}
      act={t('action--enterNote')}
      busy={write.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={finish}>
        <Form.Item name="kind" label={t('label--noteKind')}>
          <Select options={NOTE_KINDS.map((value) => ({ value, label: t(`note--${value}`) }))} />
        </Form.Item>
        {volumes > 1 && (
          <Form.Item name="volume" label={t('label--whichVolume')}>
            <Select
              options={[
                { value: 0, label: t('label--allVolumes') },
                ...choices.map((volume) => ({ value: volume, label: t('label--ofVolume', { volume }) })),
              ]}
            />
          </Form.Item>
        )}
        <Form.Item
          name="text"
          label={t('label--noteText')}
          extra={t('hint--noteStays')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input.TextArea rows={5} maxLength={500} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
