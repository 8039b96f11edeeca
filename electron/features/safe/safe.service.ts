import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { SafeRow, safe } from '../../../shared/api/safe.contract';
import type { SignedInContext } from '../../ipc/context';
import { createClosing, firstOpenDay } from './closing.service';
import { createContents } from './contents.service';
import { createCustody } from './custody.service';
import { createDemands, type Demands, type SafeParts } from './demands';
import { createOpening } from './opening.service';

type Registered = Omit<ParsedOf<typeof safe.register>, 'signatures'>;

export type SafeService = ReturnType<typeof createSafeService>;

/** Safes with their compartments, who holds key and combination, when they were open, and what was in them day by day. */
export function createSafeService(parts: SafeParts) {
  const { repo, commit } = parts;
  const demands = createDemands(parts);
  const custody = createCustody(parts, demands);
  const opening = createOpening(parts, demands);
  const closing = createClosing(parts, demands);
  const contents = createContents(repo, parts.inside);

  const list = (): SafeRow[] => {
    const compartments = repo.compartments();
    const standingOpen = repo.standingOpen();
    return repo.all().map((its) => {
      const open = standingOpen.find(({ safeId }) => safeId === its.id);
      return {
        ...its,
        compartments: compartments
          .filter(({ safeId }) => safeId === its.id)
          .map(({ safeId: _, safe: __, ...compartment }) => compartment),
        custody: repo.custody(its.id),
        ...(open && { open }),
      };
    });
  };

  /** Throws what is in the way of a new safe. */
  const demandRegistrable = (input: Registered): void => {
    const { name, keyHolderId, combinationHolderId, supervisorId } = input;
    demands.nameFree(name);
    for (const id of [keyHolderId, combinationHolderId, supervisorId]) parts.demandPresent(id);
    if (keyHolderId === combinationHolderId)
      throw new AppError('conflict', 'holdsBoth', { field: 'combinationHolderId' });
    if (supervisorId === keyHolderId || supervisorId === combinationHolderId)
      throw new AppError('conflict', 'supervisorHolds', { field: 'supervisorId' });
  };

  const register = (input: Registered, ctx: SignedInContext): { id: number } => {
    demandRegistrable(input);
    const { name, place, rows, columns, keyLabel, keyHolderId, combinationHolderId, supervisorId, reason } = input;
    return commit(ctx, 'safe.register', { name }, () => {
      const id = repo.add(name, place);
      for (let row = 1; row <= rows; row++)
        for (let col = 1; col <= columns; col++) repo.addCompartment(id, `${row}-${col}`, row, col);
      const shared = { safeId: id, supervisorId, reason, takenOn: ctx.today };
      custody.write({ ...shared, kind: 'key', label: keyLabel, holderId: keyHolderId }, ctx);
      custody.write({ ...shared, kind: 'combination', label: '', holderId: combinationHolderId }, ctx);
      return { id };
    });
  };

  return {
    list,
    one: (id: number): SafeRow => {
      demands.known(id);
      return list().find((its) => its.id === id) as SafeRow;
    },
    contents,
    compartments: repo.compartments,
    demandCompartment: demands.compartment,
    demandOpenable: demands.openable,
    demandRegistrable,
    register,
    ...createKeeping(parts, demands),
    ...custody,
    ...opening,
    ...closing,
  };
}

/** Safes and compartments come into use, are renamed, and go out of use when nothing is in them. */
function createKeeping({ repo, commit, inside }: SafeParts, demands: Demands) {
  const lyingIn = (compartments: readonly { id: number }[]): number =>
    inside
      .holdings()
      .filter((its) => compartments.some(({ id }) => id === its.compartmentId))
      .reduce((sum, { quantity }) => sum + quantity, 0);

  return {
    rename: ({ safeId, name, place, reason }: ParsedOf<typeof safe.rename>, ctx: SignedInContext): void => {
      demands.inUse(safeId);
      demands.nameFree(name, safeId);
      commit(ctx, 'safe.rename', { safeId }, () => repo.rename(safeId, name, place), reason);
    },

    addCompartment: ({ safeId, name, row, col }: ParsedOf<typeof safe.addCompartment>, ctx: SignedInContext) => {
      demands.inUse(safeId);
      const own = repo.compartments().filter((its) => its.safeId === safeId);
      const there = own.find((its) => its.row === row && its.col === col);
      if (there && there.retiredOn === undefined)
        throw new AppError('conflict', 'compartmentPlaceTaken', { name: there.name, field: 'row' });
      if (own.some((its) => its.name === name && its.id !== there?.id))
        throw new AppError('conflict', 'compartmentNameTaken', { name, field: 'name' });
      return commit(ctx, 'safe.addCompartment', { safeId, name }, () => {
        if (there) repo.reuseCompartment(there.id, name);
        return { id: there?.id ?? repo.addCompartment(safeId, name, row, col) };
      });
    },

    retireCompartment: (
      { compartmentId, reason }: ParsedOf<typeof safe.retireCompartment>,
      ctx: SignedInContext,
    ): void => {
      const its = demands.compartment(compartmentId);
      const count = lyingIn([its]);
      if (count > 0) throw new AppError('conflict', 'compartmentNotEmpty', { name: its.name, count });
      const told = { safeId: its.safeId, name: its.name };
      commit(ctx, 'safe.retireCompartment', told, () => repo.retireCompartment(compartmentId, ctx.today), reason);
    },

    retire: ({ safeId, reason }: ParsedOf<typeof safe.retire>, ctx: SignedInContext): void => {
      const { name } = demands.inUse(safeId);
      const own = repo.compartments().filter((its) => its.safeId === safeId);
      const count = lyingIn(own);
      if (count > 0) throw new AppError('conflict', 'safeNotEmpty', { name, count });
      if (repo.openNow(safeId) !== undefined) throw new AppError('conflict', 'safeStandsOpen', { name });
      // Nobody could sign for them any more once keys and combination have ended.
      const day = firstOpenDay({ repo, inside }, safeId);
      if (day !== undefined) throw new AppError('conflict', 'earlierDayOpen', { name, day });
      const end = () => {
        for (const { id } of repo.custody(safeId)) repo.endCustody(id, ctx.today);
        for (const its of own) if (its.retiredOn === undefined) repo.retireCompartment(its.id, ctx.today);
        repo.retire(safeId, ctx.today);
      };
      commit(ctx, 'safe.retire', { safeId }, end, reason);
    },
  };
}
