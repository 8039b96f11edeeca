import './disposal.css';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { DisposalLineView, DisposalView } from '../../../shared/api/disposal.contract';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { Approve } from './acts/Approve';
import { Destroy } from './acts/Destroy';
import { HandOut } from './acts/HandOut';
import { NameWitnesses } from './acts/NameWitnesses';
import { NewDestruction } from './acts/NewDestruction';
import { Refuse } from './acts/Refuse';
import { TakeBack } from './acts/TakeBack';
import { Withdraw } from './acts/Withdraw';
import { DisposalLead } from './DisposalLead';
import { DisposalLines } from './DisposalLines';
import { DisposalSide } from './DisposalSide';
import { useDisposal } from './disposal.queries';
import { RecordBar } from './RecordBar';
import { actsOf, type RecordAct } from './record-acts';

export function DisposalRecordPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useDisposal(id);
  if (error) {
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  }
  return data ? <Record key={id} its={data} /> : null;
}

/** One list of appraisal, destruction or transfer: what is on it, how far it is, and what can be done with it now. */
function Record({ its }: { its: DisposalView }) {
  const { t } = useTranslation('disposal');
  const navigate = useNavigate();
  const may = useMay();
  const [asked, setAsked] = useState<RecordAct>();
  const [back, setBack] = useState<DisposalLineView>();
  const acts = actsOf(its, may('disposal.prepare'));
  const preview = () => may('print.form') && void navigate(`/print/${its.kind}-list/${its.id}`);
  const first = acts.find((act) => act === 'approve' || act === 'destroy' || act === 'handOut' || act === 'list');
  useKeys({
    'ctrl+enter': () => first && setAsked(first),
    'ctrl+n': () => acts.includes('list') && setAsked('list'),
    'ctrl+p': () => void preview(),
    escape: () => navigate(-1),
  });
  const close = () => setAsked(undefined);
  return (
    <div className="page">
      <PageHead title={t(`title--${its.kind}`, { no: its.no })} aside={its.receiver || its.reason}>
        <DisposalLead its={its} />
      </PageHead>
      <div className="split disposal-split">
        <div className="disposal-main">
          <RecordBar its={its} acts={acts} first={first} onAct={setAsked} onPreview={() => void preview()} />
          <div className="page-scroll">
            <DisposalLines its={its} {...(acts.includes('takeBack') && { onTakeBack: setBack })} />
          </div>
        </div>
        <DisposalSide its={its} />
      </div>
      {asked === 'approve' && <Approve its={its} onClose={close} />}
      {asked === 'refuse' && <Refuse its={its} onClose={close} />}
      {asked === 'withdraw' && <Withdraw its={its} onClose={close} />}
      {asked === 'witnesses' && <NameWitnesses its={its} onClose={close} />}
      {asked === 'destroy' && <Destroy its={its} onClose={close} />}
      {asked === 'handOut' && <HandOut its={its} onClose={close} />}
      {asked === 'list' && (
        <NewDestruction its={its} onClose={close} onDone={(id) => void navigate(`/disposal/${id}`)} />
      )}
      {back && <TakeBack its={its} line={back} onClose={() => setBack(undefined)} />}
    </div>
  );
}
