import { borrowing as contract } from '../../shared/api/borrowing.contract';
import type { Thing } from '../../shared/api/borrowing-slip.contract';
import type { InputOf } from '../../shared/api/contract';
import type { BorrowingService } from '../features/borrowing/borrowing.service';
import type { SignedInContext } from '../ipc/context';

/** The played weeks, as they stand: who acts. */
interface Played {
  as(login: string): SignedInContext;
  signer(login: string): { staffId: number; name: string };
}
interface Asked {
  borrower: string;
  things(): Thing[];
  purpose: string;
  more?: Partial<InputOf<typeof contract.submit>>;
  /** Who opens the safe, where a title is on it. */
  safe?(): { operator: { staffId: number; name: string }; second: { staffId: number; name: string } };
}

const ARCHIVIST = 'shenyanqiu';
const APPROVER = 'xujibei';
const CHECKER = 'luzhiwei';

/** A borrowing slip of the demonstration company with what happens to it; it is to be back when the rule says, if nobody says else. */
export function playSlip(service: BorrowingService, played: Played, asked: Asked) {
  const { asking, deciding, lending, returning } = service;
  const { borrower, things, purpose, more = {}, safe } = asked;
  let id = 0;
  const two = () => {
    const by = safe?.();
    return by ? { custodianId: by.operator.staffId, secondId: by.second.staffId } : {};
  };
  const ask = () => {
    const input = contract.submit.input.parse({ things: things(), purpose, way: 'takeAway', ...more });
    id = asking.submit(input, played.as(borrower)).id;
  };
  const lend = (copies = 0) => {
    deciding.approve(id, '同意', played.signer(APPROVER), played.as(APPROVER));
    const ctx = played.as(ARCHIVIST);
    const [line] = service.show(id, ctx).lines;
    const input = { id, copies: [{ lineId: line?.id ?? 0, copies }], ...two() };
    const looked = lending.lendable(input, ctx);
    const by = { archivist: played.signer(ARCHIVIST), borrower: played.signer(borrower), safe: safe?.() };
    lending.lend(input, looked, by, ctx);
  };
  const giveBack = () => {
    const ctx = played.as(ARCHIVIST);
    const lines = service.show(id, ctx).lines.map((line) => ({
      ...{ lineId: line.id, found: line.quantity, condition: 'good' as const, remarks: '', missing: '' },
    }));
    const input = { id, lines, confirmerId: played.signer(CHECKER).staffId, ...two() };
    const looked = returning.returnable(input, ctx);
    const by = { archivist: played.signer(ARCHIVIST), confirmer: played.signer(CHECKER), safe: safe?.() };
    returning.giveBack(input, looked, by, ctx);
  };
  return { ask, lend, giveBack };
}
