import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { usePassUp } from './penalties.queries';

/** The head of the department does not act: the general manager decides. */
export function PassUp({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation('penalties');
  const errorText = useErrorText();
  const { draft: reason, keep, drop } = useDraft(`penalties/${id}/passUp`, '');
  const passUp = usePassUp();
  const disabled = reason.trim() === '' || passUp.isPending;
  const act = () => {
    if (disabled) return;
    const onSuccess = () => {
      drop();
      onClose();
    };
    passUp.mutate({ id, reason }, { onSuccess });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--passUp')}
      act={t('action--passUp')}
      busy={passUp.isPending}
      {...{ disabled, onClose, onAct: act }}
    >
      <p>{t('text--passUp')}</p>
      <div className="field">
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          aria-label={t('label--passUpReason')}
          placeholder={t('label--passUpReason')}
          value={reason}
          onChange={(event) => keep(event.target.value)}
        />
      </div>
      <Refusal>{errorText(passUp.error)}</Refusal>
    </ConfirmInWords>
  );
}
