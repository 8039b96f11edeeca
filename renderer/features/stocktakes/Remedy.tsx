import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountLine, StocktakeView } from '../../../shared/api/stocktake.contract';
import { useDraft, useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useTwoSignatures } from '../../ui/use-two-signatures';
import { useRemedies, useSafes } from './stocktakes.queries';

interface RemedyProps {
  its: StocktakeView;
  line: CountLine;
  onClose: () => void;
}

/** What a closed stocktake leaves to be done about a line: an act of two at the safe, with its number as basis. */
export function Remedy({ its, line, onClose }: RemedyProps) {
  const { t } = useTranslation('stocktakes');
  const work = useRemedy(its, line, onClose);
  const me = useSession((session) => session.me);
  const id = useId();
  const { remedy } = line;
  if (!remedy) return null;
  return (
    <ConfirmInWords
      open
      title={t(`title--${remedy}`, { certificateNo: line.certificateNo })}
      act={t(`action--${remedy}`)}
      busy={work.isPending}
      disabled={!work.ready}
      onAct={work.act}
      onClose={onClose}
    >
      <p className="quiet">{t(`hint--${remedy}`, { no: its.no, place: line.foundPlace ?? line.expectedPlace })}</p>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('label--reason')}</label>
        <Input
          id={`${id}-reason`}
          autoFocus
          maxLength={500}
          value={work.reason}
          onChange={(event) => work.setReason(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-second`}>{t('label--second')}</label>
        <Select
          id={`${id}-second`}
          value={work.secondId}
          options={work.holders}
          onChange={(value: number) => work.setSecondId(value)}
        />
      </div>
      <SignField signer={me?.name ?? ''} role={t('role--operator')} {...work.fieldOf('operator')} />
      <SignField signer={work.second} role={t('role--second')} onSign={work.act} {...work.fieldOf('second')} />
      <Refusal>{work.refusal}</Refusal>
    </ConfirmInWords>
  );
}

/** Who of the holders stands by, why, and both signatures. */
function useRemedy(its: StocktakeView, line: CountLine, onClose: () => void) {
  const remedies = useRemedies();
  const me = useSession((session) => session.me?.staffId);
  const { data: safes = [] } = useSafes();
  const remedy = line.remedy ?? 'declareMissing';
  const mutation = remedies[remedy];
  const sign = useTwoSignatures(['operator', 'second'], mutation.error);
  const reason = useDraft(`remedy/${line.id}`, line.action);
  const [chosen, setSecondId] = useState<number>();
  const compartmentId = line.foundCompartmentId ?? line.expectedCompartmentId ?? 0;
  const places = [compartmentId, line.expectedCompartmentId];
  const held = safes
    .filter(({ compartments }) => compartments.some(({ id }) => places.includes(id)))
    .flatMap(({ custody }) => custody);
  const others = new Map(held.map(({ holderId, holder }) => [holderId, holder]));
  if (me !== undefined) others.delete(me);
  const secondId = chosen ?? [...others.keys()][0];
  const quantity = Math.max(line.expectedQuantity, line.foundQuantity, 1);
  const ready = sign.signed && reason.draft.trim() !== '' && secondId !== undefined && !mutation.isPending;
  const act = () => {
    if (!ready || line.titleId === undefined || secondId === undefined) return;
    const told = {
      onError: sign.typeAgain,
      onSuccess: () => {
        reason.drop();
        onClose();
      },
    };
    const shared = { reason: reason.draft, secondId, signatures: sign.signatures };
    const { titleId } = line;
    const from = { titleId, quantity, compartmentId: line.expectedCompartmentId ?? 0 };
    const into = { titleId, quantity, compartmentId };
    const counted = { ...shared, stocktakeId: its.id };
    const moved = { ...shared, basis: its.no };
    if (remedy === 'declareMissing') remedies.declareMissing.mutate({ ...counted, pieces: [from] }, told);
    else if (remedy === 'declareFound') remedies.declareFound.mutate({ ...counted, pieces: [into] }, told);
    else if (remedy === 'move') remedies.move.mutate({ ...moved, pieces: [from], compartmentId }, told);
    else remedies[remedy].mutate({ ...moved, pieces: [into] }, told);
  };
  return {
    ...{ act, ready, secondId, setSecondId, isPending: mutation.isPending },
    ...{ reason: reason.draft, setReason: reason.keep, fieldOf: sign.fieldOf },
    holders: [...others].map(([value, label]) => ({ value, label })),
    second: secondId === undefined ? '' : (others.get(secondId) ?? ''),
    ...(sign.refusal && { refusal: sign.refusal }),
  };
}
