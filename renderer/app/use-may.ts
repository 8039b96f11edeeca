import { useCallback } from 'react';
import type { Permission } from '../../shared/api/contract';
import { useSession } from './session.store';

/** `may('ledger.read')`: only decides what is shown; the main process decides what is done. */
export function useMay() {
  const permissions = useSession((session) => session.me?.permissions);
  return useCallback((permission: Permission) => permissions?.includes(permission) ?? false, [permissions]);
}
