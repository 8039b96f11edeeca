import './frame.css';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { SearchPalette } from '../features/search/SearchPalette';
import { useKeys } from '../ui/use-keys';
import { Foot } from './Foot';
import { Rail } from './Rail';
import { lock } from './session';
import { useSession } from './session.store';
import { TopBar } from './TopBar';

/** What stands around every page: who is here, where one can go, what day it is, how the journal stands. */
export function Frame() {
  const searching = useSession((session) => session.searching);
  useKeys(
    {
      'ctrl+k': () => useSession.setState({ searching: true }),
      'ctrl+l': () => void lock(),
    },
    'everywhere',
  );
  return (
    <div className="frame">
      <TopBar />
      <Rail />
      <main>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <Foot />
      {searching && <SearchPalette onClose={() => useSession.setState({ searching: false })} />}
    </div>
  );
}
