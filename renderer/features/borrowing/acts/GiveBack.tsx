import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type BorrowingLine,
  type BorrowingView,
  CONDITIONS,
  type Condition,
} from '../../../../shared/api/borrowing-slip.contract';
import { useDraft, useSession } from '../../../app/session.store';
import { SlipPhotoStrip } from '../../../ui/attachments/AttachmentStrip';
import { DayFilter } from '../../../ui/DayField';
import { FormDrawer } from '../../../ui/FormDrawer';
import { SignField } from '../../../ui/SignField';
import { useTwoSignatures } from '../../../ui/use-two-signatures';
import { useColleagues, useGiveBack } from '../borrowing.queries';
import { SafePeople, type SafeTwo, useNameOf } from './SafePeople';

interface FoundLine {
  /** Ticked: it lies on the desk. */
  here: boolean;
  found?: number;
  condition: Condition;
  remarks: string;
  missing: string;
  responsibleId?: number;
  dueOn?: string;
}
interface Found extends SafeTwo {
  confirmerId?: number;
  lines: Record<string, FoundLine>;
}
const NOTHING: Found = { lines: {} };
const BLANK: FoundLine = { here: true, condition: 'good', remarks: '', missing: '' };
const openOf = ({ quantity, found }: BorrowingLine) => quantity - found;

/** What lies on the desk again, line by line: pages found, condition; what is not there has a name, somebody and a day. */
export function GiveBack({ its, onClose }: { its: BorrowingView; onClose: () => void }) {
  const { t } = useTranslation('borrowing');
  const giveBack = useGiveBack();
  const { draft, isKept, keep, drop } = useDraft<Found>(`borrowing/giveBack/${its.id}`, NOTHING);
  const open = its.lines.filter(({ state }) => state === 'lent' || state === 'incomplete');
  const lineOf = (id: number) => draft.lines[id] ?? BLANK;
  const here = open.filter(({ id }) => lineOf(id).here);
  const opensSafe = here.some((line) => line.kind === 'title' && (lineOf(line.id).found ?? openOf(line)) > 0);
  const [unsigned, setUnsigned] = useState(false);
  const sign = useTwoSignatures(['archivist', 'confirmer', 'custodian', 'second'], giveBack.error);
  const names = opensSafe
    ? (['archivist', 'confirmer', 'custodian', 'second'] as const)
    : (['archivist', 'confirmer'] as const);
  const signed =
    names.every((name) => sign.signatures[name] !== '') && draft.confirmerId !== undefined && here.length > 0;
  const act = () => {
    setUnsigned(!signed);
    const { confirmerId, custodianId, secondId } = draft;
    if (!signed || confirmerId === undefined || giveBack.isPending) return;
    const lines = here.map((line) => {
      const { here: _, found = openOf(line), missing, responsibleId, dueOn, ...said } = lineOf(line.id);
      const short = found < openOf(line);
      return {
        ...{ ...said, lineId: line.id, found },
        ...(short && { missing, ...(responsibleId && { responsibleId }), ...(dueOn && { dueOn }) }),
      };
    });
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
  return (
    <FormDrawer
      title={t('title--giveBack', { no: its.no ?? '' })}
      act={t('action--giveBack')}
      busy={giveBack.isPending}
      {...(unsigned && !signed
        ? { refusal: t('error--allSign') }
        : sign.refusal !== undefined && { refusal: sign.refusal })}
      isKept={isKept}
      onEmpty={drop}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t('hint--giveBack')}</p>
      {open.map((line) => (
        <BackLine
          key={line.id}
          line={line}
          its={lineOf(line.id)}
          borrowerId={its.borrowerId}
          onChange={(some) => keep({ ...draft, lines: { ...draft.lines, [line.id]: { ...lineOf(line.id), ...some } } })}
        />
      ))}
      <p className="quiet borrowing-gap">{t('hint--photos')}</p>
      <SlipPhotoStrip borrowingId={its.id} />
      {opensSafe && <SafePeople value={draft} onChange={(two) => keep({ ...draft, ...two })} />}
      <Confirmer draft={draft} onChange={(confirmerId) => keep({ ...draft, confirmerId })} />
      <Signers draft={draft} opensSafe={opensSafe} sign={sign} onSign={act} />
    </FormDrawer>
  );
}

/** Somebody else who has seen what was found. */
function Confirmer({ draft, onChange }: { draft: Found; onChange: (id: number) => void }) {
  const { t } = useTranslation('borrowing');
  const me = useSession((session) => session.me);
  const { data = [] } = useColleagues();
  const others = data.filter(({ id, employment }) => id !== me?.staffId && employment !== 'left');
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
  draft: Found;
  opensSafe: boolean;
  sign: ReturnType<typeof useTwoSignatures<'archivist' | 'confirmer' | 'custodian' | 'second'>>;
  onSign: () => void;
}

function Signers({ draft, opensSafe, sign, onSign }: SignersProps) {
  const { t } = useTranslation('borrowing');
  const me = useSession((session) => session.me);
  const nameOf = useNameOf();
  const field = (name: 'archivist' | 'confirmer' | 'custodian' | 'second', signer: string, role: string) => (
    <SignField signer={signer} role={role} onSign={onSign} {...sign.fieldOf(name)} />
  );
  return (
    <>
      {field('archivist', me?.name ?? '', t('role--receiver'))}
      {field('confirmer', nameOf(draft.confirmerId), t('role--confirmer'))}
      {opensSafe && field('custodian', nameOf(draft.custodianId), t('label--custodianId'))}
      {opensSafe && field('second', nameOf(draft.secondId), t('label--secondId'))}
    </>
  );
}

interface BackLineProps {
  line: BorrowingLine;
  its: FoundLine;
  borrowerId: number;
  onChange: (some: Partial<FoundLine>) => void;
}

function BackLine({ line, its, borrowerId, onChange }: BackLineProps) {
  const { t } = useTranslation('borrowing');
  const open = openOf(line);
  const found = its.found ?? open;
  return (
    <div className="borrowing-back">
      <Checkbox checked={its.here} onChange={(event) => onChange({ here: event.target.checked })}>
        {line.number} {line.name}
      </Checkbox>
      {line.place && <div className="quiet small">{t('text--backTo', { place: line.place })}</div>}
      {its.here && (
        <div className="pair">
          <InputNumber
            min={0}
            aria-label={t('label--foundOf', { name: line.name })}
            addonAfter={t('label--ofCount', { count: open })}
            value={found}
            onChange={(count) => onChange({ found: count ?? 0 })}
          />
          <Select<Condition>
            aria-label={t('label--conditionOf', { name: line.name })}
            value={its.condition}
            options={CONDITIONS.map((value) => ({ value, label: t(`condition--${value}`) }))}
            onChange={(condition) => onChange({ condition })}
          />
        </div>
      )}
      {its.here && its.condition === 'damaged' && (
        <Input
          className="borrowing-gap"
          maxLength={200}
          aria-label={t('label--damageOf', { name: line.name })}
          placeholder={t('hint--damage')}
          value={its.remarks}
          onChange={(event) => onChange({ remarks: event.target.value })}
        />
      )}
      {its.here && found < open && <Missing line={line} its={its} borrowerId={borrowerId} onChange={onChange} />}
    </div>
  );
}

/** What is not there, who brings it, and until when. */
function Missing({ line, its, borrowerId, onChange }: BackLineProps) {
  const { t } = useTranslation('borrowing');
  const { data = [] } = useColleagues();
  const there = data.filter(({ employment }) => employment !== 'left');
  const choose = (responsibleId: number) => onChange({ responsibleId });
  return (
    <>
      <Input
        className="borrowing-gap"
        maxLength={200}
        aria-label={t('label--missingOf', { name: line.name })}
        placeholder={t('hint--missing')}
        value={its.missing}
        onChange={(event) => onChange({ missing: event.target.value, responsibleId: its.responsibleId ?? borrowerId })}
      />
      <div className="pair">
        <Select
          aria-label={t('label--responsible')}
          placeholder={t('label--responsible')}
          {...(its.responsibleId !== undefined && { value: its.responsibleId })}
          showSearch={{ optionFilterProp: 'label' }}
          options={there.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={choose}
        />
        <DayFilter
          value={its.dueOn}
          aria-label={t('label--missingDue')}
          placeholder={t('label--missingDue')}
          onChange={(dueOn) => onChange(dueOn === undefined ? {} : { dueOn })}
        />
      </div>
    </>
  );
}
