import { client, useRead } from '../../api/client';

export const useDesk = () => useRead(client.desk.show, {});
export const useStaff = () => useRead(client.people.staff, {});
