import { useTranslation } from 'react-i18next';
import type { CountedCompartment, StocktakeView } from '../../../shared/api/stocktake.contract';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useTwoSignatures } from '../../ui/use-two-signatures';
import { useSign } from './stocktakes.queries';

/** Both counters sign what they have counted; only then it is compared with the book. */
export function SignCount({ its, onClose }: { its: StocktakeView; onClose: () => void }) {
  const { t } = useTranslation('stocktakes');
  const sign = useSign();
  const work = useTwoSignatures(['firstCounter', 'secondCounter'], sign.error);
  const empty = its.compartments.filter(({ counted }) => counted === 0);
  const act = () => {
    if (!work.signed || sign.isPending) return;
    sign.mutate({ id: its.id, signatures: work.signatures }, { onSuccess: onClose, onError: work.typeAgain });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--sign', { no: its.no })}
      act={t('action--signNow')}
      final
      busy={sign.isPending}
      disabled={!work.signed}
      onAct={act}
      onClose={onClose}
    >
      <p>{t('hint--sign', { count: its.counted })}</p>
      {empty.length > 0 && its.scope !== 'sample' && (
        <p className="quiet">{t('hint--emptyOnes', { names: bySafe(empty) })}</p>
      )}
      <SignField
        signer={its.firstCounter}
        role={t('role--firstCounter')}
        onSign={act}
        autoFocus
        {...work.fieldOf('firstCounter')}
      />
      <SignField
        signer={its.secondCounter}
        role={t('role--secondCounter')}
        onSign={act}
        {...work.fieldOf('secondCounter')}
      />
      <Refusal>{work.refusal}</Refusal>
    </ConfirmInWords>
  );
}

/** 一号柜 1-1、1-2；二号柜 1-1: each safe has a 1-1. */
function bySafe(compartments: readonly CountedCompartment[]): string {
  const safes = [...new Set(compartments.map(({ safe }) => safe))];
  const namesIn = (its: string) => compartments.filter(({ safe }) => safe === its).map(({ name }) => name);
  return safes.map((safe) => `${safe} ${namesIn(safe).join('、')}`).join('；');
}
