import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDialog } from './use-keys';

interface ConfirmInWordsProps {
  open: boolean;
  /** The question: what is about to happen. */
  title: string;
  /** What it means, in whole sentences. */
  children: ReactNode;
  /** The act itself as the word on the button, never "OK". */
  act: string;
  /** It cannot be taken back. */
  final?: boolean;
  busy?: boolean;
  disabled?: boolean;
  onAct: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back; Esc leaves, the button names the act. */
export function ConfirmInWords({
  open,
  title,
  children,
  act,
  final,
  busy,
  disabled,
  onAct,
  onClose,
}: ConfirmInWordsProps) {
  const { t } = useTranslation('ui');
  useDialog(open);
  return (
    <Modal
      open={open}
      title={title}
      okText={act}
      cancelText={t('action--leaveIt')}
      okButtonProps={{ danger: final, disabled }}
      confirmLoading={busy}
      onOk={onAct}
      onCancel={onClose}
      width={480}
      centered
      destroyOnHidden
      mask={{ closable: false }}
      closable={false}
    >
      {children}
    </Modal>
  );
}
