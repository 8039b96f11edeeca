import './dossier.css';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { DossierView } from '../../../shared/api/dossier.contract';
import type { HandoverRow } from '../../../shared/api/handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { AttachmentStrip } from '../../ui/attachments/AttachmentStrip';
import { RecordBorrowings } from '../../ui/borrowing/RecordBorrowings';
import { DisposalTrail } from '../../ui/DisposalTrail';
import { ExtensionSide } from '../../ui/extension/ExtensionSide';
import { HistoryList } from '../../ui/HistoryList';
import { PageHead } from '../../ui/PageHead';
import { DossierStaffHandovers } from '../../ui/StaffHandoverSide';
import { SupplementSide } from '../../ui/supplement/SupplementSide';
import { thenFocus } from '../../ui/then-focus';
import { ProjectTitles } from '../../ui/titles/ProjectTitles';
import { useKeys } from '../../ui/use-keys';
import { DossierBar } from './DossierBar';
import { DossierLead } from './DossierLead';
import { stageOf, useDossier, useHandoversOf } from './dossier.queries';
import { GiveDialog } from './GiveDialog';
import { goRound } from './go-round';
import { RetitleDialog } from './RetitleDialog';
import { Completeness } from './side/Completeness';
import { Missing } from './side/Missing';
import { Notes } from './side/Notes';
import { OfComplaint } from './side/OfComplaint';
import { Place } from './side/Place';
import { Progress } from './side/Progress';
import { useVolume } from './use-volume';
import { VolumeDesk } from './VolumeDesk';

export function DossierPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const dossier = useDossier(id);
  const handovers = useHandoversOf(id);
  if (dossier.error)
    return (
      <div className="page">
        <Alert type="error" title={errorText(dossier.error)} />
      </div>
    );
  if (!dossier.data || !handovers.data) return null;
  return <Dossier key={id} dossier={dossier.data} handovers={handovers.data} />;
}

interface DossierProps {
  dossier: DossierView;
  handovers: HandoverRow[];
}

/** One dossier: how far it is, its in-volume list, and what is still missing. */
function Dossier({ dossier, handovers }: DossierProps) {
  const { t } = useTranslation('dossier');
  const navigate = useNavigate();
  const work = useVolume(dossier);
  const stage = stageOf(dossier, handovers);
  const [asked, setAsked] = useState<'give' | 'retitle'>();
  const preview = (form: string) => navigate(`/print/${form}/${dossier.id}`);
  const underway = handovers.find(({ state }) => state === 'given');
  const giveable = stage === 'withA' || stage === 'withB';
  useKeys({
    'ctrl+enter': () => (underway ? navigate(`/handover/${underway.id}`) : giveable && setAsked('give')),
    'ctrl+p': () => preview('volume-list'),
    f6: goRound,
    escape: () => navigate(-1),
  });
  const close = () =>
    thenFocus(
      () => setAsked(undefined),
      () => document.querySelector<HTMLElement>('.volume-entry'),
    );
  const aside = [
    dossier.client,
    dossier.contractNo,
    dossier.disbursedOn && t('label--disbursed', { day: dossier.disbursedOn }),
    dossier.secrecy !== 'ordinary' && t('label--secrecyIs', { secrecy: t(`label--secrecy-${dossier.secrecy}`) }),
  ];
  return (
    <div className="page">
      <PageHead title={dossier.title} aside={aside.filter(Boolean).join(' · ')}>
        <DossierLead dossier={dossier} stage={stage} rows={work.rows} handovers={handovers} />
      </PageHead>
      <div className="split dossier-split">
        <div className="dossier-main">
          <DossierBar
            dossier={dossier}
            stage={stage}
            handovers={handovers}
            work={work}
            onGive={() => setAsked('give')}
            onPreview={preview}
            onRetitle={() => setAsked('retitle')}
          />
          <VolumeDesk dossier={dossier} work={work} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
          {stage === 'received' && <Place dossier={dossier} />}
          {stage === 'received' && (
            <RecordBorrowings kind="dossier" id={dossier.id} lendable={dossier.holder === 'archive'} />
          )}
          {dossier.complaint && <OfComplaint its={dossier.complaint} dossierId={dossier.id} />}
          <DisposalTrail dossierId={dossier.id} />
          <DossierStaffHandovers dossierId={dossier.id} />
          <Progress dossier={dossier} handovers={handovers} stage={stage} />
          <SupplementSide dossierId={dossier.id} />
          {dossier.projectId !== undefined && <ProjectTitles projectId={dossier.projectId} />}
          {stage !== 'received' && <ExtensionSide dossierId={dossier.id} />}
          <Completeness dossier={dossier} />
          <AttachmentStrip dossierId={dossier.id} />
          <Missing dossier={dossier} rows={work.rows} />
          <Notes dossier={dossier} />
          <section>
            <h2>{t('title--history')}</h2>
            <HistoryList table="dossier" id={dossier.id} limit={12} />
          </section>
        </aside>
      </div>
      {asked === 'give' && giveable && <GiveDialog dossier={dossier} stage={stage} work={work} onClose={close} />}
      {asked === 'retitle' && <RetitleDialog dossier={dossier} onClose={close} />}
    </div>
  );
}
