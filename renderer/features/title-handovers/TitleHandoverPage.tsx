import './title-handovers.css';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { TitleHandoverView } from '../../../shared/api/title-handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { HistoryList } from '../../ui/HistoryList';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { AcceptTitles } from './AcceptTitles';
import { CompareLines } from './CompareLines';
import { progressOf } from './compare';
import { ReasonDialog } from './ReasonDialog';
import { type Asked, TitleHandoverBar } from './TitleHandoverBar';
import { TitleHandoverLead } from './TitleHandoverLead';
import { TitleSignatures } from './TitleSignatures';
import { useTitleHandover } from './title-handovers.queries';
import { useCompare } from './use-compare';

export function TitleHandoverPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useTitleHandover(id);
  if (error)
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  return data ? <TitleHandover key={id} handover={data} /> : null;
}

/** One list: its certificates beside those in hand, what agrees and what does not, and who has signed. */
function TitleHandover({ handover }: { handover: TitleHandoverView }) {
  const { t } = useTranslation('titleHandovers');
  const navigate = useNavigate();
  const errorText = useErrorText();
  const may = useMay();
  const me = useSession((session) => session.me?.staffId);
  const work = useCompare(handover);
  const [asked, setAsked] = useState<Asked>();
  const isManager = me === handover.aId || me === handover.bId;
  const comparable = handover.state === 'given' && may('title.keep') && !isManager;
  const progress = progressOf(work.lines);
  const acceptable = comparable && progress.checked === progress.all && progress.differences === 0;
  const preview = () => may('print.form') && void navigate(`/print/title-handover/${handover.id}`);
  useKeys({
    // Right after the last line its finding may still be on its way: the dialog then opens when it is written.
    'ctrl+enter': () => acceptable && setAsked('accept'),
    'ctrl+p': preview,
    escape: () => void navigate(-1),
  });
  const close = () => setAsked(undefined);
  return (
    <div className="page">
      <PageHead title={t('title--handover', { no: handover.no })} aside={`${handover.project} · ${handover.client}`}>
        <TitleHandoverLead handover={handover} progress={progress} />
      </PageHead>
      <div className="split title-handover-split">
        <div className="title-handover-main">
          <TitleHandoverBar
            handover={handover}
            progress={progress}
            comparable={comparable}
            isManager={isManager}
            acceptable={acceptable}
            onAsk={setAsked}
            onPreview={preview}
          />
          <Refusal>{errorText(work.failure)}</Refusal>
          <div className="page-scroll">
            <CompareLines lines={work.lines} comparable={comparable} onFound={work.note} />
          </div>
          {comparable && <p className="quiet small">{t('hint--compareKeys')}</p>}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
          <p className="title-seal">{handover.number}</p>
          <TitleSignatures signatures={handover.signatures} />
          <section>
            <h2>{t('title--history')}</h2>
            <HistoryList table="title_handover" id={handover.id} limit={10} />
          </section>
        </aside>
      </div>
      {asked === 'accept' && acceptable && work.written && <AcceptTitles handover={handover} onClose={close} />}
      {asked !== undefined && asked !== 'accept' && handover.state === 'given' && (
        <ReasonDialog what={asked} handover={handover} lines={work.lines} onClose={close} />
      )}
    </div>
  );
}
