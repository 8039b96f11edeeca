import { useTranslation } from 'react-i18next';
import type { SlipView, Written } from '../../../../shared/api/title-move.contract';
import { useReverse } from '../titles.queries';
import { SignedForm, type SignedValues } from './SignedForm';
import { useSafeOf } from './use-seconds';

/** A slip that was a mistake is taken back by its opposite. */
export function Reverse({
  slip,
  onClose,
  onDone,
}: {
  slip: SlipView;
  onClose: () => void;
  onDone: (written: Written) => void;
}) {
  const { t } = useTranslation('titles');
  const reverse = useReverse();
  const safeOf = useSafeOf();
  const safeIds = slip.lines.flatMap((its) => [safeOf(its.fromCompartmentId) ?? [], safeOf(its.toCompartmentId) ?? []]);
  return (
    <SignedForm<SignedValues, Written>
      page={`slip/reverse/${slip.id}`}
      title={t('title--reverse', { no: slip.no })}
      act={t('sign--reverse')}
      hint={t('hint--reverse')}
      blank={{}}
      safeIds={safeIds.flat()}
      withoutBasis
      above={
        <table className="rows act-titles">
          <tbody>
            {slip.lines.map((its) => (
              <tr key={its.id}>
                <td>{its.certificateNo}</td>
                <td className="quiet">
                  {its.to ?? t(`where--${its.toPlace}`)} → {its.from ?? t(`where--${its.fromPlace}`)}
                </td>
                <td className="n">{its.quantity}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      work={{
        isPending: reverse.isPending,
        error: reverse.error,
        run: ({ basis: _, movedOn, remarks, ...its }, told) =>
          reverse.mutate({ ...its, slipId: slip.id, ...(movedOn && { movedOn }), ...(remarks && { remarks }) }, told),
      }}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
