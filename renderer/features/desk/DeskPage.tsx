import { Button } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ComplaintRow } from '../../../shared/api/complaint.contract';
import type { Duty } from '../../../shared/api/desk.contract';
import { useMay } from '../../app/use-may';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { ComplaintPapers } from './ComplaintPapers';
import { DutyTable } from './DutyTable';
import { useDesk, useStaff } from './desk.queries';
import { OpenSafes } from './OpenSafes';
import { SignatureTable } from './SignatureTable';
import { TitleDuties } from './TitleDuties';
import { WaitingBorrowings } from './WaitingBorrowings';
import { WaitingComplaints } from './WaitingComplaints';
import { WaitingLists } from './WaitingLists';
import { WaitingStocktakes } from './WaitingStocktakes';

/** Answers: what is due today and what is late, for the person who is signed in? */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const { data: desk } = useDesk();
  if (!desk) return null;
  const { mine, signatures, lists, titles, titlesTotal, titlesLate, others } = desk;
  const { openSafes, stocktakes, borrowings, complaints, complaintPapers } = desk;
  const waiting = [signatures, lists, openSafes, stocktakes, borrowings, complaints, complaintPapers].reduce(
    (sum, { length }) => sum + length,
    titlesTotal,
  );
  return (
    <div className="page">
      <PageHead title={t('title--desk')}>
        <Lead mine={mine} waiting={waiting} late={titlesLate + complaints.filter(isLate).length} />
        <LateWithOthers count={desk.othersLate} />
      </PageHead>
      <div className="page-scroll">
        {openSafes.length > 0 && <OpenSafes safes={openSafes} />}
        {signatures.length > 0 && <SignatureTable signatures={signatures} />}
        {mine.length > 0 && <DutyTable duties={mine} title={t('title--mine')} />}
        {borrowings.length > 0 && <WaitingBorrowings borrowings={borrowings} />}
        {complaints.length > 0 && <WaitingComplaints complaints={complaints} />}
        {complaintPapers.length > 0 && <ComplaintPapers papers={complaintPapers} />}
        {stocktakes.length > 0 && <WaitingStocktakes stocktakes={stocktakes} />}
        {lists.length > 0 && <WaitingLists lists={lists} />}
        {titlesTotal > 0 && <TitleDuties titles={titles} total={titlesTotal} />}
        {mine.length + waiting + others.length === 0 && <NothingToDo />}
        {others.length > 0 && <DutyTable duties={others} title={t('title--others')} withPerson />}
        {desk.othersTotal > others.length && (
          <p className="quiet">{t('hint--moreOthers', { shown: others.length, total: desk.othersTotal })}</p>
        )}
      </div>
    </div>
  );
}

const isLate = ({ deadline }: ComplaintRow) => deadline?.late === true;

function Lead({ mine, waiting, late: others }: { mine: Duty[]; waiting: number; late: number }) {
  const { t } = useTranslation('desk');
  const late = mine.filter(({ lateDays }) => lateDays > 0).length + others;
  const count = mine.length + waiting;
  if (count === 0) return t('lead--nothing');
  return (
    <Trans
      t={t}
      i18nKey={late > 0 ? 'lead--mineLate' : 'lead--mine'}
      count={count}
      values={{ late }}
      components={{ b: <b />, late: <b className="late" /> }}
    />
  );
}

/** Whoever answers for others sees at once what is late with them. */
function LateWithOthers({ count }: { count: number }) {
  const { t } = useTranslation('desk');
  if (count === 0) return null;
  return <Trans t={t} i18nKey="lead--othersLate" count={count} components={{ late: <b className="late" /> }} />;
}

/** Says what comes first: colleagues in a new company, then projects. */
function NothingToDo() {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const may = useMay();
  const { data: staff } = useStaff();
  const isAlone = staff?.length === 1 && may('people.manage');
  if (isAlone) {
    const action = <Button onClick={() => navigate('/people')}>{t('action--toPeople')}</Button>;
    return <EmptyState title={t('title--alone')} hint={t('hint--alone')} action={action} />;
  }
  if (!may('ledger.read') && !may('people.manage'))
    return <EmptyState title={t('title--noRights')} hint={t('hint--noRights')} />;
  if (!may('project.register')) return <EmptyState title={t('title--empty')} hint={t('hint--emptyOther')} />;
  const action = <Button onClick={() => navigate('/clients')}>{t('action--toClients')}</Button>;
  return <EmptyState title={t('title--empty')} hint={t('hint--empty')} action={action} />;
}
