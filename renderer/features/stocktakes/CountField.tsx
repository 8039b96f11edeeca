import { Button, InputNumber } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountedCompartment, StocktakeView, TakenDown } from '../../../shared/api/stocktake.contract';
import { useErrorText } from '../../api/use-error-text';
import { Kbd } from '../../ui/Kbd';
import { takesScans, useScanned } from '../../ui/scanned';
import { isComposing, useKeys } from '../../ui/use-keys';
import { readCompartment } from './read-compartment';
import { useCount, useUndo } from './stocktakes.queries';

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
    else if (event.key === 'Escape' && work.text !== '') work.clear();
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
      <Answer refusal={work.refusal} doubted={work.doubted} last={work.last} />
    </div>
  );
}

function Answer({ refusal, doubted, last }: { refusal?: string; doubted: boolean; last?: TakenDown }) {
  const { t } = useTranslation('stocktakes');
  const words =
    last &&
    t(last.titleId === undefined ? 'state--takenUnknown' : 'state--taken', {
      ...{ certificateNo: last.certificateNo, name: last.name, owner: last.owner, together: last.together },
    });
  return (
    <output className={refusal ? 'count-answer late' : 'count-answer'}>
      {refusal ?? words ?? t('hint--first')} {doubted && t('hint--unknown')}
    </output>
  );
}

/** What is typed or scanned, sent off one by one in its order; a number that nobody knows is asked about once. */
function useEntering(its: StocktakeView, compartment: CountedCompartment, onCompartment: (id: number) => void) {
  const { t } = useTranslation('stocktakes');
  const errorText = useErrorText();
  const count = useCount();
  const undo = useUndo();
  const field = useRef<HTMLInputElement>(null);
  const undone = useRef(Number.POSITIVE_INFINITY);
  const [text, setText] = useState('');
  const [quantity, setQuantity] = useState(1);
  const [turn, setTurn] = useState(0);
  const [doubt, setDoubt] = useState<string>();
  const [last, setLast] = useState<TakenDown>();
  const [tooFast, setTooFast] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new field has the keys
  useEffect(() => field.current?.focus(), [turn, compartment.id]);
  const clear = () => {
    setText('');
    setQuantity(1);
    setDoubt(undefined);
    count.reset();
    undo.reset();
  };
  const read = (typed: string) => {
    const certificate = typed.trim();
    if (certificate === '') return;
    const other = readCompartment(certificate, its.compartments, compartment.safeId);
    if (other) {
      clear();
      return onCompartment(other.id);
    }
    undo.reset();
    setLast(undefined);
    const unknown = doubt === certificate;
    // The field is free at once for what comes next; what is refused comes back into it.
    setText('');
    setQuantity(1);
    setDoubt(undefined);
    count.mutate(
      { id: its.id, compartmentId: compartment.id, certificate, quantity, unknown },
      {
        onSuccess: (taken) => {
          undone.current = Number.POSITIVE_INFINITY;
          setLast(taken);
        },
        onError: ({ reason }) => {
          setText((typed) => (typed === '' ? certificate : typed));
          setQuantity(quantity);
          setDoubt(reason === 'certificateUnknown' ? certificate : undefined);
        },
      },
    );
  };
  useScanned((code) => {
    setTurn((n) => n + 1);
    setText('');
    setTooFast(count.isPending);
    if (!count.isPending) read(code);
  });
  const step = (by: number) => {
    const at = its.compartments.findIndex(({ id }) => id === compartment.id);
    const next = its.compartments[at + by];
    if (next) onCompartment(next.id);
  };
  const takeBack = () => {
    // Whoever is fast is ahead of the list: what was just taken down or back may not have reached it yet.
    const entryId = last?.entryId ?? its.entries.find(({ id }) => id < undone.current)?.id;
    if (entryId === undefined || undo.isPending || count.isPending) return;
    setLast(undefined);
    count.reset();
    const done = () => {
      undone.current = entryId;
      field.current?.focus();
    };
    undo.mutate({ id: its.id, entryId }, { onSuccess: done });
  };
  const type = (typed: string) => {
    setText(typed);
    setDoubt(undefined);
    setTooFast(false);
    if (count.error) count.reset();
  };
  const refusal = tooFast ? t('error--tooFast') : (errorText(count.error) ?? errorText(undo.error));
  return {
    ...{ field, text, turn, quantity, setQuantity, type, clear, step, undo: takeBack },
    enter: () => !count.isPending && read(text),
    doubted: doubt !== undefined && doubt === text.trim(),
    ...(last && { last }),
    ...(refusal && { refusal }),
  };
}
