import { lazy, Suspense } from 'react';
import { BEFORE_OFFICE, SEARCH } from '../features/manual/sections';
import { useStart } from '../features/start/start.queries';
import { useKeys } from '../ui/use-keys';
import { useSession } from './session.store';

/** Read when somebody asks for it the first time. */
const Manual = lazy(async () => ({ default: (await import('../features/manual/Manual')).Manual }));

/** F1 opens the manual beside whatever stands in the window, and closes it. */
export function ManualDoor() {
  const reading = useSession((session) => session.reading);
  const path = usePath();
  const close = () => useSession.setState({ reading: undefined });
  // The search gives way: it stands above everything.
  const open = () =>
    useSession.setState(({ searching }) => ({ reading: searching ? 'search' : 'page', searching: false }));
  useKeys({ f1: reading ? close : open }, 'everywhere');
  return <Suspense>{reading && <Manual path={reading === 'search' ? SEARCH : path} onClose={close} />}</Suspense>;
}

/** The address of what the window shows, as the manual knows it. */
function usePath(): string {
  const me = useSession((session) => session.me);
  const rescuing = useSession((session) => session.rescuing);
  const { error } = useStart();
  if (error || (rescuing && !me)) return '/backup/restore';
  if (!me || me.locked) return BEFORE_OFFICE;
  return window.location.hash.slice(1).split('?')[0] ?? '/';
}
