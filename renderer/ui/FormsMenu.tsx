import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Form } from '../../shared/api/print.contract';
import { Kbd } from './Kbd';
import { useDialog, useKeys } from './use-keys';

interface FormsMenuProps {
  /** What its button says. */
  words: string;
  forms: readonly Form[];
  /** The preview of each: its record, or what the page is narrowed to. */
  pathOf: (form: Form) => string;
}

/** The further forms of a page, one key away: labels, spines, note sheet. */
export function FormsMenu({ words, forms, pathOf }: FormsMenuProps) {
  const { t } = useTranslation('print');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  // While the forms are shown, Esc closes them and does not leave the page.
  useDialog(open);
  useKeys({ 'ctrl+shift+p': () => setOpen(true) });
  const items = forms.map((form) => ({ key: form, label: t(`title--${form}`) }));
  const choose = ({ key }: { key: string }) => {
    setOpen(false);
    void navigate(pathOf(key as Form));
  };
  return (
    <Dropdown menu={{ items, onClick: choose }} trigger={['click']} open={open} onOpenChange={setOpen} autoFocus>
      <Button aria-haspopup="menu" aria-expanded={open}>
        {words} <Kbd>Ctrl Shift P</Kbd>
      </Button>
    </Dropdown>
  );
}

/** The preview of a list as its page is narrowed. */
export const listPath = (form: Form, asked: unknown): string =>
  `/print/${form}?asked=${encodeURIComponent(JSON.stringify(asked))}`;
