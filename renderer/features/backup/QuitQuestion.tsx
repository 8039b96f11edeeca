import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useErrorText } from '../../api/use-error-text';
import { Refusal } from '../../ui/Refusal';
import { useDialog } from '../../ui/use-keys';
import { useQuitWithout, useUnsaved } from './backup.queries';

/** Somebody closes the window, and much of what was done lies in no backup: asked once, Enter goes to the backup. */
export function QuitQuestion() {
  const [asked, setAsked] = useState(false);
  useEffect(() => window.bridge.on((topics) => topics.includes('quit') && setAsked(true)), []);
  return asked ? <Question onClose={() => setAsked(false)} /> : null;
}

function Question({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['backup', 'ui']);
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { data } = useUnsaved();
  const quit = useQuitWithout();
  useDialog();
  if (!data) return null;
  const backUp = () => {
    onClose();
    void navigate('/backup');
  };
  return (
    <Modal
      open
      title={t('title--quit')}
      width={480}
      centered
      closable={false}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action--stay')}</Button>
          <Button loading={quit.isPending} onClick={() => quit.mutate({})}>
            {t('action--quitWithout')}
          </Button>
          <Button type="primary" autoFocus onClick={backUp}>
            {t('action--backUpNow')}
          </Button>
        </>
      }
    >
      <p>{t('text--quit', { count: data.events })}</p>
      <Refusal>{errorText(quit.error)}</Refusal>
    </Modal>
  );
}
