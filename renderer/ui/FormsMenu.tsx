import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Form } from '../../shared/api/print.contract';
import { Kbd } from './Kbd';
import { MenuButton } from './MenuButton';

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
  const items = forms.map((form) => ({ key: form, label: t(`title--${form}`) }));
  return (
    <MenuButton items={items} onChoose={(form) => void navigate(pathOf(form as Form))} shortcut="ctrl+shift+p">
      {words} <Kbd>Ctrl Shift P</Kbd>
    </MenuButton>
  );
}

/** The preview of a list as its page is narrowed. */
export const listPath = (form: Form, asked: unknown): string =>
  `/print/${form}?asked=${encodeURIComponent(JSON.stringify(asked))}`;
