import './attachments.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AttachmentList, AttachmentSubject } from '../../../shared/api/attachment.contract';
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

/** The scans of a dossier at the side of its page. */
export function AttachmentStrip({ dossierId }: { dossierId: number }) {
  const { data } = useAttachments(dossierId);
  return data && <Strip list={data} subject={{ kind: 'dossier', id: dossierId }} all={`/attachments/${dossierId}`} />;
}

/** The scans of a title document at the side of its page. */
export function TitleAttachmentStrip({ titleId }: { titleId: number }) {
  const { data } = useRead(client.attachment.ofTitle, { titleId });
  return data && <Strip list={data} subject={{ kind: 'title', id: titleId }} all={`/attachments/title/${titleId}`} />;
}

/** Photos of a borrowing slip: how things went out and came back. */
export function SlipPhotoStrip({ borrowingId }: { borrowingId: number }) {
  const { data } = useRead(client.attachment.ofBorrowing, { borrowingId });
  const subject = { kind: 'borrowing', id: borrowingId } as const;
  return data && <Strip list={data} subject={subject} all={`/attachments/borrowing/${borrowingId}`} />;
}

/** Evidence of a complaint. */
export function EvidenceStrip({ complaintId }: { complaintId: number }) {
  const { data } = useRead(client.attachment.ofComplaint, { complaintId });
  const subject = { kind: 'complaint', id: complaintId } as const;
  return data && <Strip list={data} subject={subject} all={`/attachments/complaint/${complaintId}`} />;
}

const TITLES = {
  dossier: 'title--attachments',
  dossierItem: 'title--attachments',
  title: 'title--attachments',
  borrowing: 'title--photos',
  complaint: 'title--evidence',
} as const;

interface StripProps {
  list: AttachmentList;
  subject: AttachmentSubject;
  /** The page of all of them. */
  all: string;
}

/** Small pictures, and a place to drop and paste more of them. */
function Strip({ list: { rows, closedBecause }, subject, all }: StripProps) {
  const { t } = useTranslation(['attachments', 'errors']);
  const may = useMay();
  const work = useAdding(subject);
  const title = TITLES[subject.kind];
  const { isOver, onPaste, place } = useFileDrop(work.send);
  const addable = may('attachment.add') && closedBecause === undefined;
  return (
    <section
      className={isOver && addable ? 'attachment-strip attachment-over' : 'attachment-strip'}
      aria-label={t(title)}
      {...(addable ? { onPaste, ...place } : {})}
    >
      <h2>
        {t(title)}
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
      {(closedBecause === 'scansOfDestroyed' || closedBecause === 'evidenceFiled') && (
        <p className="quiet small">{t(`errors:${closedBecause}`)}</p>
      )}
      <AddingOutcome work={work} />
    </section>
  );
}
