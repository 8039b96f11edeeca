import type { ParsedOf } from '../../../shared/api/contract';
import type { DossierItem } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { handover } from '../../../shared/api/handover.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import type { Handover, HandoverRepo } from './handover.repo';
import { contentHash, snapshot, writeHandoverNo } from './handover.rules';
import type { DossierMoves, Extensions, MovedDossier } from './moved-dossier';
import type { Reading } from './reading.service';

interface Parts {
  repo: HandoverRepo;
  dossiers: DossierMoves;
  extensions: Extensions;
  reading: Reading;
  demandCleared(dossierId: number): void;
  commit: Commit;
  demandPresent(staffId: number): void;
}

/** A (to B) or B (to the archive) hands over: the list is frozen, numbered and signed. */
export function createGiving(parts: Parts) {
  const { repo, dossiers, extensions, reading, demandCleared, commit, demandPresent } = parts;
  const give = (input: Omit<ParsedOf<typeof handover.give>, 'signature'>, signer: Signer, ctx: SignedInContext) => {
    const { dossierId, kind, revision } = input;
    const moved = dossiers.demand(dossierId);
    demandGivable(moved, kind, revision, repo.openOf(dossierId) !== undefined);
    const items = dossiers.items(dossierId);
    demandComplete(items);
    if (kind === 'bToArchive') demandCleared(dossierId);
    // While the secret was being checked the project may have got another manager.
    if (signer.staffId !== reading.giverOf(dossierId, kind)) throw new AppError('conflict', 'notThisStep');
    demandPresent(signer.staffId);
    return commit(ctx, `handover.give.${kind}`, { dossierId, kind, revision, signer: signer.staffId }, () => {
      const no = writeHandoverNo(ctx.today.slice(0, 4), repo.numbersOfYear(ctx.today.slice(0, 4)) + 1);
      const id = repo.add({
        no,
        kind,
        dossierId,
        giverId: signer.staffId,
        dueOn: moved.dueOn,
        givenOn: ctx.today,
      });
      const list = snapshot(items);
      for (const [i, item] of list.entries()) repo.addItem(id, i + 1, item);
      repo.sign(id, signer.staffId, 'giver', ctx.at, contentHash({ no, kind, dossierId, items: list }));
      const dueOn = kind === 'aToB' ? dossiers.bToArchiveDue(dossierId, ctx.today) : moved.dueOn;
      dossiers.pass(dossierId, 'underReview', moved.holder, dueOn);
      extensions.lapse(dossierId, ctx.today);
      return { id, no };
    });
  };

  /** The giver takes the list back while nobody has accepted it; it stays readable as it was signed. */
  const withdraw = (id: number, reason: string, signer: Signer, ctx: SignedInContext): void => {
    const its = reading.demandOpen(id);
    if (signer.staffId !== its.giverId) throw new AppError('conflict', 'notThisStep');
    demandPresent(signer.staffId);
    const signed = contentHash({ ...its, items: repo.items(id), reason });
    const act = () => {
      repo.sign(id, signer.staffId, 'withdrawer', ctx.at, signed);
      repo.withdraw(id, ctx.today, reason);
      dossiers.comeBack(its);
      extensions.lapse(its.dossierId, ctx.today);
    };
    commit(ctx, 'handover.withdraw', { id, signer: signer.staffId }, act, reason);
  };

  return { give, withdraw };
}

function demandGivable(moved: MovedDossier, kind: Handover['kind'], revision: number, underway: boolean): void {
  if (underway) throw new AppError('conflict', 'handoverUnderway');
  const expected = kind === 'aToB' ? 'a' : 'b';
  if (moved.holder !== expected)
    throw new AppError('conflict', moved.holder === 'archive' ? 'alreadyReceived' : 'notThisStep');
  if (moved.revision !== revision) throw new AppError('conflict', 'listChangedMeanwhile');
}

function demandComplete(items: readonly DossierItem[]): void {
  if (items.length === 0) throw new AppError('conflict', 'listEmpty');
  const expected = items.filter((item) => item.pages === 0);
  const first = expected[0];
  if (first)
    throw new AppError('conflict', 'itemsWithoutPages', { count: expected.length, title: first.title.slice(0, 40) });
}
