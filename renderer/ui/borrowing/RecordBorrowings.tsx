import './record-borrowings.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { BorrowingTrace } from '../../../shared/api/borrowing-slip.contract';
import { client, useDo, useRead } from '../../api/client';
import { useMay } from '../../app/use-may';

interface RecordBorrowingsProps {
  kind: 'dossier' | 'title';
  id: number;
  /** It is on the shelf, or out of it: what is on its way cannot be asked for. */
  lendable: boolean;
}

/** Who has it since when and until when, who asks for it and how long that waits, and who comes next. */
export function RecordBorrowings({ kind, id, lendable }: RecordBorrowingsProps) {
  const { t } = useTranslation('ui');
  const navigate = useNavigate();
  const may = useMay();
  const { data } = useRead(kind === 'dossier' ? client.borrowing.ofDossier : client.borrowing.ofTitle, { id });
  const queue = useDo(client.borrowing.queue);
  if (!data || !may('borrowing.ask')) return null;
  const { out, waiting, queue: queued, times } = data;
  if (!lendable && out.length + waiting.length + times === 0) return null;
  const isOut = out.some((its) => its.kind === kind);
  return (
    <section className="record-borrowings">
      <h2>{t('title--borrowing')}</h2>
      {out.length + waiting.length === 0 && <p className="quiet">{t('hint--notBorrowed', { count: times })}</p>}
      <ul>
        {out.map((its) => (
          <Trace key={`${its.id} ${its.name}`} its={its} />
        ))}
        {waiting.map((its) => (
          <Trace key={`${its.id} ${its.name}`} its={its} />
        ))}
      </ul>
      {queued.length > 0 && (
        <p className="quiet small">
          {t('label--queued', { names: queued.map(({ staff }) => staff).join(t('label--comma')) })}
        </p>
      )}
      {lendable && !isOut && (
        <Button size="small" onClick={() => void navigate(`/borrowing/new?${kind}=${id}`)}>
          {t('action--borrow')}
        </Button>
      )}
      {isOut && (
        <Button size="small" disabled={queue.isSuccess} onClick={() => queue.mutate({ kind, id })}>
          {queue.isSuccess ? t('state--queued') : t('action--queue')}
        </Button>
      )}
    </section>
  );
}

function Trace({ its }: { its: BorrowingTrace }) {
  const { t } = useTranslation('ui');
  const { lentOn, dueOn, submittedOn, waitsDays: count, overdueDays } = its;
  const borrower = its.outsider || its.borrower;
  return (
    <li>
      {lentOn === undefined ? (
        <span className="amber">
          {t(`label--asked-${its.state === 'approved' ? 'approved' : 'submitted'}`, {
            borrower,
            day: submittedOn,
            count,
          })}
        </span>
      ) : (
        <span>
          <b>{t('label--outWith', { borrower })}</b> {t('label--outSince', { day: lentOn, dueOn })}
          {overdueDays > 0 && <b className="late"> {t('label--overdueBy', { count: overdueDays })}</b>}
        </span>
      )}
      <div className="quiet small">
        <Link to={`/borrowing/${its.id}`}>{its.no}</Link> {its.kind === 'item' && its.name}
      </div>
    </li>
  );
}
