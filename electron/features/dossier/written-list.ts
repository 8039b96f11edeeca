import type { ChecklistEntry } from '../../../shared/api/checklist.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { type dossier, PARTS } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import { total } from '../../../shared/dossier/pagination';
import type { DossierRepo, WrittenItem } from './dossier.repo';

type Written = ParsedOf<typeof dossier.compile>['items'][number];

const EXPECTED = {
  documentNo: '',
  datedOn: undefined,
  responsible: '',
  originality: 'original',
  copies: 1,
  pages: 0,
  signatureComplete: 1,
  remarks: '',
  volume: 1,
} as const satisfies Partial<WrittenItem>;

/** Fills a new dossier with the expected items of its checklist. Only inside a commit. */
export function writeExpected(
  repo: DossierRepo,
  dossierId: number,
  entries: readonly (ChecklistEntry & { ordinal: number })[],
): void {
  for (const { part, ordinal, title } of entries) repo.addItem(dossierId, { ...EXPECTED, part, ordinal, title });
}

/**
 * Writes the difference between the list as it stands and as it should be, row by row, so that the journal tells it. Only
 * inside a commit.
 */
export function writeList(repo: DossierRepo, dossierId: number, wanted: readonly Written[]): number[] {
  const standing = new Map(repo.writtenItems(dossierId).map((item) => [item.id, item]));
  const keptIds = wanted.flatMap((item) => item.id ?? []);
  const kept = new Set(keptIds);
  if (kept.size < keptIds.length) throw new AppError('invalid', 'itemTwice');
  for (const id of standing.keys()) if (!kept.has(id)) repo.dropItem(id);
  const ordinals = new Map<string, number>();
  const ids = wanted.map((item) => {
    const ordinal = (ordinals.get(item.part) ?? 0) + 1;
    ordinals.set(item.part, ordinal);
    return writeItem(repo, dossierId, toWritten(item, ordinal), item.id, item.id ? standing.get(item.id) : undefined);
  });
  const { items, pages } = total(wanted);
  repo.countAnew(dossierId, { volumes: demandVolumesInOrder(wanted), items, pages });
  return ids;
}

const toWritten = (item: Written, ordinal: number): WrittenItem => ({
  ...item,
  ordinal,
  datedOn: item.datedOn,
  signatureComplete: item.signatureComplete ? 1 : 0,
});

function differs<T extends object>(wanted: T, standing: T): boolean {
  for (const field in wanted) if (wanted[field] !== standing[field]) return true;
  return false;
}

function writeItem(
  repo: DossierRepo,
  dossierId: number,
  item: WrittenItem,
  id?: number,
  standing?: WrittenItem,
): number {
  if (id !== undefined && standing) {
    if (differs(item, standing)) repo.reviseItem(id, item);
    return id;
  }
  // Undoing a removal brings the row back under its number; a number of somebody else's row is refused.
  if (id !== undefined && !repo.everHeld(id, dossierId)) throw new AppError('invalid', 'itemOfAnotherDossier');
  return repo.addItem(dossierId, item, id);
}

/** Volumes follow each other without a gap; answers how many there are. The annex lies where there is room. */
function demandVolumesInOrder(wanted: readonly Written[]): number {
  let last = 0;
  for (const part of PARTS.filter((part) => part !== 'annex'))
    for (const { volume, title } of wanted.filter((item) => item.part === part)) {
      if (volume < last || volume > last + 1) throw new AppError('invalid', 'volumesOutOfOrder', { title, volume });
      last = volume;
    }
  return Math.max(last, 1);
}
