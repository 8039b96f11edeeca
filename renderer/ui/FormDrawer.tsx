import { Button, Drawer } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { actFromField } from './act-from-field';
import { Kbd } from './Kbd';
import { Refusal } from './Refusal';
import { useDialog, useKeys } from './use-keys';

interface FormDrawerProps {
  title: string;
  /** The act as the word on its button. */
  act: string;
  busy: boolean;
  refusal?: string;
  /** What was typed the last time is shown again; `onEmpty` starts afresh. */
  isKept: boolean;
  onEmpty: () => void;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

const focusFirstField = (body: HTMLElement | null) =>
  body?.querySelector<HTMLElement>('input:not([type="radio"]), textarea')?.focus();

/** Once the drawer stands; whoever types fast is further on by then. */
function focusOnOpening(body: HTMLElement | null) {
  if (!body?.contains(document.activeElement)) focusFirstField(body);
}

/** A form at the side of the page it belongs to. Esc leaves it with everything kept; Ctrl+Enter does it. */
export function FormDrawer({
  title,
  act: word,
  busy,
  refusal,
  isKept,
  onEmpty,
  onAct,
  onClose,
  children,
}: FormDrawerProps) {
  const { t } = useTranslation('ui');
  const body = useRef<HTMLDivElement>(null);
  useDialog();
  // Pressed twice it is meant once.
  const act = () => {
    if (!busy) onAct();
  };
  useKeys({ 'ctrl+enter': act }, 'everywhere');
  const startAfresh = () => {
    onEmpty();
    focusFirstField(body.current);
  };
  const footer = (
    <>
      <Refusal>{refusal}</Refusal>
      <div className="bar">
        <Button type="primary" loading={busy} onClick={act}>
          {word} <Kbd>Ctrl Enter</Kbd>
        </Button>
        <Button onClick={onClose}>{t('action--leaveIt')}</Button>
        {isKept && (
          <Button type="link" className="bar-end" onClick={startAfresh}>
            {t('action--startAfresh')}
          </Button>
        )}
      </div>
    </>
  );
  return (
    <Drawer
      open
      title={title}
      size={480}
      onClose={onClose}
      footer={footer}
      mask={{ closable: false }}
      afterOpenChange={(isOpen) => isOpen && focusOnOpening(body.current)}
    >
      <div ref={body} onKeyDownCapture={actFromField(act)}>
        {children}
      </div>
    </Drawer>
  );
}
