import { useTranslation } from 'react-i18next';
import type { DisposalView } from '../../../../shared/api/disposal.contract';
import { useSession } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { Refusal } from '../../../ui/Refusal';
import { SignField } from '../../../ui/SignField';
import { useTwoSignatures } from '../../../ui/use-two-signatures';
import { useHandOut } from '../disposal.queries';

/** Archivist and supervisor sign, and the dossiers leave the house. */
export function HandOut({ its, onClose }: { its: DisposalView; onClose: () => void }) {
  const { t } = useTranslation('disposal');
  const me = useSession((session) => session.me);
  const handOut = useHandOut();
  const work = useTwoSignatures(['archivist', 'supervisor'], handOut.error);
  const act = () => {
    if (!work.signed || handOut.isPending) return;
    handOut.mutate({ id: its.id, signatures: work.signatures }, { onSuccess: onClose, onError: work.typeAgain });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--handOut', { no: its.no })}
      act={t('action--handOut')}
      busy={handOut.isPending}
      disabled={!work.signed}
      onAct={act}
      onClose={onClose}
    >
      <p className="disposal-gap">
        {t('hint--handOut', { count: its.dossiers, receiver: its.receiver, person: its.receiverPerson })}
      </p>
      <SignField
        signer={me?.name ?? ''}
        role={t('role--archivist')}
        onSign={act}
        autoFocus
        {...work.fieldOf('archivist')}
      />
      <SignField
        signer={its.firstWitness?.name ?? ''}
        role={t('role--supervisor')}
        onSign={act}
        {...work.fieldOf('supervisor')}
      />
      <Refusal>{work.refusal}</Refusal>
    </ConfirmInWords>
  );
}
