import './borrowing.css';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { BorrowingLine, BorrowingView } from '../../../shared/api/borrowing-slip.contract';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { useBorrowingArea } from '../../ui/areas';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { Cancel } from './acts/Cancel';
import { Decide } from './acts/Decide';
import { DecideRenewal } from './acts/DecideRenewal';
import { GiveBack } from './acts/GiveBack';
import { Lend } from './acts/Lend';
import { Renew } from './acts/Renew';
import { Settle } from './acts/Settle';
import { BorrowingBar } from './BorrowingBar';
import { BorrowingLead, NextStep } from './BorrowingLead';
import { BorrowingLines } from './BorrowingLines';
import { BorrowingSide } from './BorrowingSide';
import { useBorrowing } from './borrowing.queries';
import { firstAct, type PageAct } from './page-acts';

export function BorrowingPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useBorrowing(id);
  if (error)
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  return data ? <Slip key={id} its={data} /> : null;
}

/** One slip: what is on it, how far it is, and what can be done with it now. */
function Slip({ its }: { its: BorrowingView }) {
  const { t } = useTranslation('borrowing');
  const navigate = useNavigate();
  const area = useBorrowingArea();
  const may = useMay();
  const [asked, setAsked] = useState<PageAct>();
  const [settled, setSettled] = useState<BorrowingLine>();
  const first = firstAct(its);
  const act = (one: PageAct) => (one === 'submit' ? void navigate(`/borrowing/new?draft=${its.id}`) : setAsked(one));
  const preview = (form: 'borrowing-slip' | 'out-card') =>
    may('print.form') && void navigate(`/print/${form}/${its.id}`);
  useKeys({
    'ctrl+enter': () => first && act(first),
    'ctrl+p': () => void preview('borrowing-slip'),
    'ctrl+shift+p': () => its.out > 0 && void preview('out-card'),
    'ctrl+n': () => void navigate(`/borrowing/new?repeat=${its.id}`),
    'alt+a': () => its.state !== 'draft' && void navigate(`/attachments/borrowing/${its.id}`),
    escape: () => navigate(-1),
  });
  const close = () => setAsked(undefined);
  return (
    <div className="page">
      <PageHead title={t('title--slip', { no: its.no ?? t('label--noNumber') })} aside={its.borrower} area={area}>
        <BorrowingLead its={its} /> <NextStep its={its} first={first} />
      </PageHead>
      <div className="split borrowing-split">
        <div className="borrowing-main">
          <BorrowingBar its={its} first={first} onAct={act} onPreview={(form) => void preview(form)} />
          <div className="page-scroll">
            <BorrowingLines its={its} {...(its.settles && { onSettle: setSettled })} />
          </div>
        </div>
        <BorrowingSide its={its} />
      </div>
      {(asked === 'approve' || asked === 'reject') && (
        <Decide its={its} approves={asked === 'approve'} onClose={close} />
      )}
      {asked === 'lend' && <Lend its={its} onClose={close} />}
      {asked === 'giveBack' && <GiveBack its={its} onClose={close} />}
      {asked === 'renew' && <Renew its={its} onClose={close} />}
      {asked === 'decideRenewal' && <DecideRenewal its={its} onClose={close} />}
      {asked === 'cancel' && <Cancel its={its} onClose={close} />}
      {settled && <Settle its={its} line={settled} onClose={() => setSettled(undefined)} />}
    </div>
  );
}
