import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CabinetRow } from '../../../shared/api/place.contract';
import { useBeginHere } from '../../ui/use-begin-here';
import { isComposing } from '../../ui/use-keys';
import { lookAt, lookAtHomeless } from './places.store';

interface PlaceTreeProps {
  cabinets: CabinetRow[];
  homeless: number;
  /** The cabinet that is drawn; absent: the dossiers without a place are listed. */
  shown: CabinetRow | undefined;
}

/** Rooms with their cabinets, and what stands in each; up and down show another one, right goes into the picture. */
export function PlaceTree({ cabinets, homeless, shown }: PlaceTreeProps) {
  const { t } = useTranslation('places');
  const tree = useRef<HTMLElement>(null);
  useBeginHere(tree, '[aria-current="true"]');
  const rooms = [...new Set(cabinets.map(({ room }) => room))];
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'ArrowRight' || event.key === 'Enter') {
      event.preventDefault();
      document.querySelector<HTMLElement>('.box[tabindex="0"]')?.focus();
    }
    if (step === undefined) return;
    event.preventDefault();
    const nodes = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const next = nodes[nodes.indexOf(document.activeElement as HTMLElement) + step];
    next?.focus();
    next?.click();
  };
  return (
    <nav className="place-tree" aria-label={t('label--tree')} ref={tree} onKeyDown={press}>
      {rooms.map((room) => {
        const its = cabinets.filter((one) => one.room === room);
        return (
          <section key={room}>
            <h2>
              {room}
              <span className="quiet small">{t('label--standing', sumOf(its))}</span>
            </h2>
            {its.map((one) => (
              <button
                type="button"
                key={one.cabinet}
                tabIndex={one === shown ? 0 : -1}
                aria-current={one === shown}
                onClick={() => lookAt({ room: one.room, cabinet: one.cabinet })}
              >
                <span>{one.cabinet}</span>
                <span className="n">{t('label--dossiers', { count: one.dossiers })}</span>
              </button>
            ))}
          </section>
        );
      })}
      {homeless > 0 && (
        <section>
          <button
            type="button"
            tabIndex={shown ? -1 : 0}
            aria-current={!shown}
            className="place-homeless"
            onClick={lookAtHomeless}
          >
            <span>{t('label--homeless')}</span>
            <span className="n">{t('label--dossiers', { count: homeless })}</span>
          </button>
        </section>
      )}
    </nav>
  );
}

function sumOf(its: readonly CabinetRow[]) {
  const boxes = its.reduce((sum, one) => sum + one.boxes, 0);
  return { boxes, count: its.reduce((sum, one) => sum + one.dossiers, 0) };
}
