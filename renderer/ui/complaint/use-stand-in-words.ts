import { useTranslation } from 'react-i18next';
import type { StandIn } from '../../../shared/api/complaint.contract';
import type { Role } from '../../../shared/complaint/procedure';
import { useRoleWord } from './use-role-word';

/** Why somebody else takes a step than its own people, and who. */
export function useStandInWords() {
  const { t } = useTranslation(['complaints', 'app']);
  const roleWord = useRoleWord();
  return ({ because, position, names }: StandIn, by: readonly Role[]): string => {
    const roles = by.map(roleWord).join(t('complaints:label--or'));
    if (!position) return t(`complaints:standIn--${because}-none`, { roles });
    const words = { roles, position: t(`app:position--${position}`), names: names.join(t('complaints:label--comma')) };
    return t(`complaints:standIn--${because}`, words);
  };
}
