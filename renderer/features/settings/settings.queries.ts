import { client, useDo, useRead } from '../../api/client';

export const useSettings = () => useRead(client.company.settings, {});
export const useChangeSettings = () => useDo(client.company.changeSettings);
export const useChangeOwnSecret = () => useDo(client.people.changeOwnSecret);
