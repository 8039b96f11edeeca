import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SafeRow } from '../../../shared/api/safe.contract';
import type { SafeBalance } from '../../../shared/api/safe-closing.contract';
import { useSession } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useTwoSignatures } from '../../ui/use-two-signatures';
import { SecondSelect, useSecond } from './SecondSelect';
import { useCloseDay } from './safes.queries';

interface CloseDayProps {
  its: SafeRow;
  data: SafeBalance;
  onClose: () => void;
}

/** Whoever holds the key and whoever holds the combination sign for the day; then the sheet is there to be printed. */
export function CloseDay({ its, data, onClose }: CloseDayProps) {
  const { t } = useTranslation('safes');
  const navigate = useNavigate();
  const may = useMay();
  const me = useSession((session) => session.me);
  const closeDay = useCloseDay();
  const work = useTwoSignatures(['operator', 'second'], closeDay.error);
  const second = useSecond(its);
  const ready = work.signed && second.id !== undefined && !closeDay.isPending;
  const { day, opening, came, went, closing, contentHash: seen } = data;
  const act = () => {
    if (!ready || second.id === undefined) return;
    closeDay.mutate(
      { safeId: its.id, day, seen, secondId: second.id, signatures: work.signatures },
      {
        onSuccess: ({ id }) => {
          onClose();
          if (may('print.form')) void navigate(`/print/safe-closing/${id}`);
        },
        onError: work.typeAgain,
      },
    );
  };
  return (
    <ConfirmInWords
      open
      final
      title={t('title--closeDay', { name: its.name, day })}
      act={t('action--signDay')}
      busy={closeDay.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="safe-gap">{t('label--dayInWords', { opening, came, went, closing })}</p>
      <p className="quiet safe-gap">{t('hint--closeDay')}</p>
      <SecondSelect its={its} second={second} />
      <SignField
        signer={me?.name ?? ''}
        role={t('role--operator')}
        onSign={act}
        autoFocus
        {...work.fieldOf('operator')}
      />
      <SignField signer={second.name} role={t('role--second')} onSign={act} {...work.fieldOf('second')} />
      <Refusal>{work.refusal}</Refusal>
    </ConfirmInWords>
  );
}
