import { useCallback } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { company } from '../../shared/api/company.contract';
import type { OutputOf } from '../../shared/api/contract';
import type { Me } from '../../shared/api/people.contract';
import { LANGUAGE_KEY, type Language, rememberedLanguage } from '../i18n';
import { keptStorage, onForget } from './kept-storage';

const LOGIN_KEY = 'anjuan.lastLogin';

interface Session {
  language: Language;
  /** `undefined` until the main process has said who is signed in; `null`: nobody. */
  me: Me | null | undefined;
  /** What was typed into forms and not yet written, by person and page; never a password. */
  drafts: Readonly<Record<string, unknown>>;
  lastLogin: string;
  searching: boolean;
  /** The manual stands beside the page, and says what this is for. */
  reading?: 'page' | 'search' | undefined;
  /** What the search begins with: a barcode that was read in part. */
  searchFor?: string | undefined;
  /** The logins of the demonstration company, shown until the window is closed. */
  demonstration?: OutputOf<typeof company.foundDemonstration>;
  /** Before anybody can be signed in: somebody wants to put a backup in the place of the ledger. */
  rescuing: boolean;
  /** Where the old ledger stays, as long as nobody has signed in to the restored one. */
  restored?: string | undefined;
}

/** Who sits at the window and how it is set up. Never holds a row of the ledger, except in what was typed and not written. */
export const useSession = create<Session>()(
  persist(
    (): Session => ({
      language: rememberedLanguage(),
      me: undefined,
      drafts: {},
      lastLogin: localStorage.getItem(LOGIN_KEY) ?? '',
      searching: false,
      rescuing: false,
    }),
    {
      name: 'anjuan.drafts',
      storage: keptStorage<Pick<Session, 'drafts'>>(),
      // What nobody has signed for yet (the first run) is not kept beyond the window.
      partialize: ({ drafts }) => ({
        drafts: Object.fromEntries(Object.entries(drafts).filter(([place]) => !place.startsWith('nobody/'))),
      }),
    },
  ),
);

onForget(() => useSession.setState({ drafts: {} }));

export function speak(language: Language) {
  localStorage.setItem(LANGUAGE_KEY, language);
  useSession.setState({ language });
}

export function rememberLogin(login: string) {
  localStorage.setItem(LOGIN_KEY, login);
  useSession.setState({ lastLogin: login });
}

/** Drafts stay over lock and sign-out, each for the person who typed it: a colleague who signs in meanwhile sees none. */
export function seat(me: Me | null) {
  useSession.setState(me ? { me, searching: false, restored: undefined } : { me });
}

const keepDraft = (place: string, draft: unknown) =>
  useSession.setState(({ drafts }) => ({ drafts: { ...drafts, [place]: draft } }));

const dropDraft = (place: string) =>
  useSession.setState(({ drafts: { [place]: _dropped, ...others } }) => ({ drafts: others }));

/** What was typed on a page and not yet written: still there after leaving the page and coming back. */
export function useDraft<T>(page: string, blank: T) {
  const place = useSession(({ me }) => `${me?.staffId ?? 'nobody'}/${page}`);
  const kept = useSession(({ drafts }) => drafts[place] as T | undefined);
  const keep = useCallback((draft: T) => keepDraft(place, draft), [place]);
  const drop = useCallback(() => dropDraft(place), [place]);
  return { draft: kept ?? blank, isKept: kept !== undefined, keep, drop };
}
