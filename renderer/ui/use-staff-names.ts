import { useCallback } from 'react';
import { client, useRead } from '../api/client';

/** The name of a member of staff by number, also of one who has left. */
export function useStaffNames() {
  const { data } = useRead(client.people.staff, {});
  return useCallback((id: number) => data?.find((one) => one.id === id)?.name, [data]);
}
