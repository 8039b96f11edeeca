import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafeRow } from '../../../shared/api/safe.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft, useSession } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useTwoSignatures } from '../../ui/use-two-signatures';
import { SecondSelect, useSecond } from './SecondSelect';
import { useClose, useOpen } from './safes.queries';

/** Opens the safe by two signatures, or notes that it is closed again. */
export function OpenButton({ its }: { its: SafeRow }) {
  const { t } = useTranslation('safes');
  const errorText = useErrorText();
  const may = useMay();
  const close = useClose();
  const [opening, setOpening] = useState(false);
  if (!may('title.keep') || its.retiredOn !== undefined) return null;
  if (its.open)
    return (
      <>
        <Button
          type="primary"
          loading={close.isPending}
          onClick={() => close.mutate({ openingId: its.open?.openingId ?? 0 })}
        >
          {t('action--close')}
        </Button>
        <Refusal>{errorText(close.error)}</Refusal>
      </>
    );
  return (
    <>
      <Button type="primary" onClick={() => setOpening(true)}>
        {t('action--open')}
      </Button>
      {opening && <OpenDialog its={its} onClose={() => setOpening(false)} />}
    </>
  );
}

function OpenDialog({ its, onClose }: { its: SafeRow; onClose: () => void }) {
  const { t } = useTranslation('safes');
  const me = useSession((session) => session.me);
  const open = useOpen();
  const work = useTwoSignatures(['operator', 'second'], open.error);
  const second = useSecond(its);
  const reason = useDraft(`openSafe/${its.id}`, '');
  const ready = work.signed && second.id !== undefined && reason.draft.trim() !== '' && !open.isPending;
  const act = () => {
    if (!ready || second.id === undefined) return;
    const done = () => {
      reason.drop();
      onClose();
    };
    open.mutate(
      { safeId: its.id, secondId: second.id, reason: reason.draft, signatures: work.signatures },
      { onSuccess: done, onError: work.typeAgain },
    );
  };
  return (
    <ConfirmInWords
      open
      title={t('title--open', { name: its.name })}
      act={t('action--open')}
      busy={open.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet safe-gap">{t('hint--open')}</p>
      <Input
        autoFocus
        maxLength={500}
        className="safe-gap"
        aria-label={t('label--why')}
        placeholder={t('label--why')}
        value={reason.draft}
        onChange={(event) => reason.keep(event.target.value)}
      />
      <SecondSelect its={its} second={second} />
      <SignField signer={me?.name ?? ''} role={t('role--operator')} onSign={act} {...work.fieldOf('operator')} />
      <SignField signer={second.name} role={t('role--second')} onSign={act} {...work.fieldOf('second')} />
      <Refusal>{work.refusal}</Refusal>
    </ConfirmInWords>
  );
}
