import './handover.css';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { HandoverView } from '../../../shared/api/handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { DisposalTrail } from '../../ui/DisposalTrail';
import { ExtensionSide } from '../../ui/extension/ExtensionSide';
import { HistoryList } from '../../ui/HistoryList';
import { PageHead } from '../../ui/PageHead';
import { SupplementSide } from '../../ui/supplement/SupplementSide';
import { useKeys } from '../../ui/use-keys';
import { AcceptAtArchive } from './AcceptAtArchive';
import { AcceptAtB } from './AcceptAtB';
import { CheckList } from './CheckList';
import { isDifferent, progressOf } from './check.rules';
import { HandoverBar } from './HandoverBar';
import { HandoverLead } from './HandoverLead';
import { useHandover } from './handover.queries';
import { SendBack } from './SendBack';
import { Signatures } from './Signatures';
import { useFindingsOf } from './use-findings';
import { Withdraw } from './Withdraw';

export function HandoverPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useHandover(id);
  if (error) {
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  }
  return data ? <Handover key={id} handover={data} /> : null;
}

/** One handover: what was given, what the receiver finds of it, and who has signed. */
function Handover({ handover }: { handover: HandoverView }) {
  const { t } = useTranslation('handover');
  const navigate = useNavigate();
  const work = useFindingsOf(handover);
  const progress = progressOf(work.items);
  const [asked, setAsked] = useState<'accept' | 'sendBack' | 'withdraw'>();
  const agrees = handover.checkable && progress.checked === progress.all && progress.differences === 0;
  const acceptable = agrees && work.written;
  const preview = () => navigate(`/print/handover-list/${handover.id}`);
  useKeys({
    // Right after the last line its finding may still be on its way: the dialog then opens when it is written.
    'ctrl+enter': () => agrees && setAsked('accept'),
    'ctrl+p': preview,
    escape: () => navigate(-1),
  });
  const marked = work.items.filter((its) => isDifferent(its) || its.remark !== '').map(({ item }) => item.title);
  const close = () => setAsked(undefined);
  return (
    <div className="page">
      <PageHead
        title={t('title--handover', { no: handover.no })}
        aside={[handover.dossier, handover.client].filter(Boolean).join(' · ')}
      >
        <HandoverLead handover={handover} progress={progress} />
      </PageHead>
      <div className="split handover-split">
        <div className="handover-main">
          <HandoverBar
            handover={handover}
            progress={progress}
            acceptable={acceptable}
            onAccept={() => setAsked('accept')}
            onSendBack={() => setAsked('sendBack')}
            onWithdraw={() => setAsked('withdraw')}
            onPreview={preview}
          />
          <CheckList handover={handover} work={work} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
          {handover.archiveNo && handover.kind === 'bToArchive' && (
            <p className="handover-seal">{handover.archiveNo}</p>
          )}
          <DisposalTrail dossierId={handover.dossierId} />
          <Signatures signatures={handover.signatures} byKeeper={handover.byKeeper} />
          <SupplementSide dossierId={handover.dossierId} marked={marked} />
          <ExtensionSide dossierId={handover.dossierId} />
          <section>
            <h2>{t('title--history')}</h2>
            <HistoryList table="handover" id={handover.id} limit={10} />
          </section>
        </aside>
      </div>
      {asked === 'sendBack' && handover.checkable && (
        <SendBack handover={handover} items={work.items} onClose={close} />
      )}
      {asked === 'withdraw' && handover.state === 'given' && <Withdraw handover={handover} onClose={close} />}
      {asked === 'accept' && handover.kind === 'aToB' && acceptable && (
        <AcceptAtB handover={handover} onClose={close} />
      )}
      {asked === 'accept' && handover.kind === 'bToArchive' && work.written && (
        <AcceptAtArchive handover={handover} onClose={close} />
      )}
    </div>
  );
}
