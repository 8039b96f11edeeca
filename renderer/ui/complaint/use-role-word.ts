import { useTranslation } from 'react-i18next';
import type { Role } from '../../../shared/complaint/procedure';

/** Who takes a step, in the office's words: a position, the handler, the head of the department complained of. */
export function useRoleWord() {
  const { t } = useTranslation(['complaints', 'app']);
  return (role: Role): string =>
    role === 'handler' || role === 'headOfUnit' ? t(`complaints:role--${role}`) : t(`app:position--${role}`);
}
