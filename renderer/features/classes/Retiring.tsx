import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';

interface Act {
  mutate(input: { id: number }, told: { onSuccess: () => void }): void;
  isPending: boolean;
  error: AppError | null;
}

interface RetiringProps {
  its: { id: number; retired: boolean };
  question: string;
  meaning: string;
  retire: Act;
  takeUp: Act;
  onDone: () => void;
}

/** Retires what is in use, after asking; takes up again what is retired. */
export function Retiring({ its, question, meaning, retire, takeUp, onDone }: RetiringProps) {
  const { t } = useTranslation('classes');
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);
  const leave = () => setAsking(false);
  return (
    <div className="retiring">
      <Button
        type="link"
        danger={!its.retired}
        loading={takeUp.isPending}
        onClick={() => (its.retired ? takeUp.mutate({ id: its.id }, { onSuccess: onDone }) : setAsking(true))}
      >
        {t(its.retired ? 'action--takeUp' : 'action--retire')}
      </Button>
      <Refusal>{errorText(takeUp.error ?? (asking ? null : retire.error))}</Refusal>
      <ConfirmInWords
        open={asking}
        title={question}
        act={t('action--retire')}
        busy={retire.isPending}
        onAct={() => retire.mutate({ id: its.id }, { onSuccess: onDone })}
        onClose={leave}
      >
        <p>{meaning}</p>
        <Refusal>{errorText(retire.error)}</Refusal>
      </ConfirmInWords>
    </div>
  );
}
