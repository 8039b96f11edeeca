import { client, useDo, useRead } from '../../api/client';

export const useSettings = () => useRead(client.company.settings, {});
export const useChangeSettings = () => useDo(client.company.changeSettings);
export const useLeaveDemonstration = () => useDo(client.company.leaveDemonstration);
export const useChangeOwnSecret = () => useDo(client.people.changeOwnSecret);
