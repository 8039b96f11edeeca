import type { Place } from '../../../shared/api/dossier.contract';
import { BUSINESS_CLASSES } from '../../../shared/api/record-class.contract';
import type { SignedInContext } from '../../ipc/context';
import type { ImportRepo, NewClient, NewNumber, NewProject } from './import.repo';
import type { ImportedDossier, Known, Person } from './imported-dossier';

export const keyOf = ({ room, cabinet, shelf, box }: Place): string => [room, cabinet, shelf, box].join('\t');

/** Writes some rows at a time: first what their dossiers need, people, places, clients and projects, then these. */
export function createImportWriter(repo: ImportRepo, isActive: Known['isActive'], ctx: SignedInContext) {
  const people = new Map<string, number>();
  const places = new Map(repo.places().map((place) => [keyOf(place), place.id]));
  const clients = new Map<string, number>();
  const person = (who: Person): number => {
    if (typeof who === 'number') return who;
    const id = people.get(who.left) ?? repo.engageLeft(who.left, ctx.actor.staffId);
    people.set(who.left, id);
    return id;
  };
  const addPlaces = (some: readonly ImportedDossier[]): void => {
    const fresh = new Map<string, Place>();
    for (const { place } of some) if (place && !places.has(keyOf(place))) fresh.set(keyOf(place), place);
    const ids = repo.addPlaces([...fresh.values()]);
    for (const [i, key] of [...fresh.keys()].entries()) places.set(key, ids[i] as number);
  };
  /** A new client belongs to the A manager of its first project, if he or she still works here. */
  const addClients = (some: readonly ImportedDossier[]): void => {
    const fresh = new Map<string, NewClient>();
    for (const { client, project } of some) {
      if (!client || clients.has(client.name) || fresh.has(client.name)) continue;
      const known = repo.clientId(client.name);
      if (known !== undefined) {
        clients.set(client.name, known);
        continue;
      }
      const a = project && person(project.a);
      fresh.set(client.name, { ...client, ownerId: a !== undefined && isActive(a) ? a : ctx.actor.staffId });
    }
    const ids = repo.addClients([...fresh.values()]);
    for (const [i, name] of [...fresh.keys()].entries()) clients.set(name, ids[i] as number);
  };
  /** The project of each row that is one. */
  const addProjects = (some: readonly ImportedDossier[]): Map<ImportedDossier, number> => {
    const projects = new Map<ImportedDossier, NewProject>();
    for (const row of some) {
      const clientId = row.client && clients.get(row.client.name);
      if (!row.project || clientId === undefined) continue;
      const [a, b] = [person(row.project.a), person(row.project.b)];
      const businessType = BUSINESS_CLASSES.find((code) => code === row.class.code) ?? 'other';
      projects.set(row, { its: row.project, clientId, businessType, a, b, endedOn: row.endedOn });
    }
    const ids = repo.addProjects([...projects.values()]);
    return new Map([...projects.keys()].map((row, i) => [row, ids[i] as number]));
  };
  const addDossiers = (some: readonly ImportedDossier[], projects: ReadonlyMap<ImportedDossier, number>): number[] => {
    const dossiers = some.map((its) => ({
      its,
      projectId: projects.get(its),
      clientId: its.client && clients.get(its.client.name),
      keeperId: its.keeper === undefined ? undefined : person(its.keeper),
      placeId: its.place && places.get(keyOf(its.place)),
    }));
    return repo.addDossiers(dossiers, ctx.today);
  };
  return {
    write: (some: readonly ImportedDossier[]): void => {
      addPlaces(some);
      addClients(some);
      const ids = addDossiers(some, addProjects(some));
      const numbers = some.flatMap(({ class: its, archiveNo, number }, i): NewNumber[] =>
        archiveNo === undefined ? [] : [{ its, text: archiveNo, number, dossierId: ids[i] as number }],
      );
      repo.addNumbers(numbers);
    },
  };
}
