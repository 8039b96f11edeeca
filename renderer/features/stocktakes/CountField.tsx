import { Button, InputNumber } from 'antd';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountedCompartment, StocktakeView, TakenDown } from '../../../shared/api/stocktake.contract';
import { Kbd } from '../../ui/Kbd';
import { takesScans } from '../../ui/scanned';
import { isComposing, useKeys } from '../../ui/use-keys';
import { useEntering } from './use-entering';

interface CountFieldProps {
  its: StocktakeView;
  compartment: CountedCompartment;
  onCompartment: (id: number) => void;
}

/** One field for everything that is read at the safe: a compartment, a barcode, a number or its last digits. */
export function CountField({ its, compartment, onCompartment }: CountFieldProps) {
  const { t } = useTranslation('stocktakes');
  const id = useId();
  const work = useEntering(its, compartment, onCompartment);
  useKeys({ 'ctrl+z': work.undo });
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey) return;
    if (event.key === 'Enter') work.enter();
    else if (event.key === 'ArrowDown') work.step(1);
    else if (event.key === 'ArrowUp') work.step(-1);
    else if (event.key === 'Escape' && (work.text !== '' || work.isHeld)) work.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="count-field">
      <label htmlFor={id}>
        {t('label--read', { place: `${compartment.safe} ${compartment.name}` })}{' '}
        <span className="quiet small">{t('hint--read')}</span>
      </label>
      <div className="count-line">
        <input
          {...takesScans}
          // Made anew after a scan: what an input method has begun with its letters goes with the old one.
          key={work.turn}
          id={id}
          ref={work.field}
          className="count-input"
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          value={work.text}
          onChange={(event) => work.type(event.target.value)}
          onKeyDown={press}
        />
        <InputNumber
          min={1}
          max={999}
          precision={0}
          value={work.quantity}
          aria-label={t('label--quantity')}
          onChange={(value) => work.setQuantity(value ?? 1)}
          onPressEnter={work.enter}
        />
        <Button onClick={work.enter}>
          {t(work.doubted ? 'action--takeUnknown' : 'action--take')} <Kbd>Enter</Kbd>
        </Button>
        <Button disabled={its.entries.length === 0 && work.last === undefined} onClick={work.undo}>
          {t('action--undo')} <Kbd>Ctrl Z</Kbd>
        </Button>
      </div>
      <Answer {...work} />
    </div>
  );
}

interface AnswerProps {
  refusal?: string;
  doubted: boolean;
  /** How many wait behind the one that was refused. */
  behind: number;
  isHeld: boolean;
  last?: TakenDown;
}

function Answer({ refusal, doubted, behind, isHeld, last }: AnswerProps) {
  const { t } = useTranslation('stocktakes');
  const words =
    last &&
    t(last.titleId === undefined ? 'state--takenUnknown' : 'state--taken', {
      ...{ certificateNo: last.certificateNo, name: last.name, owner: last.owner, together: last.together },
    });
  return (
    <output className={refusal ? 'count-answer late' : 'count-answer'}>
      {refusal ?? words ?? t('hint--first')} {isHeld && t(doubted ? 'hint--unknown' : 'hint--refused')}{' '}
      {behind > 0 && <b>{t('hint--behind', { count: behind })}</b>}
    </output>
  );
}
