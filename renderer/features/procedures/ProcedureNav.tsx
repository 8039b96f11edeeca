import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Procedure } from '../../../shared/complaint/procedure';
import type { Place } from '../../../shared/complaint/procedure-faults';
import { useBeginHere } from '../../ui/use-begin-here';
import { addLimit, addPenalty, addStep, type Edited, shift } from './procedure-draft';

export const isSamePlace = (a: Place, b: Place): boolean => a.part === b.part && a.code === b.code;

interface ProcedureNavProps {
  its: Procedure;
  place: Place;
  faulty: readonly Place[];
  editable: boolean;
  onGo: (place: Place) => void;
  onEdit: (edited: Edited, fresh: boolean) => void;
}

interface Entry {
  place: Place;
  title: string;
  no?: number;
}

/** All parts of a procedure in their order: up and down walk through them, Alt with them moves a step. */
export function ProcedureNav({ its, place, faulty, editable, onGo, onEdit }: ProcedureNavProps) {
  const { t } = useTranslation('procedures');
  const nav = useRef<HTMLElement>(null);
  useBeginHere(nav, '[data-place]');
  // What was looked at is gone, and its button with it: the keys go on from here.
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (place && isLost) nav.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  }, [place]);
  const entriesOf = (part: 'step' | 'limit' | 'penalty', all: readonly { code: string; title: string }[]): Entry[] =>
    all.map(({ code, title }, i) => ({
      ...{ place: { part, code }, title: title || t('text--untitled') },
      ...(part === 'step' && { no: i + 1 }),
    }));
  const groups: readonly { title: string; entries: Entry[]; add?: { word: string; act: () => Edited } }[] = [
    { title: '', entries: [{ place: { part: 'basics' }, title: t('title--basics') }] },
    {
      ...{ title: t('title--steps'), entries: entriesOf('step', its.steps) },
      add: { word: t('action--addStep'), act: () => addStep(its, place.part === 'step' ? place.code : undefined) },
    },
    {
      ...{ title: t('title--limits'), entries: entriesOf('limit', its.limits) },
      add: { word: t('action--addLimit'), act: () => addLimit(its) },
    },
    {
      title: t('title--penalties'),
      entries: [{ place: { part: 'penalty' }, title: t('title--deciders') }, ...entriesOf('penalty', its.penalties)],
      add: { word: t('action--addPenalty'), act: () => addPenalty(its) },
    },
  ];
  const press = (event: KeyboardEvent<HTMLElement>, at: Place) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (!by || event.ctrlKey) return;
    event.preventDefault();
    if (event.altKey) {
      if (editable) onEdit({ draft: shift(its, at, by), place: at }, false);
      return;
    }
    const all = [...(nav.current?.querySelectorAll<HTMLElement>('[data-place]') ?? [])];
    all[all.indexOf(event.currentTarget) + by]?.focus();
  };
  return (
    <nav ref={nav} className="procedure-nav" aria-label={t('title--parts')}>
      {groups.map(({ title, entries, add }) => (
        <section key={title}>
          {title && <h2>{title}</h2>}
          {entries.map((entry) => (
            <button
              key={entry.place.code ?? entry.place.part}
              type="button"
              data-place={`${entry.place.part} ${entry.place.code ?? ''}`}
              aria-current={isSamePlace(entry.place, place)}
              onClick={() => onGo(entry.place)}
              onKeyDown={(event) => press(event, entry.place)}
            >
              {entry.no !== undefined && <span className="quiet">{entry.no}</span>} {entry.title}
              {faulty.some((one) => isSamePlace(one, entry.place)) && (
                <span className="late small"> {t('text--faulty')}</span>
              )}
            </button>
          ))}
          {editable && add && (
            <Button type="dashed" size="small" onClick={() => onEdit(add.act(), true)}>
              {add.word}
            </Button>
          )}
        </section>
      ))}
    </nav>
  );
}
