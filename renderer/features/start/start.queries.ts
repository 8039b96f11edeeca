import { client, useDo, useRead } from '../../api/client';
import { useSession } from '../../app/session.store';

/** A ledger that is shut stays shut: the page that says so must not ask again. */
export const useStart = () => useRead(client.company.start, {}, { retryOnMount: false });
export const useFound = () => useDo(client.company.found);
/** The page that asked is gone as soon as the company exists: the logins are kept for the sign-in page. */
export const useFoundDemonstration = () =>
  useDo(client.company.foundDemonstration, {
    onSuccess: (demonstration) => useSession.setState({ demonstration }),
  });
export const useSignIn = () => useDo(client.people.signIn);
export const useUnlock = () => useDo(client.people.unlock);
