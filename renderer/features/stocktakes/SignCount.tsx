import { useTranslation } from 'react-i18next';
import type { StocktakeView } from '../../../shared/api/stocktake.contract';
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
        <p className="quiet">{t('hint--emptyOnes', { names: empty.map(({ name }) => name).join('、') })}</p>
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
