import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompartmentContents } from '../../../shared/api/safe.contract';
import { isComposing } from '../../ui/use-keys';
import { neighbour } from './find-in-safe';

interface SafePictureProps {
  compartments: readonly CompartmentContents[];
  at: CompartmentContents | undefined;
  /** Where what is looked for lies. */
  lit: ReadonlySet<number> | undefined;
  onLook: (its: CompartmentContents) => void;
  /** Enter: into the list beside. */
  onEnter: () => void;
}

/** The safe as it stands open: its compartments with what is in each. The arrows go from one to the next. */
export function SafePicture({ compartments, at, lit, onLook, onEnter }: SafePictureProps) {
  const { t } = useTranslation('safes');
  const picture = useRef<HTMLDivElement>(null);
  const columns = Math.max(1, ...compartments.map(({ col }) => col));
  const rows = Math.max(1, ...compartments.map(({ row }) => row));
  const face = (id: number) => picture.current?.querySelector<HTMLElement>(`[data-compartment="${id}"]`);
  const press = (event: KeyboardEvent, from: CompartmentContents) => {
    if (event.ctrlKey || event.altKey || isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onLook(from);
      onEnter();
      return;
    }
    const target = neighbour(event.key, compartments, from);
    if (!target) return;
    event.preventDefault();
    onLook(target);
    face(target.id)?.focus();
  };
  const chosen = at?.id;
  useEffect(() => {
    if (chosen !== undefined)
      picture.current
        ?.querySelector<HTMLElement>(`[data-compartment="${chosen}"]`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  return (
    <div className="safe-frame" ref={picture}>
      <section
        className={rows > 4 || columns > 6 ? 'safe safe-dense' : 'safe'}
        aria-label={t('label--compartments')}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(${columns > 6 ? 84 : 104}px, 1fr))` }}
      >
        {compartments.map((its) => (
          <button
            key={its.id}
            type="button"
            data-compartment={its.id}
            className={lookOf(its, lit)}
            style={{ gridRow: its.row, gridColumn: its.col }}
            aria-pressed={its.id === chosen}
            tabIndex={its.id === chosen || (chosen === undefined && its === compartments[0]) ? 0 : -1}
            onClick={() => onLook(its)}
            onKeyDown={(event) => press(event, its)}
          >
            <Face its={its} />
          </button>
        ))}
      </section>
    </div>
  );
}

function lookOf({ id, titles, away, retiredOn }: CompartmentContents, lit: ReadonlySet<number> | undefined): string {
  return [
    'compartment',
    away.length > 0 && 'compartment-gap',
    titles.length === 0 && 'compartment-empty',
    retiredOn !== undefined && 'compartment-retired',
    lit?.has(id) && 'compartment-lit',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Number, projects, what is missing, and how many pieces. */
function Face({ its }: { its: CompartmentContents }) {
  const { t } = useTranslation('safes');
  const all = [...its.titles, ...its.away];
  const numbers = [...new Set(all.map(({ number }) => number))];
  const [first, ...others] = numbers;
  const clients = new Set(all.map(({ client }) => client));
  const out = its.away.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <span className="compartment-name">{its.name}</span>
      <span className="compartment-number">
        {its.retiredOn !== undefined ? t('label--retired') : (first ?? t('label--empty'))}
        {others.length > 0 && ` ${t('label--andMore', { count: others.length })}`}
      </span>
      {out > 0 ? (
        <span className="compartment-out">{t('label--out', { count: out })}</span>
      ) : (
        clients.size === 1 && <span className="compartment-client">{[...clients][0]}</span>
      )}
      <span className="compartment-pieces">{its.pieces}</span>
    </>
  );
}
