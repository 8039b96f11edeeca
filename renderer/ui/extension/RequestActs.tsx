import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import { useErrorText } from '../../api/use-error-text';
import { Refusal } from '../Refusal';

interface RequestActsProps {
  row: { id: number; decidable: boolean; mine: boolean };
  withdraw: { isPending: boolean; error: AppError | null; mutate: (input: { id: number }) => void };
  onDecide: () => void;
}

/** What can be done about a request for more time: whoever may decides, whoever asked takes it back. */
export function RequestActs({ row, withdraw, onDecide }: RequestActsProps) {
  const { t } = useTranslation('extensions');
  const errorText = useErrorText();
  return (
    <>
      {row.decidable && (
        <Button size="small" type="primary" onClick={onDecide}>
          {t('action--decide')}
        </Button>
      )}
      {row.mine && (
        <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate({ id: row.id })}>
          {t('action--withdraw')}
        </Button>
      )}
      <Refusal>{errorText(withdraw.error)}</Refusal>
    </>
  );
}
