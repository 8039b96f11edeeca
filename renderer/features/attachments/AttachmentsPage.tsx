import '../../ui/attachments/attachments.css';
import './attachments.css';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { AttachmentList, AttachmentSubject } from '../../../shared/api/attachment.contract';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { AddingOutcome } from '../../ui/attachments/AddingOutcome';
import { useAdding } from '../../ui/attachments/use-adding';
import { useFileDrop } from '../../ui/attachments/use-file-drop';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { AddingBar, SubjectChoice } from './AddingBar';
import { AssignAttachment } from './AssignAttachment';
import { AttachmentIndex } from './AttachmentIndex';
import {
  useComplaint,
  useDossier,
  useEvidence,
  useList,
  useListOfSlip,
  useListOfTitle,
  useSlip,
  useTitle,
} from './attachments.queries';
import { DestroyedNote } from './DestroyedNote';
import { RemoveAttachment } from './RemoveAttachment';
import { subjectKey } from './use-subjects';
import { Viewer } from './Viewer';

/** All scans of a dossier and its papers: `/attachments/:dossierId?item=7&at=12`. */
export function AttachmentsPage() {
  const id = Number(useParams().dossierId);
  const [params] = useSearchParams();
  const item = Number(params.get('item')) || undefined;
  const { data: dossier, error } = useDossier(id);
  const list = useList(id);
  const failure = error ?? list.error;
  if (failure) return <Failed failure={failure} />;
  if (!dossier || !list.data) return null;
  const aside = [dossier.archiveNo, dossier.title].filter(Boolean).join(' · ');
  const subject: AttachmentSubject = item ? { kind: 'dossierItem', id: item } : { kind: 'dossier', id };
  return <Attachments key={id} aside={aside} list={list.data} first={subject} dossier={dossier} />;
}

/** All scans of a title document: `/attachments/title/:titleId?at=12`. */
export function TitleAttachmentsPage() {
  const id = Number(useParams().titleId);
  const { data: title, error } = useTitle(id);
  const list = useListOfTitle(id);
  const failure = error ?? list.error;
  if (failure) return <Failed failure={failure} />;
  if (!title || !list.data) return null;
  const aside = `${title.certificateNo} · ${title.name}`;
  return <Attachments key={id} aside={aside} list={list.data} first={{ kind: 'title', id }} />;
}

/** All photos of a borrowing slip: `/attachments/borrowing/:borrowingId?at=12`. */
export function SlipPhotosPage() {
  const id = Number(useParams().borrowingId);
  const { data: slip, error } = useSlip(id);
  const list = useListOfSlip(id);
  const failure = error ?? list.error;
  if (failure) return <Failed failure={failure} />;
  if (!slip || !list.data) return null;
  return (
    <Attachments key={id} aside={`${slip.no} · ${slip.borrower}`} list={list.data} first={{ kind: 'borrowing', id }} />
  );
}

/** The evidence of a complaint: `/attachments/complaint/:complaintId?at=12`. */
export function EvidencePage() {
  const id = Number(useParams().complaintId);
  const { data: its, error } = useComplaint(id);
  const list = useEvidence(id);
  const failure = error ?? list.error;
  if (failure) return <Failed failure={failure} />;
  if (!its || !list.data) return null;
  const aside = [its.no, its.client ?? its.complainant].filter(Boolean).join(' · ');
  return <Attachments key={id} aside={aside} list={list.data} first={{ kind: 'complaint', id }} />;
}

function Failed({ failure }: { failure: unknown }) {
  const errorText = useErrorText();
  return (
    <div className="page">
      <Alert type="error" title={errorText(failure)} />
    </div>
  );
}

/** Which scan is looked at: the one that was asked for, else the first of the paper that was asked for, else the first. */
function useShown({ rows }: AttachmentList, first: AttachmentSubject) {
  const [params] = useSearchParams();
  const ofFirst = rows.find(({ subject }) => subjectKey(subject) === subjectKey(first));
  const [wanted, show] = useState<number | undefined>(Number(params.get('at')) || ofFirst?.id);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === wanted),
  );
  const turn = (by: 1 | -1) => show(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.id);
  return { at, row: rows[at], show, turn };
}

interface AttachmentsProps {
  aside: string;
  list: AttachmentList;
  /** What was asked for: new scans are added to it until another paper is chosen. */
  first: AttachmentSubject;
  /** Where they are of a dossier, with the papers among which a scan can be moved. */
  dossier?: DossierView;
}

function Attachments({ aside, list, first, dossier }: AttachmentsProps) {
  const { t } = useTranslation('attachments');
  const navigate = useNavigate();
  const may = useMay();
  const { at, row, show, turn } = useShown(list, first);
  const [subject, setSubject] = useState(first);
  const [asked, setAsked] = useState<'remove' | 'assign'>();
  const work = useAdding(subject);
  const isOpen = list.closedBecause === undefined;
  const addable = may('attachment.add') && isOpen;
  // Evidence that is seen with the dossier of its case is the case's: here it is only looked at.
  const isOwn = row !== undefined && (row.subject.kind !== 'complaint' || first.kind === 'complaint');
  const removable = may('attachment.remove') && isOpen && isOwn;
  const { isOver, onPaste, place } = useFileDrop((files) => void (addable && work.send(files)));
  usePaste(onPaste);
  useKeys({
    escape: () => navigate(-1),
    arrowright: () => turn(1),
    arrowleft: () => turn(-1),
    'ctrl+n': () => addable && work.choose(),
    delete: () => removable && row && setAsked('remove'),
    'ctrl+p': () => row && may('print.form') && navigate(`/print/attachment/${row.id}`),
  });
  const close = () => setAsked(undefined);
  return (
    <div className={isOver && addable ? 'page attachments attachment-over' : 'page attachments'} {...place}>
      <PageHead title={t('title--attachmentsOf')} aside={aside}>
        <Lead list={list} />
      </PageHead>
      <AddingBar list={list} work={work} addable={addable}>
        {dossier && <SubjectChoice dossier={dossier} subject={subject} onSubject={setSubject} />}
      </AddingBar>
      <AddingOutcome work={work} />
      {row && dossier?.state === 'destroyed' && <DestroyedNote dossierId={dossier.id} />}
      {row ? (
        <div className="attachments-split">
          <AttachmentIndex list={list} chosen={row.id} onChoose={show} />
          <Viewer
            key={row.id}
            row={row}
            position={t('label--position', { at: at + 1, all: list.rows.length })}
            turnable={addable && isOwn}
            onAssign={dossier && addable && isOwn ? () => setAsked('assign') : undefined}
            onRemove={removable ? () => setAsked('remove') : undefined}
            onPrint={may('print.form') ? () => navigate(`/print/attachment/${row.id}`) : undefined}
          />
        </div>
      ) : (
        <EmptyState title={t(noneTitle(list, first))} hint={noneHint(list, addable, first, t)} />
      )}
      {row && asked === 'remove' && <RemoveAttachment row={row} onClose={close} />}
      {row && dossier && asked === 'assign' && <AssignAttachment row={row} dossier={dossier} onClose={close} />}
    </div>
  );
}

type Say = ReturnType<typeof useTranslation<'attachments'>>['t'];
const OF_DOSSIER = { title: 'title--none', hint: 'hint--noneToSee' } as const;
const NONE = {
  dossier: OF_DOSSIER,
  dossierItem: OF_DOSSIER,
  title: { title: 'title--noneOfTitle', hint: 'hint--noneOfTitleToSee' },
  borrowing: { title: 'title--noneOfSlip', hint: 'hint--noneOfSlipToSee' },
  complaint: { title: 'title--noneOfComplaint', hint: 'hint--noneOfComplaintToSee' },
} as const;
const noneTitle = ({ closedBecause }: AttachmentList, { kind }: AttachmentSubject) => {
  if (closedBecause === 'scansOfDestroyed') return 'title--closed';
  return NONE[kind].title;
};
const noneHint = (
  { closedBecause }: AttachmentList,
  addable: boolean,
  { kind }: AttachmentSubject,
  t: Say,
): string | undefined => {
  if (closedBecause === 'scansOfDestroyed') return undefined;
  if (addable) return t('hint--none');
  return t(NONE[kind].hint);
};

/** Wherever the keys are on the page: nothing else on it takes a picture. */
function usePaste(onPaste: (event: ClipboardEvent) => void) {
  useEffect(() => {
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });
}

function Lead({ list: { rows, removed } }: { list: AttachmentList }) {
  const { t } = useTranslation('attachments');
  const gone = rows.filter(({ itemGone }) => itemGone).length;
  const names = removed.map(({ name, removedBy, reason }) => t('label--removed', { name, by: removedBy, reason }));
  return (
    <>
      <Trans t={t} i18nKey="lead--count" count={rows.length} components={{ b: <b /> }} />
      {gone > 0 && t('lead--gone', { count: gone })}
      {removed.length > 0 && <span title={names.join('\n')}>{t('lead--removed', { count: removed.length })}</span>}
    </>
  );
}
