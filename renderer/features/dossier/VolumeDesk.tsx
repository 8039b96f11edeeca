import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { useErrorText } from '../../api/use-error-text';
import { useMoment } from '../../ui/use-moment';
import { goRound } from './go-round';
import { VolumeGrid, type VolumeGridHandle } from './grid/VolumeGrid';
import { isWritten, type Volume } from './grid/volume.store';
import { faultsOf, type Ids, isBlank, type Rows } from './grid/volume-draft';
import { PastePanel } from './paste/PastePanel';
import { usePaste } from './paste/use-paste';
import { UnwrittenPapers } from './UnwrittenPapers';
import { useClips, useOpenAttachments } from './use-clips';
import { useEntryWords, type useVolume } from './use-volume';

interface VolumeDeskProps {
  dossier: DossierView;
  work: ReturnType<typeof useVolume>;
}

/** The in-volume list with everything that is said about it: what is not written and why, and a block being pasted. */
export function VolumeDesk({ dossier, work }: VolumeDeskProps) {
  const { t } = useTranslation('dossier');
  const words = useEntryWords();
  const grid = useRef<VolumeGridHandle>(null);
  const { rows, volume } = work;
  useFoundItem(rows, volume?.ids, (key) => grid.current?.goTo(key, 'title'));
  const clips = useClips(dossier.id, volume?.ids);
  useOpenAttachments(dossier.id, volume?.ids, () => grid.current?.at());
  const paste = usePaste(dossier.id, rows, work.change, () => grid.current);

  return (
    <>
      <VolumeNotices dossier={dossier} work={work} onGoTo={(key, cell) => grid.current?.goTo(key, cell)} />
      <UnwrittenPapers dossier={dossier} work={work} />
      {paste.block && !paste.shown && <PasteWaits onGoOn={paste.goOn} />}
      <VolumeGrid
        ref={grid}
        label={t('title--volumeList')}
        rows={rows}
        editable={volume !== undefined}
        words={words}
        clips={clips}
        partName={(part) => t(`label--part-${part}`)}
        onChange={work.change}
        onUndo={work.undo}
        onRedo={work.redo}
        onBlock={paste.begin}
        onLeave={goRound}
      />
      <p className="volume-keys quiet">
        {t(volume ? 'hint--gridKeys' : 'hint--gridKeysReadOnly')}
        {volume && <span>{t(`state--${writtenState(volume)}`)}</span>}
      </p>
      {paste.block && paste.shown && (
        <PastePanel
          block={paste.block}
          present={rows.filter((row) => !isBlank(row)).length}
          untouched={volume?.revision === 0 && isWritten(volume)}
          onMend={paste.mend}
          onTake={paste.take}
          onDrop={paste.drop}
          onClose={paste.close}
        />
      )}
    </>
  );
}

/** A hit of the search is one item of the list: ?item=7 puts the cursor on it. */
function useFoundItem(rows: Rows, ids: Ids | undefined, goTo: (key: string) => void) {
  const [params, setParams] = useSearchParams();
  const id = Number(params.get('item'));
  const known = Object.entries(ids ?? {}).find(([, one]) => one === id)?.[0] ?? `item-${id}`;
  const found = rows.some(({ key }) => key === known) ? known : undefined;
  useEffect(() => {
    if (!found) return;
    goTo(found);
    setParams({}, { replace: true });
  });
}

function writtenState(volume: Volume): 'written' | 'restWritten' | 'notWritten' | 'writing' {
  if (isWritten(volume)) return faultsOf(volume.steps.now).length > 0 ? 'restWritten' : 'written';
  return volume.failure ? 'notWritten' : 'writing';
}

function PasteWaits({ onGoOn }: { onGoOn: () => void }) {
  const { t } = useTranslation('dossier');
  const button = (
    <Button size="small" onClick={onGoOn}>
      {t('action--goOnPasting')}
    </Button>
  );
  return <Alert type="warning" title={t('hint--pasteWaits')} action={button} />;
}

interface NoticesProps extends VolumeDeskProps {
  onGoTo: VolumeGridHandle['goTo'];
}

function VolumeNotices({ dossier, work, onGoTo }: NoticesProps) {
  const { t } = useTranslation(['dossier', 'errors']);
  const errorText = useErrorText();
  const moment = useMoment();
  const { volume } = work;
  if (!volume) {
    const because = dossier.notCompilableBecause;
    return because ? <p className="volume-closed quiet">{t(`errors:${because}` as 'errors:unknown')}</p> : null;
  }
  const [first, ...others] = faultsOf(volume.steps.now);
  const { joined, failure } = volume;
  return (
    <>
      {failure && (
        <Alert
          type="error"
          title={t('error--notWritten', { why: errorText(failure) })}
          action={
            <Button size="small" onClick={work.writeAgain}>
              {t('action--writeAgain')}
            </Button>
          }
        />
      )}
      {joined && (
        <Alert
          type="info"
          closable={{ onClose: work.forgetJoin }}
          title={t(joined.ownChanges ? 'hint--joined' : 'hint--changedByOther', {
            by: joined.by ?? t('label--somebody'),
            at: joined.at ? moment(joined.at) : '',
          })}
        />
      )}
      {first && (
        <p className="volume-faults late">
          {t('hint--faults', { count: others.length + 1 })}
          <Button type="link" size="small" onClick={() => onGoTo(first.key, first.cell)}>
            {t('action--goToFault')}
          </Button>
        </p>
      )}
    </>
  );
}
