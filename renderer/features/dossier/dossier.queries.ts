import type { DossierView } from '../../../shared/api/dossier.contract';
import type { HandoverRow } from '../../../shared/api/handover.contract';
import { client, useDo, useRead } from '../../api/client';

export const useDossier = (id: number) => useRead(client.dossier.show, { id });

/** The handovers of a dossier, the latest first. */
export const useHandoversOf = (dossierId: number) => useRead(client.handover.list, { dossierId });

export const useGive = () => useDo(client.handover.give);
export const useRetitle = () => useDo(client.dossier.retitle);
export const useDescribe = () => useDo(client.dossier.describe);
export const useNextNumbers = () => useRead(client.recordClass.overview, {});
export const useRenumber = () => useDo(client.number.replace);
export const usePlace = () => useDo(client.ledger.place);

/** Where the papers are on their way to the shelf. */
export type Stage = 'withA' | 'atBToCheck' | 'withB' | 'atArchiveToCheck' | 'received';

export function stageOf(dossier: DossierView, handovers: readonly HandoverRow[]): Stage {
  if (dossier.receivedOn !== undefined) return 'received';
  const open = handovers.find(({ state }) => state === 'given');
  if (open) return open.kind === 'aToB' ? 'atBToCheck' : 'atArchiveToCheck';
  return dossier.holder === 'a' ? 'withA' : 'withB';
}

/** The day by which the next step is due: what A has given, B must bring to the archive, checked or not. */
export const nextDueOn = (dossier: DossierView, stage: Stage): string | undefined =>
  stage === 'withA' ? dossier.aToBDueOn : dossier.bToArchiveDueOn;

export const useNotes = (dossierId: number) => useRead(client.note.list, { dossierId });
export const useWriteNote = () => useDo(client.note.write);
export const useStrikeNote = () => useDo(client.note.strike);
