import { walkSigned } from '../../db/signed-records';
import type { MovementRepo } from './movement.repo';
import type { TitleRepo } from './title.repo';
import { becomesOf, freedHash, type Line, slipHash } from './title.rules';

/** Does a signature not fit the title that it freed from a contract? */
export const walkFreedTitles = (titles: Pick<TitleRepo, 'freedAfter' | 'freedSignatures' | 'freedSignedBy'>) =>
  walkSigned({
    after: titles.freedAfter,
    signatures: titles.freedSignatures,
    signedBy: titles.freedSignedBy,
    expected: (its) => () => freedHash(its),
  });

/** Does a signature not fit the movements that it stands under? */
export const walkSlipSignatures = (repo: MovementRepo, titles: Pick<TitleRepo, 'byId'>) =>
  walkSigned({
    after: repo.slipsAfter,
    signatures: repo.signatures,
    signedBy: repo.signedBy,
    expected: (slip) => {
      const lines = repo.lines(slip.id).map(
        (its): Line => ({
          ...{ titleId: its.titleId, certificateNo: its.certificateNo, quantity: its.quantity },
          from: { place: its.fromPlace, compartmentId: its.fromCompartmentId },
          to: { place: its.toPlace, compartmentId: its.toCompartmentId },
        }),
      );
      const { no, kind, movedOn, reason, basis, party, partyStaffId, dueOn, projectId, handoverId } = slip;
      const { stocktakeId, reversesId, remarks, operatorId, secondId } = slip;
      const head = { no, kind, movedOn, reason, basis, party, partyStaffId, dueOn, projectId, handoverId };
      const added = slip.kind === 'exchange' ? lines.find(({ from }) => from.place === 'outside') : undefined;
      const title = added && titles.byId(added.titleId);
      const becomes = title && becomesOf(title);
      const hash = slipHash({ ...head, becomes, stocktakeId, reversesId, remarks, operatorId, secondId, lines });
      return () => hash;
    },
  });
