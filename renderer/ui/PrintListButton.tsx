import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { InputOf } from '../../shared/api/contract';
import type { print } from '../../shared/api/print.contract';
import { useMay } from '../app/use-may';
import { listPath } from './FormsMenu';
import { Kbd } from './Kbd';
import { useKeys } from './use-keys';

type Printed = Extract<InputOf<typeof print.form>, { form: 'office-list' }>['asked'];

/** Shows the list on the screen as it goes to paper, as it is filtered: one key, for whoever may print. */
export function PrintListButton({ list }: { list: Printed }) {
  const { t } = useTranslation('print');
  const navigate = useNavigate();
  const mayPrint = useMay()('print.form');
  const preview = () => mayPrint && void navigate(listPath('office-list', list));
  useKeys({ 'ctrl+p': preview });
  if (!mayPrint) return null;
  return (
    <Button onClick={preview}>
      {t('action--printList')} <Kbd>Ctrl P</Kbd>
    </Button>
  );
}
