import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type DossierView, RETENTIONS, SECRECIES } from '../../../shared/api/dossier.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { useDialog } from '../../ui/use-keys';
import { useRetitle } from './dossier.queries';

type Heading = Pick<DossierView, 'title' | 'retention' | 'secrecy'>;

export function RetitleDialog({ dossier, onClose }: { dossier: DossierView; onClose: () => void }) {
  const { t } = useTranslation(['dossier', 'ui']);
  const errorText = useErrorText();
  useDialog();
  const retitle = useRetitle();
  const { title, retention, secrecy } = dossier;
  const { draft, keep, drop } = useDraft<Heading>(`retitle/${dossier.id}`, { title, retention, secrecy });
  const done = () => {
    drop();
    onClose();
  };
  const write = () => retitle.mutate({ id: dossier.id, ...draft }, { onSuccess: done });
  return (
    <Modal
      open
      centered
      closable={false}
      title={t('title--retitle')}
      okText={t('action--writeHeading')}
      cancelText={t('ui:action--leaveIt')}
      okButtonProps={{ disabled: draft.title.trim() === '', loading: retitle.isPending }}
      onOk={write}
      onCancel={done}
    >
      <Form layout="vertical" onFinish={write}>
        <Form.Item
          label={t('label--title')}
          validateStatus={retitle.error ? 'error' : ''}
          help={errorText(retitle.error)}
        >
          <Input
            autoFocus
            maxLength={200}
            aria-label={t('label--title')}
            value={draft.title}
            onChange={(event) => keep({ ...draft, title: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t('label--retention')}>
          <Select
            aria-label={t('label--retention')}
            value={draft.retention}
            options={RETENTIONS.map((value) => ({ value, label: t(`label--retention-${value}`) }))}
            onChange={(value) => keep({ ...draft, retention: value })}
          />
        </Form.Item>
        <Form.Item label={t('label--secrecy')}>
          <Select
            aria-label={t('label--secrecy')}
            value={draft.secrecy}
            options={SECRECIES.map((value) => ({ value, label: t(`label--secrecy-${value}`) }))}
            onChange={(value) => keep({ ...draft, secrecy: value })}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
