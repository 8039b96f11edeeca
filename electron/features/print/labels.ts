import type { Place } from '../../../shared/api/dossier.contract';
import type { BoxLabel, VolumeLabel } from '../../../shared/api/label.contract';
import type { LedgerRow } from '../../../shared/api/ledger.contract';
import { barcodeOf } from '../../../shared/search/barcode';
import type { LabelRepo } from './label.repo';

/** The labels of a dossier, one for each of its volumes; items are numbered through all of them. */
export function volumeLabels(repo: LabelRepo, row: LedgerRow): VolumeLabel[] {
  const counts = repo.volumes(row.id);
  let last = 0;
  return Array.from({ length: row.volumes }, (_, index) => {
    const volume = index + 1;
    const its = counts.find((count) => count.volume === volume);
    const from = last + 1;
    last += its?.numbered ?? 0;
    const { id, archiveNo, title, year, retention, volumes, place } = row;
    return {
      ...{ dossierId: id, barcode: barcodeOf('dossier', id), title, year, retention, volume, volumes },
      items: its?.items ?? (counts.length === 0 && volumes === 1 ? row.items : 0),
      ...(its ? { from, to: last } : {}),
      ...(archiveNo === undefined ? {} : { archiveNo }),
      ...(place === undefined ? {} : { place }),
    };
  });
}

/** The labels of the boxes that these dossiers stand in, each box once, in the order in which they come up. */
export function boxLabels(
  repo: LabelRepo,
  placeOf: (placeId: number) => Place | undefined,
  dossierIds: readonly number[],
): BoxLabel[] {
  const placeIds = new Set(dossierIds.map(repo.placeOf).filter((placeId) => placeId !== undefined));
  return [...placeIds].flatMap((placeId) => {
    const place = placeOf(placeId);
    if (!place) return [];
    const runs = repo.runs(placeId);
    const dossiers = runs.reduce((sum, run) => sum + run.dossiers, 0);
    return [{ placeId, barcode: barcodeOf('box', placeId), place, dossiers, runs }];
  });
}
