import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentList, AttachmentRow } from '../../../shared/api/attachment.contract';
import { sizeOf } from '../../ui/attachments/AddingOutcome';
import { Thumbnail } from '../../ui/attachments/Thumbnail';
import { subjectKey } from './use-subjects';

interface AttachmentIndexProps {
  list: AttachmentList;
  chosen: number;
  onChoose: (id: number) => void;
}

/** All scans in the list's order, under the paper that they belong to. */
export function AttachmentIndex({ list, chosen, onChoose }: AttachmentIndexProps) {
  const { t } = useTranslation('attachments');
  const line = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen
  useEffect(() => line.current?.scrollIntoView({ block: 'nearest' }), [chosen]);
  return (
    <nav className="attachments-index" aria-label={t('title--attachments')}>
      {groupsOf(list.rows).map((rows) => (
        <section key={rows[0] && subjectKey(rows[0].subject)}>
          <GroupName row={rows[0]} />
          {rows.map((row) => (
            <button
              key={row.id}
              type="button"
              ref={row.id === chosen ? line : undefined}
              aria-current={row.id === chosen}
              className={row.id === chosen ? 'attachments-line chosen' : 'attachments-line'}
              onClick={() => onChoose(row.id)}
            >
              <Thumbnail row={row} />
              <span>
                {row.name}
                <span className="attachments-by quiet">
                  {t('label--added', { size: sizeOf(row.bytes), by: row.addedBy })}
                </span>
              </span>
            </button>
          ))}
        </section>
      ))}
    </nav>
  );
}

/** Rows of one subject stand together already. */
function groupsOf(rows: readonly AttachmentRow[]): AttachmentRow[][] {
  const groups: AttachmentRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0] && subjectKey(last[0].subject) === subjectKey(row.subject)) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function GroupName({ row }: { row?: AttachmentRow }) {
  const { t } = useTranslation('attachments');
  if (!row || row.subject.kind === 'title' || row.subject.kind === 'borrowing') return null;
  if (row.subject.kind === 'complaint') return <h2>{t('title--evidence')}</h2>;
  if (row.subject.kind === 'dossier') return <h2>{t('label--wholeDossier')}</h2>;
  return (
    <h2>
      {row.itemTitle}
      {row.itemGone && <small className="late">{t('state--itemGone')}</small>}
    </h2>
  );
}
