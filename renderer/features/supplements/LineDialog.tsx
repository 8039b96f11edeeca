import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupplementLine, SupplementView } from '../../../shared/api/supplement.contract';
import { readWholeNumber } from '../../../shared/entry/read-entry';
import { useErrorText } from '../../api/use-error-text';
import { useDraft, useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { SignField } from '../../ui/SignField';
import { useConfirm, useGiveBack, useHandIn, useWithdrawLines } from './supplements.queries';

export type LineAct = 'handIn' | 'confirm' | 'giveBack' | 'withdraw';

interface LineDialogProps {
  act: LineAct;
  list: SupplementView;
  lines: readonly SupplementLine[];
  onClose: () => void;
  onDone: () => void;
}

const SIGNED: Readonly<
  Record<LineAct, 'action--signHandIn' | 'action--signConfirm' | 'action--signGiveBack' | 'action--signWithdraw'>
> = {
  handIn: 'action--signHandIn',
  confirm: 'action--signConfirm',
  giveBack: 'action--signGiveBack',
  withdraw: 'action--signWithdraw',
};

/** One act with the chosen lines: pages or a reason, and the signature of whoever does it. */
export function LineDialog({ act, list, lines, onClose, onDone }: LineDialogProps) {
  const { t } = useTranslation('supplements');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const doing = useAct(act);
  const [signature, setSignature] = useState('');
  const { draft: pages, keep: keepPages, drop: dropPages } = useDraft<Record<number, string>>(`${act} ${list.id}`, {});
  const { draft: reason, keep: keepReason, drop: dropReason } = useDraft(`${act} reason ${list.id}`, '');
  const counted = lines.map((line) => ({ lineId: line.id, pages: readWholeNumber(pages[line.id] ?? '') }));
  const wantsPages = act === 'handIn' || act === 'confirm';
  const whole = wantsPages ? counted.every((its) => its.pages !== null) : reason.trim() !== '';
  const ready = whole && signature !== '' && !doing.isPending;
  const sign = () => {
    if (!ready) return;
    const asked = { id: list.id, lineIds: lines.map(({ id }) => id), counted, reason, signature };
    const told = {
      onError: () => setSignature(''),
      onSuccess: () => {
        dropPages();
        dropReason();
        onDone();
      },
    };
    doing.run(asked, told);
  };
  return (
    <ConfirmInWords
      open
      title={t(`title--${act}`, { count: lines.length })}
      act={t(SIGNED[act])}
      final={act === 'withdraw'}
      busy={doing.isPending}
      disabled={!ready}
      onAct={sign}
      onClose={onClose}
    >
      <p className="quiet">{t(`hint--${act}`)}</p>
      <table className="rows supplement-lines supplement-dialog">
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.id}>
              <td>{line.title}</td>
              {wantsPages && (
                <td className="n">
                  <input
                    className="pages"
                    inputMode="numeric"
                    // biome-ignore lint/a11y/noAutofocus: the dialog is for it
                    autoFocus={index === 0}
                    aria-label={t('label--pagesOf', { title: line.title })}
                    placeholder={t('label--pages')}
                    value={pages[line.id] ?? ''}
                    onChange={(event) => keepPages({ ...pages, [line.id]: event.target.value })}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {!wantsPages && (
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          showCount
          className="supplement-reason"
          aria-label={t('label--reason')}
          placeholder={t('label--reason')}
          value={reason}
          onChange={(event) => keepReason(event.target.value)}
        />
      )}
      <SignField
        signer={act === 'handIn' ? list.responsible : (me?.name ?? '')}
        role={t(act === 'handIn' ? 'label--asResponsible' : 'label--checker')}
        value={signature}
        onChange={setSignature}
        error={errorText(doing.error)}
        onSign={sign}
      />
    </ConfirmInWords>
  );
}

interface Asked {
  id: number;
  lineIds: number[];
  counted: { lineId: number; pages: number | null }[];
  reason: string;
  signature: string;
}
interface Told {
  onError: () => void;
  onSuccess: () => void;
}

/** The four acts behind one way of calling them. */
function useAct(act: LineAct) {
  const handIn = useHandIn();
  const confirm = useConfirm();
  const giveBack = useGiveBack();
  const withdraw = useWithdrawLines();
  const { isPending, error } = { handIn, confirm, giveBack, withdraw }[act];
  const run = ({ id, lineIds, counted, reason, signature }: Asked, told: Told) => {
    const whole = counted.map(({ lineId, pages }) => ({ lineId, pages: pages ?? 0 }));
    if (act === 'handIn') handIn.mutate({ id, lines: whole, signature }, told);
    else if (act === 'confirm')
      confirm.mutate({ id, lines: whole.map(({ lineId, pages }) => ({ lineId, pagesFound: pages })), signature }, told);
    else (act === 'giveBack' ? giveBack : withdraw).mutate({ id, lineIds, reason, signature }, told);
  };
  return { run, isPending, error };
}
