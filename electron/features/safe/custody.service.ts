import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { CustodyRow, safe } from '../../../shared/api/safe.contract';
import type { SignedInContext } from '../../ipc/context';
import type { Demands, SafeParts } from './demands';
import { custodyHash, type SignedCustody, whyNotEntrustable } from './safe.rules';

type Entrusted = Omit<ParsedOf<typeof safe.entrust>, 'signatures'>;
/** Who signs besides the new holder and the supervisor; nobody where the same person changes the combination. */
export interface Entrusting {
  signed: SignedCustody;
  /** The row that it ends. */
  endsId?: number;
  giverSigns?: number;
}

/** Keys and combination go from one person to the next, and everybody who had them stays in the book. */
export function createCustody({ repo, commit, demandPresent, isExecutive }: SafeParts, demands: Demands) {
  const sign = (id: number, its: SignedCustody, giverSigns: number | undefined, at: string): void => {
    const hash = custodyHash(its);
    if (giverSigns !== undefined) repo.sign({ kind: 'custody', id }, giverSigns, 'giver', at, hash);
    repo.sign({ kind: 'custody', id }, its.holderId, 'holder', at, hash);
    repo.sign({ kind: 'custody', id }, its.supervisorId, 'supervisor', at, hash);
  };
  /** The first holder of a key or the combination; inside a commit. */
  const write = (its: SignedCustody, ctx: SignedInContext): void => sign(repo.entrust(its), its, undefined, ctx.at);

  const demandAllowed = (custody: ReturnType<typeof repo.custody>, input: Entrusted): void => {
    const wrong = whyNotEntrustable(custody, input);
    if (wrong) throw new AppError('conflict', wrong.reason, { field: wrong.field });
  };

  /** Looks at it as it would be written now, and says who has to sign. */
  const entrusting = (input: Entrusted, ctx: SignedInContext): Entrusting => {
    const { safeId, kind, label, holderId, supervisorId, reason, executiveId, absence } = input;
    demands.inUse(safeId);
    const custody = repo.custody(safeId);
    demandAllowed(custody, input);
    for (const id of [holderId, supervisorId]) demandPresent(id);
    if (executiveId !== undefined) demandPresent(executiveId);
    if (executiveId !== undefined && !isExecutive(executiveId))
      throw new AppError('notAllowed', 'notAnExecutiveForSafe', { field: 'executiveId' });
    const now = custody.find((its) => its.kind === kind && its.label === label);
    const giverSigns = executiveId ?? (now?.holderId === holderId ? undefined : now?.holderId);
    const inPlace = now !== undefined && executiveId !== undefined;
    return {
      signed: {
        ...{ safeId, kind, label, holderId, supervisorId, reason, takenOn: ctx.today },
        ...(now && { giverId: now.holderId }),
        ...(inPlace && { absence }),
      },
      ...(now && { endsId: now.id }),
      ...(giverSigns !== undefined && { giverSigns }),
    };
  };

  /** `seen` is what was looked at before the secrets were asked for. */
  const entrust = (input: Entrusted, seen: Entrusting, ctx: SignedInContext): { id: number } => {
    const { signed, endsId, giverSigns } = entrusting(input, ctx);
    if (endsId !== seen.endsId || giverSigns !== seen.giverSigns)
      throw new AppError('conflict', 'custodyChangedMeanwhile');
    const { safeId, kind, label, holderId } = signed;
    return commit(ctx, 'safe.entrust', { safeId, kind, label, holderId }, () => {
      if (endsId !== undefined) repo.endCustody(endsId, ctx.today);
      const id = repo.entrust(signed);
      sign(id, signed, giverSigns, ctx.at);
      return { id };
    });
  };

  /** By a staff handover list, which everybody concerned has signed; inside its commit. */
  const pass = (custodyId: number, holderId: number, by: { no: string; supervisorId: number; today: string }): void => {
    const now = repo.custodyById(custodyId);
    if (!now) throw new AppError('notFound', 'noSuchCustody');
    repo.endCustody(now.id, by.today);
    const { safeId, kind, label, holderId: giverId } = now;
    const { supervisorId, no: reason, today: takenOn } = by;
    repo.entrust({ safeId, kind, label, giverId, holderId, supervisorId, reason, takenOn });
  };

  const history = (safeId: number): CustodyRow[] => {
    demands.known(safeId);
    return repo.custodyHistory(safeId).map((its) => ({ ...its, signatures: repo.signatures('custody', its.id) }));
  };

  return { write, entrusting, entrust, pass, custody: history };
}
