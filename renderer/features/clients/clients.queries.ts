import { client, useDo, useRead } from '../../api/client';

export const CLIENTS_PER_PAGE = 50;

export const useClients = (text: string, page: number) =>
  useRead(
    client.client.list,
    { text, offset: (page - 1) * CLIENTS_PER_PAGE, limit: CLIENTS_PER_PAGE },
    { keepPrevious: true },
  );
export const useClient = (id: number) => useRead(client.client.show, { id });
export const useRegisterClient = () => useDo(client.client.register);
export const useCorrectClient = () => useDo(client.client.correct);

export const PROJECTS_PER_PAGE = 50;
export const useProjects = (clientId: number, page: number) =>
  useRead(
    client.project.list,
    { clientId, offset: (page - 1) * PROJECTS_PER_PAGE, limit: PROJECTS_PER_PAGE },
    { keepPrevious: true },
  );
export const useProject = (id: number | undefined) =>
  useRead(client.project.show, { id: id ?? 1 }, { enabled: id !== undefined });
export const useRegisterProject = () => useDo(client.project.register);
export const useCorrectProject = () => useDo(client.project.correct);

export const useStaff = () => useRead(client.people.staff, {});
