import { walkSigned } from '../../db/signed-records';
import type { BorrowingRepo } from './borrowing.repo';
import { decisionHash, lendingHash, renewalHash, returnHash, settlementHash } from './borrowing.rules';
import { signedSlip } from './deciding.service';
import type { Slip } from './slip.repo';

/** A signature of a return, a renewal or a line is told from the others by what it is about: `receiver 3`. */
const keyOf = (role: string, of: number | undefined) => (of === undefined ? role : `${role} ${of}`);
const readKey = (key: string): [role: string, of: number] => {
  const [role = '', of = '0'] = key.split(' ');
  return [role, Number(of)];
};

/** Does a signature not fit the slip, the return, the renewal or the line that it stands under? */
export const walkBorrowings = (repo: BorrowingRepo) =>
  walkSigned({
    after: repo.after,
    signatures: (id) =>
      repo.signatures(id).map(({ role, returnId, renewalId, lineId, contentHash }) => ({
        role: keyOf(role, returnId ?? renewalId ?? lineId),
        contentHash,
      })),
    signedBy: (id, key) => repo.signedBy(id, ...readKey(key)),
    expected: (its) => {
      const hashOf = expectedOf(repo, its);
      return (key) => hashOf(...readKey(key));
    },
  });

function expectedOf(repo: BorrowingRepo, its: Slip) {
  const lines = repo.lines(its.id);
  const no = its.no ?? '';
  const whole = signedSlip(its, lines);
  const went = lines.filter(({ state }) => state !== 'notLent');
  const lent = signedSlip(its, went);
  const copies = its.copiesSigned === 1 ? went.map((line) => line.copies) : undefined;
  return (role: string, of: number): string => {
    switch (role) {
      case 'approver':
        return decisionHash(whole, { approved: its.state !== 'rejected', opinion: its.opinion });
      case 'lender':
      case 'borrower':
        return lendingHash(lent, { lentOn: its.lentOn ?? '', titleSlipId: its.titleSlipId, copies });
      case 'renewer': {
        const { fromDueOn = '', newDueOn = '', reason = '', state = '', opinion = '' } = repo.renewal(of) ?? {};
        return renewalHash({ no, fromDueOn, newDueOn, reason, granted: state === 'granted', opinion });
      }
      case 'settler': {
        const { settledOn = '', reason = '' } = repo.settlements(its.id).find(({ lineId }) => lineId === of) ?? {};
        return settlementHash({ no, lineId: of, settledOn, reason });
      }
      default: {
        const found = repo.returns(its.id).find(({ id }) => id === of);
        return returnHash({ no, returnedOn: '', lines: [], ...found });
      }
    }
  };
}
