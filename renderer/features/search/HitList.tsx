import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/api/contract';
import type { Hit, search } from '../../../shared/api/search.contract';
import { LentWord } from '../../ui/LentWord';

type Group = OutputOf<typeof search.find>[number];

interface HitListProps {
  groups: Group[];
  /** Number of the chosen hit, counted over all kinds. */
  chosen: number;
  onOpen: (hit: Hit) => void;
}

/** Hits under their kinds; the chosen one stays in sight. */
export function HitList({ groups, chosen, onOpen }: HitListProps) {
  const { t } = useTranslation('search');
  const firsts = groups.map((_, group) => groups.slice(0, group).reduce((sum, { hits }) => sum + hits.length, 0));
  if (groups.length === 0) return null;
  return (
    <div id="palette-hits" role="listbox" aria-label={t('label--search')} className="palette-hits">
      {groups.map(({ kind, hits, more }, group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
        <div role="group" key={kind} aria-label={t(`kind--${kind}`)}>
          <p className="palette-kind" aria-hidden>
            {t(`kind--${kind}`)} {more && <span className="quiet small">{t('label--more')}</span>}
          </p>
          {hits.map((hit, index) => (
            <Row
              key={hit.id}
              hit={hit}
              number={(firsts[group] ?? 0) + index}
              chosen={(firsts[group] ?? 0) + index === chosen}
              onOpen={onOpen}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface RowProps {
  hit: Hit;
  number: number;
  chosen: boolean;
  onOpen: (hit: Hit) => void;
}

function Row({ hit, number, chosen, onOpen }: RowProps) {
  const { t } = useTranslation('search');
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the focus stays in the field, which moves the choice
    <div
      ref={row}
      id={`hit-${number}`}
      role="option"
      aria-selected={chosen}
      className="palette-hit"
      onClick={() => onOpen(hit)}
    >
      <span>{hit.title}</span>
      {hit.lent && <LentWord {...hit} word={t(`state--${hit.lent}`)} />}
      <span className="quiet small">{hit.detail}</span>
    </div>
  );
}
