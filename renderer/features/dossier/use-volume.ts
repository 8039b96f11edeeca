import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { useSession } from '../../app/session.store';
import type { EntryWords } from './grid/cell-entry';
import { change, doAgain, forgetJoin, takeBack, takeIn, useVolumes, volumeKey, write } from './grid/volume.store';
import { type Rows, rowsOf } from './grid/volume-draft';

/** The in-volume list of a dossier as it stands on screen: with what is being worked on, or as the ledger has it. */
export function useVolume(view: DossierView) {
  const staffId = useSession(({ me }) => me?.staffId ?? 0);
  const key = volumeKey(staffId, view.id);
  const volume = useVolumes(({ volumes }) => volumes[key]);
  const busy = volume?.writing;
  useEffect(() => {
    if (view.compilable && !busy) takeIn(key, view);
  }, [key, view, busy]);
  // What a lock or a fault has stopped goes on here.
  useEffect(() => void write(key), [key]);
  const asWritten = useMemo(() => rowsOf(view.items).rows, [view.items]);
  return {
    volume: view.compilable ? volume : undefined,
    rows: view.compilable && volume ? volume.steps.now : asWritten,
    change: (rows: Rows) => change(key, rows),
    undo: () => takeBack(key),
    redo: () => doAgain(key),
    writeAgain: () => void write(key),
    forgetJoin: () => forgetJoin(key),
  };
}

/** The words that may be typed into the cells with a choice. */
export function useEntryWords(): EntryWords {
  const { t } = useTranslation('dossier');
  return useMemo(() => {
    const words = (text: string) => text.split(' ');
    return {
      original: words(t('words--original')),
      copy: words(t('words--copy')),
      signed: words(t('words--signed')),
      unsigned: words(t('words--unsigned')),
    };
  }, [t]);
}
