import { useSession } from '../../app/session.store';
import { TEXTS } from './texts';

/** The manual in the language of the window. */
export const useManual = () => TEXTS[useSession((session) => session.language)];
