import { Trans, useTranslation } from 'react-i18next';
import type { BorrowingView } from '../../../shared/api/borrowing-slip.contract';
import type { PageAct } from './page-acts';

/** What to do next with it, for whoever looks at it; for titles, who has to be there. */
export function NextStep({ its, first }: { its: BorrowingView; first: PageAct | undefined }) {
  const { t } = useTranslation('borrowing');
  const key = nextStep(its, first);
  return key && t(its.lines.some(({ kind }) => kind === 'title') ? `next--${key}Titles` : `next--${key}`);
}
function nextStep({ state }: BorrowingView, first: PageAct | undefined) {
  if (first === 'lend' || first === 'giveBack') return first;
  return state === 'approved' ? 'fetch' : undefined;
}

const MARKS = { b: <b />, late: <b className="late" /> };

/** How far the slip is, in a sentence: for whom it waits, with whom things are since when, and by when they come back. */
export function BorrowingLead({ its }: { its: BorrowingView }) {
  const { t } = useTranslation('borrowing');
  const { state, borrower, dueOn, lentOn = '', decidedOn = '', decider = '', out, things, overdueDays } = its;
  const names = its.approvers.join(t('label--comma'));
  switch (state) {
    case 'draft':
      return t('lead--draft');
    case 'submitted':
      return names === '' ? (
        <span className="late">{t('lead--noApprover')}</span>
      ) : (
        <Trans t={t} i18nKey="lead--submitted" count={its.waitsDays} values={{ names }} components={MARKS} />
      );
    case 'approved':
      return its.direct
        ? t('lead--approvedDirect', { borrower })
        : t('lead--approved', { by: decider, day: decidedOn });
    case 'rejected':
      return (
        <Trans
          t={t}
          i18nKey="lead--rejected"
          values={{ by: decider, day: decidedOn, opinion: its.opinion }}
          components={MARKS}
        />
      );
    case 'cancelled':
      return t('lead--cancelled', { day: its.closedOn ?? '', reason: its.closingReason });
    case 'closed':
      return t('lead--closed', { day: its.closedOn ?? '' });
    default:
      return overdueDays > 0 ? (
        <Trans
          t={t}
          i18nKey="lead--overdue"
          count={overdueDays}
          values={{ out, things, borrower, lentOn, dueOn }}
          components={MARKS}
        />
      ) : (
        <Trans t={t} i18nKey="lead--lent" values={{ out, things, borrower, lentOn, dueOn }} components={MARKS} />
      );
  }
}
