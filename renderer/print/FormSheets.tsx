import { type FormData, isLandscape } from '../../shared/api/print.contract';
import { AttachmentSheets } from './AttachmentSheets';
import { BackupKeySheets } from './BackupKeySheets';
import { BorrowingSlip } from './BorrowingSlip';
import { BorrowingStatisticsSheets } from './BorrowingStatisticsSheets';
import { BoxLabels } from './BoxLabels';
import { ClientList } from './ClientList';
import { ComplaintSheets } from './ComplaintSheets';
import { ComplaintStatisticsSheets } from './ComplaintStatisticsSheets';
import { ContactLetters } from './ContactLetters';
import { CountingSheet } from './CountingSheet';
import { DisposalList } from './DisposalList';
import { DossierCover } from './DossierCover';
import { DossierLabels } from './DossierLabels';
import { DueList } from './DueList';
import { HandoverList } from './HandoverList';
import { HandoverRegister } from './HandoverRegister';
import { LateStatistics } from './LateStatistics';
import { LedgerList } from './LedgerList';
import { NoteSheet } from './NoteSheet';
import { NumberRegister } from './NumberRegister';
import { OfficeList } from './OfficeList';
import { OutCards } from './OutCards';
import { PenaltyNotice } from './PenaltyNotice';
import { PlaceList } from './PlaceList';
import { ProjectList } from './ProjectList';
import { RecallNotices } from './RecallNotices';
import { RehearsalSheet } from './RehearsalSheet';
import { SafeClosing } from './SafeClosing';
import { SafeKeys } from './SafeKeys';
import { SafeOpenings } from './SafeOpenings';
import { SpineLabels } from './SpineLabels';
import { StaffHandoverList } from './StaffHandoverList';
import { StocktakeSheets } from './StocktakeSheets';
import { SupplementList } from './SupplementList';
import { TitleHandoverList } from './TitleHandoverList';
import { TitleList } from './TitleList';
import { TitleRegisterSheets } from './TitleRegisterSheets';
import { TitleRelease } from './TitleRelease';
import { TitleSlipSheets } from './TitleSlipSheets';
import { VolumeList } from './VolumeList';
import './print.css';

interface FormSheetsProps {
  data: FormData;
  onLaidOut?: (() => void) | undefined;
  /** A form whose contents are no rows but files may turn out not to be readable. */
  onFailed?: ((failure: unknown) => void) | undefined;
}

/** The sheets of a form, on paper as in the preview. `onLaidOut` is called when they stand as they will be printed. */
export function FormSheets({ data, onLaidOut, onFailed }: FormSheetsProps) {
  return (
    <div className={isLandscape(data.form) ? 'paper-form lying' : 'paper-form'} lang="zh-CN">
      <Template data={data} onLaidOut={onLaidOut} onFailed={onFailed} />
    </div>
  );
}

function Template({ data, onLaidOut, onFailed }: FormSheetsProps) {
  switch (data.form) {
    case 'volume-list':
      return <VolumeList frame={data.frame} dossier={data.dossier} onLaidOut={onLaidOut} />;
    case 'dossier-cover':
      return <DossierCover frame={data.frame} dossier={data.dossier} onLaidOut={onLaidOut} />;
    case 'attachment':
      return (
        <AttachmentSheets frame={data.frame} attachment={data.attachment} onLaidOut={onLaidOut} onFailed={onFailed} />
      );
    case 'handover-list':
      return <HandoverList frame={data.frame} handover={data.handover} onLaidOut={onLaidOut} />;
    case 'title-handover':
      return <TitleHandoverList frame={data.frame} handover={data.titleHandover} onLaidOut={onLaidOut} />;
    case 'appraisal-list':
    case 'destruction-list':
    case 'transfer-list':
      return <DisposalList data={data} onLaidOut={onLaidOut} />;
    case 'title-in':
    case 'title-out':
    case 'title-lending':
      return <TitleSlipSheets data={data} form={data.form} onLaidOut={onLaidOut} />;
    case 'title-release':
      return <TitleRelease data={data} onLaidOut={onLaidOut} />;
    case 'title-list':
      return <TitleList data={data} onLaidOut={onLaidOut} />;
    case 'title-register':
      return <TitleRegisterSheets data={data} onLaidOut={onLaidOut} />;
    case 'supplement-list':
      return <SupplementList frame={data.frame} list={data.supplement} onLaidOut={onLaidOut} />;
    case 'late-statistics':
      return <LateStatistics frame={data.frame} year={data.year} rows={data.rows} onLaidOut={onLaidOut} />;
    case 'staff-handover':
      return <StaffHandoverList frame={data.frame} handover={data.staffHandover} onLaidOut={onLaidOut} />;
    case 'safe-keys':
      return <SafeKeys data={data} onLaidOut={onLaidOut} />;
    case 'safe-openings':
      return <SafeOpenings data={data} onLaidOut={onLaidOut} />;
    case 'stocktake':
      return <StocktakeSheets frame={data.frame} its={data.stocktake} onLaidOut={onLaidOut} />;
    case 'counting-sheet':
      return <CountingSheet frame={data.frame} its={data.stocktake} onLaidOut={onLaidOut} />;
    case 'borrowing-slip':
      return <BorrowingSlip frame={data.frame} its={data.borrowing} onLaidOut={onLaidOut} />;
    case 'backup-key':
      return <BackupKeySheets data={data} onLaidOut={onLaidOut} />;
    case 'rehearsal':
      return <RehearsalSheet frame={data.frame} its={data.rehearsal} onLaidOut={onLaidOut} />;
    case 'complaint-register':
    case 'complaint-handling':
    case 'complaint-reply':
    case 'complaint-feedback':
      return <ComplaintSheets form={data.form} frame={data.frame} its={data.complaint} onLaidOut={onLaidOut} />;
    case 'penalty-notice':
      return <PenaltyNotice frame={data.frame} its={data.penalty} onLaidOut={onLaidOut} />;
    case 'complaint-statistics':
      return <ComplaintStatisticsSheets frame={data.frame} statistics={data.complaints} onLaidOut={onLaidOut} />;
    case 'out-card':
      return <OutCards frame={data.frame} its={data.borrowing} onLaidOut={onLaidOut} />;
    case 'recall-notice':
      return <RecallNotices frame={data.frame} notes={data.notes} onLaidOut={onLaidOut} />;
    case 'borrowing-statistics':
      return <BorrowingStatisticsSheets frame={data.frame} statistics={data.statistics} onLaidOut={onLaidOut} />;
    case 'safe-closing':
      return <SafeClosing frame={data.frame} closing={data.closing} onLaidOut={onLaidOut} />;
    case 'contact-letter':
      return <ContactLetters frame={data.frame} letters={data.letters} onLaidOut={onLaidOut} />;
    case 'ledger':
      return <LedgerList data={data} onLaidOut={onLaidOut} />;
    case 'handover-register':
      return <HandoverRegister data={data} onLaidOut={onLaidOut} />;
    case 'client-list':
      return <ClientList data={data} onLaidOut={onLaidOut} />;
    case 'project-list':
      return <ProjectList data={data} onLaidOut={onLaidOut} />;
    case 'office-list':
      return <OfficeList data={data} onLaidOut={onLaidOut} />;
    case 'number-register':
      return <NumberRegister data={data} onLaidOut={onLaidOut} />;
    case 'place-list':
      return <PlaceList data={data} onLaidOut={onLaidOut} />;
    case 'due-list':
      return <DueList data={data} onLaidOut={onLaidOut} />;
    case 'note-sheet':
      return <NoteSheet data={data} onLaidOut={onLaidOut} />;
    case 'spine-label':
      return <SpineLabels data={data} onLaidOut={onLaidOut} />;
    case 'dossier-labels':
      return <DossierLabels data={data} onLaidOut={onLaidOut} />;
    case 'box-labels':
      return <BoxLabels data={data} onLaidOut={onLaidOut} />;
  }
}
