import { Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lendable, Thing } from '../../../shared/api/borrowing-slip.contract';
import { takesScans, useScanned } from '../../ui/scanned';
import { isComposing } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { useSettled } from '../../ui/use-settled';
import { findThings, useFoundThings, useQueue } from './borrowing.queries';
import { useHindranceWords } from './use-hindrance-words';

const SETTLE_MS = 120;
export const keyOf = ({ kind, id }: Thing) => `${kind} ${id}`;

interface ThingPickerProps {
  chosen: readonly Thing[];
  /** The page begins here. */
  begins: boolean;
  onTake: (thing: Lendable) => void;
}

/** What is borrowed, found by typing a part of it or by scanning: Enter takes what is meant, arrows go through what was found. */
export function ThingPicker({ chosen, begins, onTake }: ThingPickerProps) {
  const { t } = useTranslation('borrowing');
  const [typed, setTyped] = useState('');
  const [failed, setFailed] = useState('');
  const text = useSettled(typed.trim(), SETTLE_MS);
  const { data = [] } = useFoundThings(text);
  const field = useRef<InputRef>(null);
  const list = useRef<HTMLTableElement>(null);
  const found = typed.trim() === '' ? [] : data.filter((its) => !chosen.some((one) => keyOf(one) === keyOf(its)));
  const take = (thing: Lendable) => {
    onTake(thing);
    setTyped('');
    setFailed('');
    field.current?.focus();
  };
  /** Asked at once: a scanner does not wait for a list. */
  const look = async (whole: string) => {
    const all = await findThings(whole);
    const [only, other] = all;
    if (only && !other) take(only);
    else if (only) list.current?.querySelector<HTMLElement>('tbody tr')?.focus();
    else setFailed(t('error--notFound', { text: whole }));
  };
  useScanned((code) => void look(code));
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('tbody tr')?.focus();
    else if (event.key === 'Enter' && typed.trim() !== '') void look(typed.trim());
    else return;
    event.preventDefault();
  };
  return (
    <div className="field" {...takesScans}>
      <label htmlFor="borrowing-find">
        {t('label--find')} <span className="quiet small">{t('hint--find')}</span>
      </label>
      <Input
        id="borrowing-find"
        ref={field}
        autoFocus={begins}
        value={typed}
        maxLength={100}
        status={failed ? 'error' : ''}
        onChange={(event) => {
          setTyped(event.target.value);
          setFailed('');
        }}
        onKeyDown={press}
      />
      {failed && (
        <p className="field-error" role="alert">
          {failed}
        </p>
      )}
      <FoundThings place={list} rows={found} onTake={take} />
    </div>
  );
}

function FoundThings(props: {
  place: React.RefObject<HTMLTableElement | null>;
  rows: Lendable[];
  onTake: (thing: Lendable) => void;
}) {
  const { t } = useTranslation('borrowing');
  const { place, rows, onTake } = props;
  const words = useHindranceWords();
  const queue = useQueue();
  const open = (its: Lendable | undefined) => its && !its.because && onTake(its);
  const row = useRows((index) => open(rows[index]));
  if (rows.length === 0) return null;
  return (
    <table className="rows borrowing-found" ref={place}>
      <tbody>
        {rows.map((its, index) => (
          <tr key={keyOf(its)} {...row(index)}>
            <td className="nowrap quiet">{t(`kind--${its.kind}`)}</td>
            <td>
              {its.number} {its.name}
              {its.because && <div className="late small">{words(its.because)}</div>}
            </td>
            <td className="n nowrap">
              {its.quantity > 0 && t(its.kind === 'title' ? 'label--pieces' : 'label--pages', { count: its.quantity })}
            </td>
            <td className="nowrap">
              {its.out && (
                <Button
                  size="small"
                  onClick={(event) => {
                    event.stopPropagation();
                    queue.mutate({ kind: its.kind, id: its.id });
                  }}
                >
                  {queue.isSuccess && queue.variables.kind === its.kind && queue.variables.id === its.id
                    ? t('state--queued')
                    : t('action--queue')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
