import { Checkbox, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BorrowingLine, BorrowingView } from '../../../../shared/api/borrowing-slip.contract';
import { useDraft, useSession } from '../../../app/session.store';
import { FormDrawer } from '../../../ui/FormDrawer';
import { SignField } from '../../../ui/SignField';
import { useTwoSignatures } from '../../../ui/use-two-signatures';
import { useLend } from '../borrowing.queries';
import { SafePeople, type SafeTwo, useNameOf, useSafeTwo } from './SafePeople';

interface Lent extends SafeTwo {
  leftOut: number[];
  copies: Record<string, number>;
  card: boolean;
}
const BLANK: Lent = { leftOut: [], copies: {}, card: false };

/** The archivist lends what is ticked, the borrower signs; title documents leave the safe with its two signers, all at once. */
export function Lend({ its, onClose }: { its: BorrowingView; onClose: () => void }) {
  const { t } = useTranslation('borrowing');
  const navigate = useNavigate();
  const lend = useLend();
  const { draft, isKept, keep, drop } = useDraft<Lent>(`borrowing/lend/${its.id}`, BLANK);
  const lines = its.lines.filter(({ id }) => !draft.leftOut.includes(id));
  const opensSafe = lines.some(({ kind }) => kind === 'title');
  const safeTwo = useSafeTwo(lines, draft);
  const [unsigned, setUnsigned] = useState(false);
  const sign = useTwoSignatures(['archivist', 'borrower', 'custodian', 'second'], lend.error);
  const names = opensSafe
    ? (['archivist', 'borrower', 'custodian', 'second'] as const)
    : (['archivist', 'borrower'] as const);
  const signed = names.every((name) => sign.signatures[name] !== '');
  const act = () => {
    setUnsigned(!signed);
    if (!signed || lend.isPending) return;
    const { copies, card } = draft;
    const { custodianId, secondId } = safeTwo;
    const counted = Object.entries(copies).map(([lineId, count]) => ({ lineId: Number(lineId), copies: count }));
    const two = opensSafe && custodianId && secondId ? { custodianId, secondId } : {};
    const signatures = Object.fromEntries(names.map((name) => [name, sign.signatures[name]])) as {
      archivist: string;
      borrower: string;
    };
    lend.mutate(
      { id: its.id, lineIds: lines.map(({ id }) => id), copies: counted, ...two, signatures },
      {
        onError: sign.typeAgain,
        onSuccess: () => {
          drop();
          onClose();
          if (card) void navigate(`/print/out-card/${its.id}`);
        },
      },
    );
  };
  return (
    <FormDrawer
      title={t('title--lend', { no: its.no ?? '' })}
      act={t('action--lend')}
      busy={lend.isPending}
      {...(unsigned && !signed
        ? { refusal: t('error--allSign') }
        : sign.refusal !== undefined && { refusal: sign.refusal })}
      isKept={isKept}
      onEmpty={drop}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet borrowing-gap">{t('hint--lend', { borrower: its.borrower, day: its.dueOn })}</p>
      <LentLines its={its} draft={draft} keep={keep} />
      {opensSafe && <SafePeople value={safeTwo} onChange={(two) => keep({ ...draft, ...two })} />}
      <p className="borrowing-gap">
        <Checkbox checked={draft.card} onChange={(event) => keep({ ...draft, card: event.target.checked })}>
          {t('label--printCard')}
        </Checkbox>
      </p>
      <Signers its={its} two={safeTwo} opensSafe={opensSafe} sign={sign} onSign={act} />
    </FormDrawer>
  );
}

interface SignersProps {
  its: BorrowingView;
  two: SafeTwo;
  opensSafe: boolean;
  sign: ReturnType<typeof useTwoSignatures<'archivist' | 'borrower' | 'custodian' | 'second'>>;
  onSign: () => void;
}

function Signers({ its, two, opensSafe, sign, onSign }: SignersProps) {
  const { t } = useTranslation('borrowing');
  const me = useSession((session) => session.me);
  const nameOf = useNameOf();
  const field = (name: 'archivist' | 'borrower' | 'custodian' | 'second', signer: string, role: string) => (
    <SignField signer={signer} role={role} onSign={onSign} {...sign.fieldOf(name)} />
  );
  return (
    <>
      {field('archivist', me?.name ?? '', t('role--lender'))}
      {field('borrower', its.borrower, t('role--borrower'))}
      {opensSafe && field('custodian', nameOf(two.custodianId), t('label--custodianId'))}
      {opensSafe && field('second', nameOf(two.secondId), t('label--secondId'))}
    </>
  );
}

function LentLines({ its, draft, keep }: { its: BorrowingView; draft: Lent; keep: (lent: Lent) => void }) {
  const { t } = useTranslation('borrowing');
  const turn = ({ id }: BorrowingLine) =>
    keep({
      ...draft,
      leftOut: draft.leftOut.includes(id) ? draft.leftOut.filter((one) => one !== id) : [...draft.leftOut, id],
    });
  return (
    <table className="rows">
      <tbody>
        {its.lines.map((line) => (
          <tr key={line.id}>
            <td>
              <Checkbox checked={!draft.leftOut.includes(line.id)} onChange={() => turn(line)}>
                {line.number} {line.name}
              </Checkbox>
              <div className="quiet small">{line.place}</div>
            </td>
            <td className="n nowrap">
              {t(line.kind === 'title' ? 'label--pieces' : 'label--pages', { count: line.quantity })}
            </td>
            <td className="n">
              <InputNumber
                className="borrowing-count"
                min={0}
                max={9999}
                aria-label={t('label--copiesOf', { name: line.name })}
                placeholder={t('label--copies')}
                value={draft.copies[line.id]}
                onChange={(count) => keep({ ...draft, copies: { ...draft.copies, [line.id]: count ?? 0 } })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
