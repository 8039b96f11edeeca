import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BorrowingLine, BorrowingView } from '../../../../shared/api/borrowing-slip.contract';
import { useDraft, useSession } from '../../../app/session.store';
import { SlipPhotoStrip } from '../../../ui/attachments/AttachmentStrip';
import { FormDrawer } from '../../../ui/FormDrawer';
import { SignField } from '../../../ui/SignField';
import { useTwoSignatures } from '../../../ui/use-two-signatures';
import { useColleagues, useGiveBack, useSafeHolders } from '../borrowing.queries';
import { BackLine } from './BackLine';
import { asReturned, BLANK, compartmentsOf, type FoundLine } from './back-draft';
import { SafePeople, type SafeTwo, useNameOf, useSafeTwo } from './SafePeople';
import { focusScan, ScanBack } from './ScanBack';

interface Found extends SafeTwo {
  confirmerId?: number;
  lines: Record<string, FoundLine>;
}
const NOTHING: Found = { lines: {} };

/** What lies on the desk again, line by line: scanned or ticked, then counted; what is not there has a name, somebody and a day. */
export function GiveBack({ its, onClose }: { its: BorrowingView; onClose: () => void }) {
  const { t } = useTranslation('borrowing');
  const giveBack = useGiveBack();
  const { draft, isKept, keep, drop } = useDraft<Found>(`borrowing/giveBack/${its.id}`, NOTHING);
  const open = its.lines.filter(({ state }) => state === 'lent' || state === 'incomplete');
  const foundOf = (id: number): FoundLine => ({ ...BLANK, ...draft.lines[id] });
  const change = (some: Readonly<Record<number, Partial<FoundLine>>>) => {
    const changed = Object.entries(some).map(([id, its]) => [id, { ...foundOf(Number(id)), ...its }]);
    keep({ ...draft, lines: { ...draft.lines, ...Object.fromEntries(changed) } });
  };
  const here = open.filter(({ id }) => foundOf(id).here);
  const opensSafe = here.some((line) => line.kind === 'title' && foundOf(line.id).found !== '0');
  const safeTwo = useSafeTwo(useWhereTo(here, foundOf), draft);
  const [tried, setTried] = useState(false);
  const sign = useTwoSignatures(['archivist', 'confirmer', 'custodian', 'second'], giveBack.error);
  const names = opensSafe
    ? (['archivist', 'confirmer', 'custodian', 'second'] as const)
    : (['archivist', 'confirmer'] as const);
  const uncounted = here.find(({ id }) => foundOf(id).found === '');
  const lacks = (): string | undefined => {
    if (here.length === 0) return t('error--noneHere');
    if (uncounted) return t('error--notCounted', { name: uncounted.name });
    const signed = draft.confirmerId !== undefined && names.every((name) => sign.signatures[name] !== '');
    return signed ? undefined : t('error--allSign');
  };
  const act = () => {
    setTried(true);
    const { confirmerId } = draft;
    const { custodianId, secondId } = safeTwo;
    if (lacks() !== undefined || confirmerId === undefined || giveBack.isPending) return;
    const lines = here.map((line) => asReturned(line, foundOf(line.id)));
    const two = opensSafe && custodianId && secondId ? { custodianId, secondId } : {};
    const signatures = Object.fromEntries(names.map((name) => [name, sign.signatures[name]])) as {
      archivist: string;
      confirmer: string;
    };
    const onSuccess = () => {
      drop();
      onClose();
    };
    giveBack.mutate({ id: its.id, lines, confirmerId, ...two, signatures }, { onError: sign.typeAgain, onSuccess });
  };
  const refusal = (tried ? lacks() : undefined) ?? sign.refusal;
  return (
    <FormDrawer
      title={t('title--giveBack', { no: its.no ?? '' })}
      act={t('action--giveBack')}
      busy={giveBack.isPending}
      {...(refusal !== undefined && { refusal })}
      isKept={isKept}
      onEmpty={drop}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t('hint--giveBack')}</p>
      <ScanBack open={open} foundOf={foundOf} onChange={change} />
      {open.map((line) => (
        <BackLine
          key={line.id}
          line={line}
          its={foundOf(line.id)}
          borrowerId={its.borrowerId}
          onChange={(some) => change({ [line.id]: some })}
          onCounted={focusScan}
        />
      ))}
      <p className="quiet borrowing-gap">{t('hint--photos')}</p>
      <SlipPhotoStrip borrowingId={its.id} />
      {opensSafe && <SafePeople value={safeTwo} onChange={(two) => keep({ ...draft, ...two })} />}
      <Confirmer
        draft={draft}
        borrowerId={its.borrowerId}
        onChange={(confirmerId) => keep({ ...draft, confirmerId })}
      />
      <Signers confirmerId={draft.confirmerId} two={safeTwo} opensSafe={opensSafe} sign={sign} onSign={act} />
    </FormDrawer>
  );
}

/** Titles with the place to which they go: their two must open that safe. */
function useWhereTo(here: readonly BorrowingLine[], foundOf: (id: number) => FoundLine): BorrowingLine[] {
  const { data: safes = [] } = useSafeHolders();
  const all = compartmentsOf(safes);
  return here.map((line) => {
    const chosen = all.find(({ value }) => value === foundOf(line.id).compartmentId);
    return chosen ? { ...line, place: chosen.label } : line;
  });
}

interface ConfirmerProps {
  draft: Found;
  borrowerId: number;
  onChange: (id: number) => void;
}

/** Somebody else who has seen what was found, and has not borrowed it. */
function Confirmer({ draft, borrowerId, onChange }: ConfirmerProps) {
  const { t } = useTranslation('borrowing');
  const me = useSession((session) => session.me);
  const { data = [] } = useColleagues();
  const others = data.filter(({ id, employment }) => id !== me?.staffId && id !== borrowerId && employment !== 'left');
  return (
    <div className="field borrowing-gap">
      <label htmlFor="confirmer">{t('label--confirmer')}</label>
      <Select
        id="confirmer"
        {...(draft.confirmerId !== undefined && { value: draft.confirmerId })}
        showSearch={{ optionFilterProp: 'label' }}
        options={others.map(({ id, name, department }) => ({ value: id, label: `${name}　${department}` }))}
        onChange={onChange}
      />
    </div>
  );
}

interface SignersProps {
  confirmerId: number | undefined;
  two: SafeTwo;
  opensSafe: boolean;
  sign: ReturnType<typeof useTwoSignatures<'archivist' | 'confirmer' | 'custodian' | 'second'>>;
  onSign: () => void;
}

function Signers({ confirmerId, two, opensSafe, sign, onSign }: SignersProps) {
  const { t } = useTranslation('borrowing');
  const me = useSession((session) => session.me);
  const nameOf = useNameOf();
  const field = (name: 'archivist' | 'confirmer' | 'custodian' | 'second', signer: string, role: string) => (
    <SignField signer={signer} role={role} onSign={onSign} {...sign.fieldOf(name)} />
  );
  return (
    <>
      {field('archivist', me?.name ?? '', t('role--receiver'))}
      {field('confirmer', nameOf(confirmerId), t('role--confirmer'))}
      {opensSafe && field('custodian', nameOf(two.custodianId), t('label--custodianId'))}
      {opensSafe && field('second', nameOf(two.secondId), t('label--secondId'))}
    </>
  );
}
