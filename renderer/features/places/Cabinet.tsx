import { Button } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoxRow, CabinetRow } from '../../../shared/api/place.contract';
import { COMMON_BOX_MM, thicknessMm } from '../../../shared/records/thickness';
import { isComposing } from '../../ui/use-keys';
import { lookIn } from './places.store';

interface CabinetProps {
  its: CabinetRow;
  boxes: BoxRow[];
  /** The one that is looked into. */
  box: BoxRow | undefined;
  onRename: (() => void) | undefined;
}

/** A cabinet as it stands there: its shelves, and on each its boxes with how full they are. The arrows go from box to box. */
export function Cabinet({ its, boxes, box, onRename }: CabinetProps) {
  const { t } = useTranslation('places');
  const picture = useRef<HTMLDivElement>(null);
  const shelves = [...new Set(boxes.map(({ shelf }) => shelf))];
  const goTo = (target: BoxRow | undefined) => {
    if (!target) return;
    lookIn(target.id);
    picture.current?.querySelector<HTMLElement>(`[data-box="${target.id}"]`)?.focus();
  };
  const press = (event: KeyboardEvent, from: BoxRow) => {
    if (event.ctrlKey || isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      document.querySelector<HTMLElement>('.box-content tbody tr')?.focus();
      return;
    }
    const target = neighbour(event.key, boxes, shelves, from);
    if (target === undefined) return;
    event.preventDefault();
    if (target === 'tree') document.querySelector<HTMLElement>('.place-tree [aria-current="true"]')?.focus();
    else goTo(target);
  };
  return (
    <section className="cabinet" aria-label={`${its.room} ${its.cabinet}`}>
      <div className="cabinet-head">
        <h2>
          {its.room} {its.cabinet}
        </h2>
        <span className="quiet">{t('label--standing', { boxes: its.boxes, count: its.dossiers })}</span>
        {onRename && (
          <Button size="small" className="bar-end" onClick={onRename}>
            {t('action--rename')}
          </Button>
        )}
      </div>
      <div className="page-scroll" ref={picture}>
        <div className="cabinet-frame">
          {shelves.map((shelf) => (
            <div className="shelf" key={shelf}>
              <span className="shelf-name">{shelf}</span>
              <ul className="shelf-boxes" aria-label={shelf}>
                {boxes
                  .filter((one) => one.shelf === shelf)
                  .map((one) => (
                    <li key={one.id}>
                      <button
                        type="button"
                        className={one === box ? 'box box-at' : 'box'}
                        data-box={one.id}
                        tabIndex={one === box ? 0 : -1}
                        aria-pressed={one === box}
                        title={spoken(one, t)}
                        onClick={() => lookIn(one.id)}
                        onKeyDown={(event) => press(event, one)}
                      >
                        <BoxFace its={one} />
                      </button>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

type Say = ReturnType<typeof useTranslation<'places'>>['t'];
const spoken = (its: BoxRow, t: Say): string =>
  t('label--boxSpoken', { box: its.box, count: its.dossiers, lent: its.lent, mm: thicknessMm(its.pages) });

function BoxFace({ its }: { its: BoxRow }) {
  const { t } = useTranslation('places');
  const mm = thicknessMm(its.pages);
  const full = Math.min(1, mm / (its.capacityMm ?? COMMON_BOX_MM));
  const over = its.capacityMm !== undefined && mm > its.capacityMm;
  return (
    <>
      <span className={over ? 'box-room box-over' : 'box-room'}>
        <span className="box-fill" style={{ height: `${Math.round(full * 100)}%` }} />
        <span className="box-count">{its.dossiers}</span>
      </span>
      <span className="box-name">{its.box}</span>
      <span className="box-out">{its.lent > 0 ? t('label--out', { count: its.lent }) : ''}</span>
    </>
  );
}

/** The box that an arrow leads to; left of the first one stands the tree. */
function neighbour(key: string, boxes: BoxRow[], shelves: string[], from: BoxRow): BoxRow | 'tree' | undefined {
  const onShelf = (shelf: string | undefined) => boxes.filter((one) => one.shelf === shelf);
  const row = onShelf(from.shelf);
  const at = row.indexOf(from);
  const shelf = shelves.indexOf(from.shelf);
  const beside = (its: BoxRow[]) => its[Math.min(at, its.length - 1)];
  switch (key) {
    case 'ArrowLeft':
      return row[at - 1] ?? 'tree';
    case 'ArrowRight':
      return row[at + 1];
    case 'ArrowUp':
      return beside(onShelf(shelves[shelf - 1]));
    case 'ArrowDown':
      return beside(onShelf(shelves[shelf + 1]));
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    default:
      return undefined;
  }
}
