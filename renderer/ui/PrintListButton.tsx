import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { InputOf } from '../../shared/api/contract';
import type { print } from '../../shared/api/print.contract';
import { useMay } from '../app/use-may';
import { listPath } from './FormsMenu';
import { Kbd } from './Kbd';
import { useKeys } from './use-keys';

export type Printed = Extract<InputOf<typeof print.form>, { form: 'office-list' }>['asked'];

interface PrintListProps {
  list: Printed;
  /** The page has a form of its own on Ctrl+P: the list takes the key beside it. */
  beside?: boolean;
}

/** Shows the list on the screen as it goes to paper, as it is filtered: one key, for whoever may print. */
export function PrintListButton({ list, beside = false }: PrintListProps) {
  const { t } = useTranslation('print');
  const navigate = useNavigate();
  const mayPrint = useMay()('print.form');
  const preview = () => mayPrint && void navigate(listPath('office-list', list));
  useKeys({ [beside ? 'ctrl+shift+p' : 'ctrl+p']: preview });
  if (!mayPrint) return null;
  return (
    <Button onClick={preview} title={beside ? 'Ctrl Shift P' : undefined}>
      {t('action--printList')} {!beside && <Kbd>Ctrl P</Kbd>}
    </Button>
  );
}
