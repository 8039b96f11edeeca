import { Button, type InputRef, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Place } from '../../../shared/api/dossier.contract';
import type { HandoverView } from '../../../shared/api/handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { PlaceFields } from '../../ui/PlaceFields';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useDialog } from '../../ui/use-keys';
import { useAcceptAtArchive } from './handover.queries';
import { lastPlace, rememberPlace } from './last-place';

interface AcceptAtArchiveProps {
  handover: HandoverView;
  onClose: () => void;
}

const SIGNERS = ['a', 'b', 'archivist'] as const;
type Signer = (typeof SIGNERS)[number];
const UNSIGNED: Readonly<Record<Signer, string>> = { a: '', b: '', archivist: '' };

/** A signs for the papers of a project only; elsewhere the keeper signs in place of B. */
const signersOf = ({ byKeeper }: HandoverView): readonly Signer[] => (byKeeper ? ['b', 'archivist'] : SIGNERS);

/** The archive takes the volume over: its place is written, A, B and the archivist sign, and it gets its number. */
export function AcceptAtArchive({ handover, onClose }: AcceptAtArchiveProps) {
  const accept = useAcceptAtArchive();
  if (accept.data) return <NumberGiven handover={handover} archiveNo={accept.data.archiveNo} onClose={onClose} />;
  return handover.checkable ? <ThreeSign handover={handover} accept={accept} onClose={onClose} /> : null;
}

function ThreeSign({
  handover,
  accept,
  onClose,
}: AcceptAtArchiveProps & { accept: ReturnType<typeof useAcceptAtArchive> }) {
  const { t } = useTranslation('handover');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const [place, setPlace] = useState<Place>(lastPlace);
  const [signatures, setSignatures] = useState(UNSIGNED);
  const signers = signersOf(handover);
  const names: Record<Signer, string> = { a: handover.aManager ?? '', b: handover.bManager, archivist: me?.name ?? '' };
  const wrong = SIGNERS.find((signer) => accept.error?.details.field === `signatures.${signer}`);
  const typed = signers.map((signer) => signatures[signer]);
  const whole = [...Object.values(place), ...typed].every((entry) => entry.trim() !== '');
  const wrongField = useFocusOn(accept.error);
  const act = () => {
    if (!whole || accept.isPending) return;
    accept.mutate(
      { id: handover.id, place, signatures: { ...signatures, a: handover.byKeeper ? undefined : signatures.a } },
      {
        onSuccess: () => rememberPlace(place),
        onError: (failure) => setSignatures((typed) => withoutWrong(typed, failure.details.field)),
      },
    );
  };
  return (
    <ConfirmInWords
      open
      title={t('title--acceptAtArchive')}
      act={t(handover.byKeeper ? 'action--bothSignAndReceive' : 'action--signAndReceive')}
      busy={accept.isPending}
      disabled={!whole}
      onAct={act}
      onClose={onClose}
    >
      <p>
        {t('hint--acceptWhat', { dossier: handover.dossier, items: handover.itemCount, pages: handover.pageCount })}
      </p>
      <PlaceFields value={place} onChange={setPlace} autoFocus />
      {signers.map((signer) => (
        <SignField
          key={signer}
          ref={wrong === signer ? wrongField : undefined}
          signer={names[signer]}
          role={t(handover.byKeeper && signer === 'b' ? 'label--role-keeper' : `label--role-${signer}`)}
          value={signatures[signer]}
          onChange={(typed) => setSignatures((all) => ({ ...all, [signer]: typed }))}
          error={wrong === signer ? errorText(accept.error) : undefined}
          onSign={act}
        />
      ))}
      {!wrong && <Refusal>{errorText(accept.error)}</Refusal>}
    </ConfirmInWords>
  );
}

/** The field whose signature was wrong gets the focus, each time it was. */
function useFocusOn(error: unknown) {
  const field = useRef<InputRef>(null);
  useEffect(() => {
    if (error) field.current?.focus();
  }, [error]);
  return field;
}

/** A wrong signature is typed again; the right ones stay until the dialog closes. */
const withoutWrong = (typed: typeof UNSIGNED, field: unknown): typeof UNSIGNED =>
  Object.fromEntries(
    SIGNERS.map((signer) => [signer, field === `signatures.${signer}` ? '' : typed[signer]]),
  ) as typeof UNSIGNED;

function NumberGiven({ handover, archiveNo, onClose }: AcceptAtArchiveProps & { archiveNo: string }) {
  const { t } = useTranslation('handover');
  const navigate = useNavigate();
  useDialog();
  const footer = (
    <>
      <Button onClick={onClose}>{t('action--stay')}</Button>
      <Button onClick={() => navigate(`/print/handover-list/${handover.id}`)}>{t('action--preview')}</Button>
      <Button type="primary" autoFocus onClick={() => navigate(`/dossier/${handover.dossierId}`)}>
        {t('action--openDossier')}
      </Button>
    </>
  );
  return (
    <Modal open centered closable={false} width={480} title={t('title--received')} footer={footer} onCancel={onClose}>
      <p className="number-given">
        <span>{archiveNo}</span>
      </p>
      <p className="quiet number-words">{t('hint--received', { dossier: handover.dossier })}</p>
    </Modal>
  );
}
