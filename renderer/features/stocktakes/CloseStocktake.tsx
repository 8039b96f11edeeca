import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StocktakeView } from '../../../shared/api/stocktake.contract';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { SignField } from '../../ui/SignField';
import { useClose } from './stocktakes.queries';

/** An executive signs for the result; nothing moves by that. */
export function CloseStocktake({ its, onClose }: { its: StocktakeView; onClose: () => void }) {
  const { t } = useTranslation('stocktakes');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const close = useClose();
  const [signature, setSignature] = useState('');
  const act = () => {
    if (signature === '' || close.isPending) return;
    close.mutate(
      { id: its.id, seen: its.contentHash ?? '', signature },
      { onSuccess: onClose, onError: () => setSignature('') },
    );
  };
  return (
    <ConfirmInWords
      open
      title={t('title--close', { no: its.no })}
      act={t('action--closeNow')}
      final
      busy={close.isPending}
      disabled={signature === ''}
      onAct={act}
      onClose={onClose}
    >
      <p>{t('hint--close', { count: its.differences })}</p>
      <SignField
        signer={me?.name ?? ''}
        role={t('role--executive')}
        value={signature}
        onChange={setSignature}
        error={errorText(close.error)}
        onSign={act}
        autoFocus
      />
    </ConfirmInWords>
  );
}
