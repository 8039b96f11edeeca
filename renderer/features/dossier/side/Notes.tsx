import './notes.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierView } from '../../../../shared/api/dossier.contract';
import type { NoteRow } from '../../../../shared/api/note.contract';
import { useMay } from '../../../app/use-may';
import { Kbd } from '../../../ui/Kbd';
import { useKeys } from '../../../ui/use-keys';
import { useNotes } from '../dossier.queries';
import { StrikeNote } from './StrikeNote';
import { WriteNote } from './WriteNote';

/** What the list does not say of the volume: damaged, changed, added, moved out. Written down for good; a wrong note is struck. */
export function Notes({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const mayWrite = useMay()('dossier.note');
  const { data: notes = [] } = useNotes(dossier.id);
  const [asked, setAsked] = useState<'write' | NoteRow>();
  useKeys({ 'ctrl+b': () => mayWrite && setAsked('write') });
  const close = () => setAsked(undefined);
  return (
    <section>
      <h2>{t('title--notes')}</h2>
      {notes.length === 0 && <p className="quiet">{t('hint--noNotes')}</p>}
      <ul className="notes">
        {notes.map((note) => (
          <Note key={note.id} note={note} onStrike={mayWrite ? () => setAsked(note) : undefined} />
        ))}
      </ul>
      {mayWrite && (
        <Button size="small" onClick={() => setAsked('write')}>
          {t('action--writeNote')} <Kbd>Ctrl B</Kbd>
        </Button>
      )}
      {asked === 'write' && <WriteNote dossier={dossier} onClose={close} />}
      {typeof asked === 'object' && <StrikeNote note={asked} onClose={close} />}
    </section>
  );
}

function Note({ note, onStrike }: { note: NoteRow; onStrike: (() => void) | undefined }) {
  const { t } = useTranslation('dossier');
  const { kind, text, notedOn, by, volume, struck } = note;
  return (
    <li>
      <b>{t(`note--${kind}`)}</b> {struck ? <s>{text}</s> : text}
      <div className="quiet small">
        {notedOn} {by}
        {volume !== undefined && ` · ${t('label--ofVolume', { volume })}`}
        {struck && <div>{t('state--struck', { ...struck })}</div>}
      </div>
      {!struck && onStrike && (
        <Button type="link" size="small" aria-label={t('label--strikeOf', { text })} onClick={onStrike}>
          {t('action--strikeNote')}
        </Button>
      )}
    </li>
  );
}
