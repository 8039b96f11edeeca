import './backup.css';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { BackupPlace, BackupRow, MediumRow } from '../../../shared/api/backup.contract';
import { useErrorText } from '../../api/use-error-text';
import { useBackupArea } from '../../ui/areas';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { Refusal } from '../../ui/Refusal';
import { useKeys } from '../../ui/use-keys';
import { useMoment } from '../../ui/use-moment';
import { writeBytes } from '../../ui/write-bytes';
import { BackupProgress } from './BackupProgress';
import { BackupRegister } from './BackupRegister';
import { BagTable } from './BagTable';
import {
  useBackupProgress,
  useBackups,
  useBags,
  useEncryption,
  useMakeBackup,
  useMedia,
  usePlaces,
} from './backup.queries';
import { Encryption } from './Encryption';
import { MediaTable } from './MediaTable';

/** Answers: is everything safe outside this computer, and since when? */
export function BackupPage() {
  const { t } = useTranslation('backup');
  const moment = useMoment();
  const { data: places = [] } = usePlaces();
  const { data: backups } = useBackups();
  const [chosen, setChosen] = useState<string>();
  const place = places.find(({ path }) => path === chosen) ?? firstChosen(places);
  const last = backups?.rows[0];
  return (
    <div className="page">
      <PageHead title={t('title--backup')} area={useBackupArea()}>
        {last ? (
          <Trans
            t={t}
            i18nKey="lead--last"
            values={{ when: moment(last.madeAt), seq: last.seq, place: last.place, count: backups.total }}
            components={{ b: <b /> }}
          />
        ) : (
          t('lead--none')
        )}
      </PageHead>
      <div className="page-scroll backup-page">
        <MakeBackup places={places} place={place} onChoose={setChosen} />
        {place && <BagTable place={place.path} />}
        <MediaTable places={places} />
        <Encryption />
        {backups && backups.total > 0 && <BackupRegister {...backups} />}
      </div>
    </div>
  );
}

/** A stick that takes a backup before one that does not, and any stick before a folder. */
function firstChosen(places: readonly BackupPlace[]): BackupPlace | undefined {
  const sticks = places.filter(({ removable }) => removable);
  return sticks.find(({ hindrance }) => !hindrance) ?? sticks[0] ?? places[0];
}

interface MakeBackupProps {
  places: readonly BackupPlace[];
  place: BackupPlace | undefined;
  onChoose: (path: string) => void;
}

/** The large button, where it goes, and how it went. */
function MakeBackup({ places, place, onChoose }: MakeBackupProps) {
  const { t } = useTranslation('backup');
  const errorText = useErrorText();
  const make = useMakeBackup();
  const { data: progress } = useBackupProgress();
  const { data: encryption } = useEncryption();
  const ownDisk = make.error?.reason === 'stickIsOwnDisk' ? String(make.error.details.path) : undefined;
  const givenUp = make.error?.reason === 'jobCancelled';
  const busy = make.isPending || Boolean(progress);
  const choose = (path: string) => {
    // What was refused was another place.
    if (!busy) make.reset();
    onChoose(path);
  };
  const into = (path: string, onOwnDisk = false) => {
    if (busy) return;
    make.mutate({ place: path, onOwnDisk }, { onSuccess: ({ made }) => made && onChoose(made.place) });
  };
  useKeys({ 'ctrl+enter': () => (place ? into(place.path) : into('')), 'ctrl+n': () => into('') });
  return (
    <section className="backup-make">
      <PlaceChoice places={places} place={place} onChoose={choose} />
      <div className="backup-acts">
        {place && (
          <Button
            type="primary"
            size="large"
            autoFocus={!encryption?.printing}
            loading={busy}
            onClick={() => into(place.path)}
          >
            {place.removable ? t('action--toStick') : t('action--toFolder')} <Kbd>Ctrl Enter</Kbd>
          </Button>
        )}
        <Button type={place ? 'default' : 'primary'} size="large" disabled={busy} onClick={() => into('')}>
          {place ? t('action--otherFolder') : t('action--folder')} <Kbd>Ctrl N</Kbd>
        </Button>
      </div>
      <BackupProgress />
      {!busy && place?.removable && <Going place={place.path} />}
      {!busy && make.data?.made && (
        <Done made={make.data.made} cleared={make.data.cleared?.length ?? 0}>
          {places.some((its) => its.removable && its.path === make.data.made?.place) && t('text--eject')}
        </Done>
      )}
      {!busy && givenUp && <p role="status">{t('state--givenUp')}</p>}
      <Refusal>{ownDisk || givenUp ? undefined : errorText(make.error)}</Refusal>
      {ownDisk && (
        <ConfirmInWords
          open
          title={t('title--ownDisk')}
          act={t('action--ownDisk')}
          onAct={() => into(ownDisk, true)}
          onClose={make.reset}
        >
          <p>{t('text--ownDisk', { path: ownDisk })}</p>
        </ConfirmInWords>
      )}
    </section>
  );
}

/** By what name the register knows what is plugged in. */
function KnownMedium({ its }: { its: MediumRow | undefined }) {
  const { t } = useTranslation('backup');
  const moment = useMoment();
  if (!its) return null;
  const { name, lastBackupAt } = its;
  return (
    <span className="small quiet">{lastBackupAt ? t('state--known', { name, when: moment(lastBackupAt) }) : name}</span>
  );
}

function PlaceChoice({ places, place, onChoose }: MakeBackupProps) {
  const { t } = useTranslation('backup');
  const { data: media = [] } = useMedia();
  const known = (id: number | undefined) => media.find((its) => its.id === id);
  if (places.length === 0) return <p className="quiet">{t('hint--noStick')}</p>;
  return (
    <fieldset className="backup-places">
      <legend>{t('label--place')}</legend>
      {places.map((its) => (
        <label key={its.path} className={its.path === place?.path ? 'backup-place chosen' : 'backup-place'}>
          <input type="radio" name="place" checked={its.path === place?.path} onChange={() => onChoose(its.path)} />
          <span className="backup-path">{its.path}</span>
          <span className="small quiet">
            {its.removable ? t('label--stick') : t('label--folder')} ·{' '}
            {t('label--free', { free: writeBytes(its.freeBytes), total: writeBytes(its.totalBytes) })}
          </span>
          <KnownMedium its={known(its.mediumId)} />
          {its.hindrance && (
            <span className="small late">
              {its.hindrance === 'tooSmall'
                ? t('state--tooSmall', { needed: writeBytes(its.neededBytes) })
                : t('state--notWritable')}
            </span>
          )}
          {its.twin !== undefined && <span className="small amber">{t('state--twin', { other: its.twin })}</span>}
          {its.ownDisk && <span className="small amber">{t('state--ownDisk')}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** What goes with the next backup is said before. */
function Going({ place }: { place: string }) {
  const { t } = useTranslation('backup');
  const { data: bags = [] } = useBags(place);
  const count = bags.filter(({ goesNext }) => goesNext).length;
  return count > 0 ? <p className="small quiet">{t('hint--goes', { count })}</p> : null;
}

/** `children`: that the stick may be taken out, when it is one. */
function Done({ made, cleared, children }: { made: BackupRow; cleared: number; children: ReactNode }) {
  const { t } = useTranslation('backup');
  return (
    <div className="backup-done" role="status">
      <p>
        <b>{t('state--done')}</b> {t('text--done', { files: made.files, bytes: writeBytes(made.bytes), seq: made.seq })}{' '}
        {children}
        {cleared > 0 && ` ${t('text--cleared', { count: cleared })}`}
      </p>
      {made.alteredFiles > 0 && <p className="late">{t('text--altered', { count: made.alteredFiles })}</p>}
      {!made.journalWhole && <p className="late">{t('text--journalBroken')}</p>}
    </div>
  );
}
