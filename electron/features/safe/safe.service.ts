import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { SafeRow, safe } from '../../../shared/api/safe.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import { createClosing, firstOpenDay } from './closing.service';
import { createContents, type Inside } from './contents.service';
import { createCustody } from './custody.service';
import { createOpening } from './opening.service';
import type { CompartmentOfSafe, Safe, SafeRepo } from './safe.repo';
import { whyNotOpenable } from './safe.rules';

/** Someone who has proved who he or she is, for one act. */
export interface Signer {
  readonly staffId: number;
}
export interface TwoSigners {
  operator: Signer;
  second: Signer;
}
export interface SafeParts {
  repo: SafeRepo;
  commit: Commit;
  demandPresent(staffId: number): void;
  /** May that person decide for the company? */
  isExecutive(staffId: number): boolean;
  /** What lies in the compartments. */
  inside: Inside;
}
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

export type Demands = ReturnType<typeof createDemands>;

/** What has to be so before anything is done; throws otherwise. */
function createDemands({ repo, isExecutive }: SafeParts) {
  const safesOf = (compartmentIds: readonly number[]) => {
    const meant = repo.compartments().filter(({ id }) => compartmentIds.includes(id));
    return [...new Map(meant.map(({ safeId, safe: name }) => [safeId, { id: safeId, name }])).values()];
  };
  const holdersOf = ({ id, name }: Pick<Safe, 'id' | 'name'>, operatorId: number, secondId: number): void => {
    const custody = repo.custody(id);
    const details = { name, holders: custody.map(({ holder }) => holder).join('、'), field: 'secondId' };
    const because = whyNotOpenable(custody, operatorId, secondId);
    if (because) throw new AppError('notAllowed', because, details);
  };
  /** Where no safe is opened, the second signature is still of somebody who answers for titles. */
  const demandAnswerable = (staffId: number): void => {
    const holds = repo.all().some(({ id }) => repo.custody(id).some(({ holderId }) => holderId === staffId));
    if (!holds && !isExecutive(staffId))
      throw new AppError('notAllowed', 'secondAnswersForNone', { field: 'secondId' });
  };
  return {
    safesOf,
    /** Do these two hold key and combination of that safe? */
    holdersOf,
    openable: (compartmentIds: readonly number[], operatorId: number, secondId: number): void => {
      if (compartmentIds.length === 0) demandAnswerable(secondId);
      for (const its of safesOf(compartmentIds)) holdersOf(its, operatorId, secondId);
    },
    nameFree: (name: string, except?: number): void => {
      if (repo.all().some((its) => its.name === name && its.id !== except))
        throw new AppError('conflict', 'safeNameTaken', { name, field: 'name' });
    },
    /** Any safe, retired ones too: they are still looked at. */
    known: (id: number): Safe => {
      const found = repo.all().find((its) => its.id === id);
      if (!found) throw new AppError('notFound', 'noSuchSafe');
      return found;
    },
    inUse: (id: number): Safe => {
      const found = repo.all().find((its) => its.id === id);
      if (!found) throw new AppError('notFound', 'noSuchSafe');
      if (found.retiredOn !== undefined) throw new AppError('conflict', 'safeRetired', { name: found.name });
      return found;
    },
    compartment: (id: number): CompartmentOfSafe => {
      const found = repo.compartments().find((its) => its.id === id);
      if (!found) throw new AppError('notFound', 'noSuchCompartment', { field: 'compartmentId' });
      if (found.retiredOn !== undefined)
        throw new AppError('conflict', 'compartmentRetired', {
          name: `${found.safe} ${found.name}`,
          field: 'compartmentId',
        });
      return found;
    },
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
