import { Checkbox } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisposalLineView } from '../../../shared/api/disposal.contract';
import { useRows } from '../../ui/use-rows';

interface LinesToDestroyProps {
  lines: readonly DisposalLineView[];
  /** Dossiers that are not to be on this list; all others are. */
  value?: readonly number[];
  onChange?: (leftOut: number[]) => void;
}

/** Which of the condemned dossiers go on the list: the space bar takes one out and puts it back, Ctrl+A all of them. */
export function LinesToDestroy({ lines, value: leftOut = [], onChange = () => undefined }: LinesToDestroyProps) {
  const { t } = useTranslation('disposal');
  const chosen = lines.filter(({ dossierId }) => !leftOut.includes(dossierId));
  const turn = (id: number) => onChange(leftOut.includes(id) ? leftOut.filter((its) => its !== id) : [...leftOut, id]);
  const turnAll = () => onChange(chosen.length < lines.length ? [] : lines.map(({ dossierId }) => dossierId));
  const row = useRows((index) => lines[index] && turn(lines[index].dossierId));
  const pages = chosen.reduce((sum, its) => sum + its.pages, 0);
  return (
    <>
      <div className="lines-to-destroy">
        <table className="rows">
          <thead>
            <tr>
              <th>
                <Checkbox
                  tabIndex={-1}
                  aria-label={t('label--takeAll')}
                  checked={chosen.length === lines.length}
                  indeterminate={chosen.length > 0 && chosen.length < lines.length}
                  onChange={turnAll}
                />
              </th>
              <th>{t('label--archiveNo')}</th>
              <th>{t('label--title')}</th>
              <th className="n">{t('label--pages')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const its = row(index);
              const press = (event: KeyboardEvent) => {
                const all = event.ctrlKey && event.key.toLowerCase() === 'a';
                if (event.key !== ' ' && !all) return its.onKeyDown(event);
                event.preventDefault();
                if (all) turnAll();
                else turn(line.dossierId);
              };
              const isChosen = !leftOut.includes(line.dossierId);
              return (
                <tr key={line.id} {...its} onKeyDown={press} className={isChosen ? 'chosen' : undefined}>
                  <td>
                    <Checkbox
                      tabIndex={-1}
                      aria-label={line.title}
                      checked={isChosen}
                      onClick={(event) => event.stopPropagation()}
                      onChange={() => turn(line.dossierId)}
                    />
                  </td>
                  <td className="nowrap">{line.archiveNo}</td>
                  <td>{line.title}</td>
                  <td className="n">{line.pages}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="disposal-chosen" aria-live="polite">
        <b>{t('label--taken', { count: chosen.length, all: lines.length, pages })}</b>
      </p>
    </>
  );
}
