import { useTranslation } from 'react-i18next';
import type { TitleRow } from '../../../../shared/api/title.contract';
import type { Written } from '../../../../shared/api/title-move.contract';
import { ActFields } from './ActFields';
import { ActTitles } from './ActTitles';
import { type ActValues, useActInput } from './act-input';
import { SignedForm } from './SignedForm';
import { comesBack, isFinal, type SafeAct, takenBy } from './safe-acts';
import { useSafeOf } from './use-seconds';

interface ActDialogProps {
  act: SafeAct;
  rows: readonly TitleRow[];
  onClose: () => void;
  onDone: (written: Written & { titleId?: number }) => void;
}

const FIELD_OF = {
  certificateHere: 'becomes.certificateNo',
  certificateOnList: 'becomes.certificateNo',
  expiresBeforeIssued: 'becomes.expiresOn',
  alreadySecures: 'projectId',
  noSuchProject: 'projectId',
};

/** One act at the safe with one title or several: what moves, why, who signs. */
export function ActDialog({ act, rows, onClose, onDone }: ActDialogProps) {
  const { t } = useTranslation('titles');
  const safeOf = useSafeOf();
  const work = useActInput(act, rows);
  const [first] = rows;
  const safeIds = rows.flatMap((row) =>
    takenBy(act, row).flatMap((its) => (comesBack(act) ? safeOf(its.homeId) : its.safeId) ?? []),
  );
  const names = { count: rows.length, no: first?.certificateNo ?? '' };
  const question = ({ party = '', becomes }: ActValues) =>
    act === 'release'
      ? t('question--release', { ...names, party })
      : t('question--exchange', { ...names, becomes: becomes?.certificateNo ?? '' });
  return (
    <SignedForm<ActValues, Written & { titleId?: number }>
      page={`title/${act}/${rows.map(({ id }) => id).join(' ')}`}
      title={t(`title--act-${act}`, names)}
      act={t(`sign--${act}`)}
      hint={t(`hint--act-${act}`)}
      blank={blankOf(act, rows)}
      safeIds={safeIds}
      fieldOf={FIELD_OF}
      question={isFinal(act) ? question : undefined}
      above={<ActTitles act={act} rows={rows} />}
      work={work}
      onClose={onClose}
      onDone={onDone}
    >
      {() => <ActFields act={act} rows={rows} />}
    </SignedForm>
  );
}

/** What is likely: back to where it lay, to its owner, a new certificate like the old one. */
function blankOf(act: SafeAct, rows: readonly TitleRow[]): Partial<ActValues> {
  const [first] = rows;
  const owners = new Set(rows.map(({ owner }) => owner));
  const homes = rows.every((row) => takenBy(act, row).every(({ homeId }) => homeId !== undefined));
  if (comesBack(act) && homes) return { compartmentId: 'home' };
  if (act === 'release' && owners.size === 1) return { party: first?.owner ?? '' };
  if (act !== 'exchange' || !first) return {};
  const { kind, name, owner, quantity, storage, issuedBy, valueFen, expiresOn } = first;
  const [spot] = takenBy(act, first);
  const compartmentId = spot?.compartmentId ?? spot?.homeId;
  return {
    becomes: {
      ...{ kind, name, owner, quantity, storage, issuedBy, certificateNo: '', remarks: '' },
      ...(valueFen !== undefined && { yuan: valueFen / 100 }),
      ...(expiresOn && { expiresOn }),
    },
    ...(compartmentId !== undefined && { compartmentId }),
  };
}
