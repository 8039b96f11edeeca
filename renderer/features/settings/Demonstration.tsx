import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text';
import { forgetKept } from '../../app/kept-storage';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useLeaveDemonstration } from './settings.queries';

/** The way out of the demonstration: its ledger is put aside and an empty one begins. */
export function Demonstration() {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const [asked, setAsked] = useState(false);
  const leave = useLeaveDemonstration();
  return (
    <>
      <h2 className="settings-next">{t('title--demonstration')}</h2>
      <p className="quiet">{t('hint--demonstration')}</p>
      <Button onClick={() => setAsked(true)}>{t('action--leaveDemonstration')}</Button>
      <ConfirmInWords
        open={asked}
        title={t('title--leaveDemonstration')}
        act={t('action--leaveDemonstration')}
        final
        busy={leave.isPending}
        onAct={() => leave.mutate({}, { onSuccess: forgetKept })}
        onClose={() => setAsked(false)}
      >
        <p>{t('hint--leaveDemonstration')}</p>
        <Refusal>{errorText(leave.error)}</Refusal>
      </ConfirmInWords>
    </>
  );
}
