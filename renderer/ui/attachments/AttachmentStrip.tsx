import './attachments.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, useRead } from '../../api/client';
import { useMay } from '../../app/use-may';
import { Kbd } from '../Kbd';
import { AddingOutcome } from './AddingOutcome';
import { Thumbnail } from './Thumbnail';
import { useAdding } from './use-adding';
import { useFileDrop } from './use-file-drop';

export const useAttachments = (dossierId: number) => useRead(client.attachment.list, { dossierId });

/** As many as fit beside a list without pushing the rest away. */
const SHOWN = 6;

/** The scans of a dossier as small pictures at the side of its page, and a place to drop and paste more of them. */
export function AttachmentStrip({ dossierId }: { dossierId: number }) {
  const { t } = useTranslation(['attachments', 'errors']);
  const may = useMay();
  const { data } = useAttachments(dossierId);
  const work = useAdding({ kind: 'dossier', id: dossierId });
  const { isOver, onPaste, place } = useFileDrop(work.send);
  if (!data) return null;
  const { rows, closedBecause } = data;
  const addable = may('attachment.add') && closedBecause === undefined;
  const all = `/attachments/${dossierId}`;
  return (
    <section
      className={isOver && addable ? 'attachment-strip attachment-over' : 'attachment-strip'}
      aria-label={t('title--attachments')}
      {...(addable ? { onPaste, ...place } : {})}
    >
      <h2>
        {t('title--attachments')}
        <Link className="attachment-all" to={all}>
          {t('action--openAll', { count: rows.length })} <Kbd>Alt A</Kbd>
        </Link>
      </h2>
      {rows.length > 0 && (
        <ul className="attachment-pictures">
          {rows.slice(0, SHOWN).map((row) => (
            <li key={row.id}>
              <Link to={`${all}?at=${row.id}`} title={row.name} aria-label={row.name}>
                <Thumbnail row={row} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {addable && (
        <p className="attachment-add">
          <Button size="small" onClick={work.choose} disabled={work.busy}>
            {t('action--add')}
          </Button>
          <span className="quiet small">{t('hint--dropHere')}</span>
        </p>
      )}
      {closedBecause === 'scansOfDestroyed' && <p className="quiet small">{t('errors:scansOfDestroyed')}</p>}
      <AddingOutcome work={work} />
    </section>
  );
}
