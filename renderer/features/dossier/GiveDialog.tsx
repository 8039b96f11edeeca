import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { total } from '../../../shared/dossier/pagination';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { SignField } from '../../ui/SignField';
import type { Stage } from './dossier.queries';
import { useGive } from './dossier.queries';
import { isWritten } from './grid/volume.store';
import { faultsOf } from './grid/volume-draft';
import type { useVolume } from './use-volume';

interface GiveDialogProps {
  dossier: DossierView;
  stage: Extract<Stage, 'withA' | 'withB'>;
  work: ReturnType<typeof useVolume>;
  onClose: () => void;
}

const MOST_NAMED = 6;

/** The giver signs the list as it stands: after this it cannot be changed until it is accepted or comes back. */
export function GiveDialog({ dossier, stage, work, onClose }: GiveDialogProps) {
  const { t } = useTranslation('dossier');
  const errorText = useErrorText();
  const give = useGive();
  const [signature, setSignature] = useState('');
  const toB = stage === 'withA';
  const byKeeper = dossier.projectId === undefined;
  const giver = (toB ? dossier.aManager : (dossier.bManager ?? dossier.keeper)) ?? '';
  const pageless = dossier.items.filter(({ pages }) => pages === 0).length;
  const unwritten =
    work.volume !== undefined && (!isWritten(work.volume) || faultsOf(work.volume.steps.now).length > 0);
  const ready = !unwritten && pageless === 0 && signature !== '';
  const sign = () => {
    if (!ready || give.isPending) return;
    const kind = toB ? 'aToB' : 'bToArchive';
    give.mutate(
      { dossierId: dossier.id, kind, revision: dossier.revision, signature },
      { onSuccess: onClose, onError: () => setSignature('') },
    );
  };
  return (
    <ConfirmInWords
      open
      title={t(toB ? 'title--giveToB' : 'title--giveToArchive', { receiver: dossier.bManager ?? '' })}
      act={t('action--signAndGive')}
      busy={give.isPending}
      disabled={!ready}
      onAct={sign}
      onClose={onClose}
    >
      <GiveWords dossier={dossier} unwritten={unwritten} pageless={pageless} />
      <SignField
        signer={giver}
        role={t(byKeeper ? 'label--roleKeeper' : toB ? 'label--roleA' : 'label--roleB')}
        value={signature}
        onChange={setSignature}
        error={errorText(give.error)}
        onSign={sign}
        autoFocus
      />
    </ConfirmInWords>
  );
}

interface GiveWordsProps {
  dossier: DossierView;
  unwritten: boolean;
  pageless: number;
}

/** What will be signed, what it lacks, and what stands in the way. */
function GiveWords({ dossier, unwritten, pageless }: GiveWordsProps) {
  const { t } = useTranslation('dossier');
  const { items, pages, annexItems, annexPages } = total(dossier.items);
  const unsigned = dossier.items.filter((item) => item.pages > 0 && !item.signatureComplete);
  const named = (titles: string[]) => {
    const first = titles.slice(0, MOST_NAMED).join(t('label--comma'));
    return titles.length > MOST_NAMED ? t('label--andMore', { titles: first, count: titles.length }) : first;
  };
  return (
    <>
      <p className="give-what">
        {t('hint--giveWhat', { title: dossier.title, items, pages })}
        {annexItems > 0 && t('label--annexTotals', { items: annexItems, pages: annexPages })}
      </p>
      {dossier.missing.length > 0 && (
        <p className="late">{t('hint--giveMissing', { titles: named(dossier.missing) })}</p>
      )}
      {unsigned.length > 0 && (
        <p className="late">{t('hint--giveUnsigned', { titles: named(unsigned.map(({ title }) => title)) })}</p>
      )}
      {unwritten && <p className="late give-what">{t('hint--giveWaits')}</p>}
      {pageless > 0 && <p className="late give-what">{t('hint--givePageless', { count: pageless })}</p>}
      {!unwritten && pageless === 0 && <p className="quiet give-what">{t('hint--giveFreezes')}</p>}
    </>
  );
}
