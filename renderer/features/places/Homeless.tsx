import { Button, Checkbox } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useBeginHere } from '../../ui/use-begin-here';
import { useRows } from '../../ui/use-rows';
import { useHomeless } from './places.queries';

/** Dossiers that have no place: the space bar chooses, then they are put into a box together. */
export function Homeless({ onShelve }: { onShelve: ((ids: number[]) => void) | undefined }) {
  const { t } = useTranslation('places');
  const navigate = useNavigate();
  const { data } = useHomeless();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const table = useRef<HTMLTableElement>(null);
  useBeginHere(table, 'tbody tr');
  const dossiers = data?.dossiers ?? [];
  const row = useRows((index) => {
    const its = dossiers[index];
    if (its) void navigate(`/dossier/${its.id}`);
  });
  const turn = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const ids = dossiers.map(({ id }) => id).filter((id) => chosen.has(id));
  return (
    <section className="homeless">
      <div className="cabinet-head">
        <h2>{t('title--homeless')}</h2>
        <span className="quiet">{t('hint--homeless')}</span>
      </div>
      {onShelve && (
        <div className="bar">
          <Button disabled={ids.length === 0} onClick={() => onShelve(ids)}>
            {t('action--shelveChosen', { count: ids.length })}
          </Button>
          <span className="quiet">{t('hint--choose')}</span>
        </div>
      )}
      {data && data.total > dossiers.length && (
        <p className="quiet">{t('hint--moreHomeless', { shown: dossiers.length, total: data.total })}</p>
      )}
      <div className="page-scroll">
        <table className="rows" ref={table}>
          <tbody>
            {dossiers.map((its, index) => {
              const line = row(index);
              const press = (event: KeyboardEvent) => {
                if (event.key !== ' ' || event.target !== event.currentTarget) return line.onKeyDown(event);
                event.preventDefault();
                turn(its.id);
              };
              return (
                <tr key={its.id} {...line} onKeyDown={press} className={chosen.has(its.id) ? 'chosen' : undefined}>
                  {onShelve && (
                    <td>
                      <Checkbox
                        tabIndex={-1}
                        aria-label={its.title}
                        checked={chosen.has(its.id)}
                        onClick={(event) => event.stopPropagation()}
                        onChange={() => turn(its.id)}
                      />
                    </td>
                  )}
                  <td className="nowrap">{its.archiveNo}</td>
                  <td>{its.title}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
