import { client, useRead } from '../../api/client';

export const useDesk = () => useRead(client.desk.show, {});
