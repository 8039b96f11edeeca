import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { Inside } from './contents.service';
import type { CompartmentOfSafe, Safe, SafeRepo } from './safe.repo';
import { whyNotOpenable } from './safe.rules';

export interface SafeParts {
  repo: SafeRepo;
  commit: Commit;
  demandPresent(staffId: number): void;
  /** May that person decide for the company? */
  isExecutive(staffId: number): boolean;
  /** What lies in the compartments. */
  inside: Inside;
}

export type Demands = ReturnType<typeof createDemands>;

/** What has to be so before anything is done; throws otherwise. */
export function createDemands({ repo, isExecutive }: SafeParts) {
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
