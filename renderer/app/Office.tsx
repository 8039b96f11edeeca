import { RouterProvider } from 'react-router';
import { router } from './routes';
import { useIdleLock } from './session';

/** What whoever is signed in sees: every page of the office in its frame. */
export function Office({ idleMinutes }: { idleMinutes: number }) {
  useIdleLock(idleMinutes);
  return <RouterProvider router={router} />;
}
