import './borrowing.css';
import { Button } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { useBorrowingArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { TakeAlong } from '../../ui/TakeAlong';
import { useKeys } from '../../ui/use-keys';
import { useDueBorrowers, useRecall, useRecalls } from './book.queries';
import { DueBorrowers } from './DueBorrowers';
import { RecallTable } from './RecallTable';

const LIST = { name: 'recalls' } as const;

/** Answers: who has what is due, and who has been asked to bring it back? */
export function RecallsPage() {
  return useMay()('borrowing.read') ? <AllRecalls /> : <OwnRecalls />;
}

/** Of whoever neither keeps the archive nor leads: the notes to him or her. */
function OwnRecalls() {
  const { t } = useTranslation('borrowingBook');
  const navigate = useNavigate();
  const area = useBorrowingArea();
  const { data: notes } = useRecalls();
  useKeys({ escape: () => navigate(-1) });
  if (!notes) return null;
  return (
    <div className="page">
      <PageHead title={t('title--recalls')} area={area}>
        {t('lead--ownRecalls', { count: notes.length })}
      </PageHead>
      <div className="page-scroll">
        {notes.length > 0 ? <RecallTable notes={notes} /> : <EmptyState title={t('title--noRecalls')} />}
      </div>
    </div>
  );
}

function AllRecalls() {
  const { t } = useTranslation('borrowingBook');
  const navigate = useNavigate();
  const area = useBorrowingArea();
  const may = useMay();
  const errorText = useErrorText();
  const { data: due } = useDueBorrowers();
  const { data: notes } = useRecalls();
  const recall = useRecall();
  const mayRecall = may('borrowing.lend');
  const write = (borrowerIds: number[]) => {
    if (!mayRecall || borrowerIds.length === 0 || recall.isPending) return;
    recall.mutate(
      { borrowerIds },
      {
        onSuccess: (made) =>
          may('print.form') && navigate(listPath('recall-notice', { ids: made.map(({ id }) => id) })),
      },
    );
  };
  const all = () => write((due ?? []).map(({ borrowerId }) => borrowerId));
  useKeys({ escape: () => navigate(-1), 'ctrl+n': all });
  if (!due || !notes) return null;
  const overdue = due.reduce((sum, its) => sum + its.overdue, 0);
  return (
    <div className="page">
      <PageHead title={t('title--recalls')} area={area}>
        <Trans
          t={t}
          i18nKey="lead--recalls"
          values={{ people: due.length, things: due.reduce((sum, its) => sum + its.due, 0), overdue }}
          components={{ b: <b />, late: <b className={overdue > 0 ? 'late' : undefined} /> }}
        />
      </PageHead>
      <div className="bar">
        {mayRecall && (
          <Button type="primary" disabled={due.length === 0 || recall.isPending} onClick={all}>
            {t('action--recallAll')} <Kbd>Ctrl N</Kbd>
          </Button>
        )}
        <TakeAlong list={LIST} />
      </div>
      <div className="page-scroll">
        <Refusal>{errorText(recall.error)}</Refusal>
        {due.length > 0 ? (
          <DueBorrowers due={due} onRecall={mayRecall ? (id) => write([id]) : undefined} />
        ) : (
          <EmptyState title={t('title--nothingDue')} hint={t('hint--nothingDue')} />
        )}
        {notes.length > 0 && (
          <>
            <h2 className="recalls-made">{t('title--recallsMade')}</h2>
            <RecallTable notes={notes} mayNote={mayRecall} />
          </>
        )}
      </div>
    </div>
  );
}
