import './frame.css';
import { Suspense, useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { QuitQuestion } from '../features/backup/QuitQuestion';
import { SearchPalette } from '../features/search/SearchPalette';
import { useScanner } from '../features/search/use-scanner';
import { SearchBehind } from '../ui/SearchBehind';
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
      'ctrl+k': () => useSession.setState({ searching: true, searchFor: undefined }),
      'ctrl+l': () => void lock(),
    },
    'everywhere',
  );
  useScanner();
  const { pathname } = useLocation();
  const page = usePageFocus(pathname);
  return (
    <div className="frame">
      <TopBar />
      <Rail />
      <SearchBehind className="frame-note" />
      <main ref={page} tabIndex={-1} data-page={pathname}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <Foot />
      <QuitQuestion />
      {searching && <SearchPalette onClose={() => useSession.setState({ searching: false, searchFor: undefined })} />}
    </div>
  );
}

/** The keys of whoever has just gone to a page belong to it: the next Tab leads to its first act and not round the window. */
function usePageFocus(pathname: string) {
  const page = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page begins anew
  useEffect(() => {
    const active = document.activeElement;
    if (active === document.body || active?.closest('.rail')) page.current?.focus({ preventScroll: true });
  }, [pathname]);
  return page;
}
