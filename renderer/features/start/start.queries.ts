import { client, useDo, useRead } from '../../api/client';

export const useStart = () => useRead(client.company.start, {});
export const useFound = () => useDo(client.company.found);
export const useFoundDemonstration = () => useDo(client.company.foundDemonstration);
export const useSignIn = () => useDo(client.people.signIn);
export const useUnlock = () => useDo(client.people.unlock);
