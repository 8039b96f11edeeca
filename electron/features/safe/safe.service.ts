import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { SafeRow, safe } from '../../../shared/api/safe.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { CompartmentOfSafe, SafeRepo } from './safe.repo';
import { custodyHash, openingHash, type SignedCustody, whyNotOpenable } from './safe.rules';

/** Someone who has proved who he or she is, for one act. */
export interface Signer {
  readonly staffId: number;
}
export interface TwoSigners {
  operator: Signer;
  second: Signer;
}
interface Parts {
  repo: SafeRepo;
  commit: Commit;
  demandPresent(staffId: number): void;
}
type Registered = Omit<ParsedOf<typeof safe.register>, 'signatures'>;

export type SafeService = ReturnType<typeof createSafeService>;

/** Safes with their compartments, who holds key and combination, and when they were open. */
export function createSafeService({ repo, commit, demandPresent }: Parts) {
  const list = (): SafeRow[] => {
    const compartments = repo.compartments();
    return repo.all().map((its) => ({
      ...its,
      compartments: compartments
        .filter(({ safeId }) => safeId === its.id)
        .map(({ safeId: _, safe: __, ...compartment }) => compartment),
      custody: repo.custody(its.id),
    }));
  };

  const demandCompartment = (id: number): CompartmentOfSafe => {
    const found = repo.compartments().find((its) => its.id === id);
    if (!found) throw new AppError('notFound', 'noSuchCompartment', { field: 'compartmentId' });
    if (found.retiredOn !== undefined)
      throw new AppError('conflict', 'compartmentRetired', {
        name: `${found.safe} ${found.name}`,
        field: 'compartmentId',
      });
    return found;
  };

  const safesOf = (compartmentIds: readonly number[]) => {
    const meant = repo.compartments().filter(({ id }) => compartmentIds.includes(id));
    return [...new Map(meant.map(({ safeId, safe: name }) => [safeId, { id: safeId, name }])).values()];
  };

  const demandOpenable = (compartmentIds: readonly number[], operatorId: number, secondId: number): void => {
    for (const { id, name } of safesOf(compartmentIds)) {
      const custody = repo.custody(id);
      const details = { name, holders: custody.map(({ holder }) => holder).join('、'), field: 'secondId' };
      const because = whyNotOpenable(custody, operatorId, secondId);
      if (because) throw new AppError('notAllowed', because, details);
    }
  };

  /** A slip belongs to the opening that is going on, or to one of its own moment. */
  const noteOpening = (
    compartmentIds: readonly number[],
    slip: { id: number; reason: string },
    by: TwoSigners,
    ctx: SignedInContext,
  ): void => {
    for (const { id: safeId } of safesOf(compartmentIds)) {
      const openingId = repo.openNow(safeId) ?? openFor(safeId, slip.reason, by, ctx);
      repo.noteSlip(openingId, slip.id);
    }
  };

  const openFor = (safeId: number, reason: string, by: TwoSigners, ctx: SignedInContext): number => {
    const [operatorId, secondId] = [by.operator.staffId, by.second.staffId];
    const signed = { safeId, openedAt: ctx.at, reason, operatorId, secondId };
    const id = repo.open({ ...signed, openedOn: ctx.today, closedAt: ctx.at });
    repo.sign({ kind: 'opening', id }, operatorId, 'operator', ctx.at, openingHash(signed));
    repo.sign({ kind: 'opening', id }, secondId, 'second', ctx.at, openingHash(signed));
    return id;
  };

  /** Throws what is in the way of a new safe. */
  const demandRegistrable = (input: Registered): void => {
    const { name, keyHolderId, combinationHolderId, supervisorId } = input;
    if (repo.all().some((its) => its.name === name))
      throw new AppError('conflict', 'safeNameTaken', { name, field: 'name' });
    for (const id of [keyHolderId, combinationHolderId, supervisorId]) demandPresent(id);
    if (keyHolderId === combinationHolderId)
      throw new AppError('conflict', 'holdsBoth', { field: 'combinationHolderId' });
    if (supervisorId === keyHolderId || supervisorId === combinationHolderId)
      throw new AppError('conflict', 'supervisorHolds', { field: 'supervisorId' });
  };

  const entrust = (its: SignedCustody, ctx: SignedInContext): void => {
    const id = repo.entrust(its);
    const hash = custodyHash(its);
    repo.sign({ kind: 'custody', id }, its.holderId, 'holder', ctx.at, hash);
    repo.sign({ kind: 'custody', id }, its.supervisorId, 'supervisor', ctx.at, hash);
  };

  const register = (input: Registered, ctx: SignedInContext): { id: number } => {
    demandRegistrable(input);
    const { name, place, rows, columns, keyLabel, keyHolderId, combinationHolderId, supervisorId, reason } = input;
    return commit(ctx, 'safe.register', { name }, () => {
      const id = repo.add(name, place);
      for (let row = 1; row <= rows; row++)
        for (let col = 1; col <= columns; col++) repo.addCompartment(id, `${row}-${col}`, row, col);
      const shared = { safeId: id, supervisorId, reason, takenOn: ctx.today };
      entrust({ ...shared, kind: 'key', label: keyLabel, holderId: keyHolderId }, ctx);
      entrust({ ...shared, kind: 'combination', label: '', holderId: combinationHolderId }, ctx);
      return { id };
    });
  };

  return {
    list,
    compartments: repo.compartments,
    demandCompartment,
    demandOpenable,
    noteOpening,
    demandRegistrable,
    register,
  };
}
