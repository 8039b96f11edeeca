import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountLine, StocktakeView } from '../../../shared/api/stocktake.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useExplain } from './stocktakes.queries';

interface ExplainProps {
  its: StocktakeView;
  line: CountLine;
  onClose: () => void;
}

/** Why a line differs, and what is to be done. */
export function Explain({ its, line, onClose }: ExplainProps) {
  const { t } = useTranslation('stocktakes');
  const errorText = useErrorText();
  const id = useId();
  const explain = useExplain();
  const { draft, keep, drop } = useDraft(`explain/${line.id}`, { cause: line.cause, action: line.action });
  const ready = draft.cause.trim() !== '' && draft.action.trim() !== '' && !explain.isPending;
  const act = () => {
    const done = () => {
      drop();
      onClose();
    };
    if (ready) explain.mutate({ id: its.id, lines: [{ lineId: line.id, ...draft }] }, { onSuccess: done });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--explain', { certificateNo: line.certificateNo, class: t(`class--${line.class}`) })}
      act={t('action--explain')}
      busy={explain.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      {(['cause', 'action'] as const).map((name) => (
        <div className="field" key={name}>
          <label htmlFor={`${id}-${name}`}>{t(`label--${name}`)}</label>
          <Input.TextArea
            id={`${id}-${name}`}
            autoFocus={name === 'cause'}
            rows={2}
            maxLength={500}
            value={draft[name]}
            onChange={(event) => keep({ ...draft, [name]: event.target.value })}
          />
        </div>
      ))}
      <Refusal>{errorText(explain.error)}</Refusal>
    </ConfirmInWords>
  );
}
