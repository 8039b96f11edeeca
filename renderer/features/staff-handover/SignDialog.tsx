import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffHandoverView, WantedSignature } from '../../../shared/api/staff-handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useSign } from './staff-handover.queries';

const LONGEST_REASON = 500;
const keyOf = ({ role, staffId }: WantedSignature) => `${role} ${staffId}`;

/** Whoever is here signs now; the others later. Who is absent is signed for by the supervisor, with the reason. */
export function SignDialog({ list, onClose }: { list: StaffHandoverView; onClose: () => void }) {
  const { t } = useTranslation('staffHandover');
  const errorText = useErrorText();
  const sign = useSign();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isAbsent, setIsAbsent] = useState(false);
  const absence = useDraft(`absence/${list.id}`, '');
  const fields = list.wanted.filter(({ role }) => !(isAbsent && role === 'from'));
  const signing = fields.filter((its) => typed[keyOf(its)]);
  const wrong = signing[wrongIndex(sign.error?.details.field)];
  const ready = signing.length > 0 && (!isAbsent || absence.draft.trim() !== '') && !sign.isPending;
  const act = () => {
    if (!ready) return;
    const signatures = signing.map((its) => ({
      role: its.role,
      staffId: its.staffId,
      signature: typed[keyOf(its)] ?? '',
    }));
    const done = () => {
      absence.drop();
      onClose();
    };
    sign.mutate(
      { id: list.id, seen: list.contentHash, signatures, ...(isAbsent && { absence: absence.draft }) },
      { onSuccess: done },
    );
  };
  const mayBeAbsent = list.wanted.some(({ role }) => role === 'from');
  return (
    <ConfirmInWords
      open
      title={t('title--sign', { no: list.no })}
      act={t('action--sign')}
      busy={sign.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet sign-hint">{t('hint--sign', { from: list.from, count: list.count })}</p>
      {fields.map((its, index) => (
        <SignField
          key={keyOf(its)}
          signer={its.name}
          role={t(`label--role-${its.role}`)}
          autoFocus={index === 0}
          value={typed[keyOf(its)] ?? ''}
          onChange={(value) => setTyped((all) => ({ ...all, [keyOf(its)]: value }))}
          error={wrong === its ? errorText(sign.error) : undefined}
          onSign={act}
        />
      ))}
      {mayBeAbsent && (
        <Checkbox
          aria-label={t('label--absent', { from: list.from })}
          checked={isAbsent}
          onChange={(event) => setIsAbsent(event.target.checked)}
        >
          {t('label--absent', { from: list.from })}
        </Checkbox>
      )}
      {isAbsent && (
        <Input.TextArea
          rows={2}
          maxLength={LONGEST_REASON}
          aria-label={t('label--absence')}
          placeholder={t('label--absence')}
          value={absence.draft}
          onChange={(event) => absence.keep(event.target.value)}
        />
      )}
      {!wrong && <Refusal>{errorText(sign.error)}</Refusal>}
    </ConfirmInWords>
  );
}

/** `signatures.1`: the second of those that were sent. */
const wrongIndex = (field: unknown): number => Number(/^signatures\.(\d+)$/.exec(String(field))?.[1] ?? Number.NaN);
