import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { PERMISSIONS } from '../../../shared/api/contract';
import { POSITIONS } from '../../../shared/api/people.contract';
import { useErrorText } from '../../api/use-error-text';
import { Refusal } from '../../ui/Refusal';
import { useAllow, usePermissions } from './people.queries';

/** Which position may do what; a tick counts at once, for everybody who has the position. */
export function PermissionTable() {
  const { t } = useTranslation(['people', 'app']);
  const errorText = useErrorText();
  const { data: allowed } = usePermissions();
  const allow = useAllow();
  if (!allowed) return null;
  return (
    <>
      <p className="quiet people-hint">{t('hint--permissions')}</p>
      <Refusal>{errorText(allow.error)}</Refusal>
      <table className="rows permissions">
        <thead>
          <tr>
            <th>{t('label--permission')}</th>
            {POSITIONS.map((position) => (
              <th key={position}>{t(`app:position--${position}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PERMISSIONS.map((permission) => (
            <tr key={permission}>
              <th scope="row">{t(`permission--${permission}`)}</th>
              {POSITIONS.map((position) => (
                <td key={position}>
                  <Checkbox
                    aria-label={`${t(`app:position--${position}`)}: ${t(`permission--${permission}`)}`}
                    checked={allowed[position]?.includes(permission) ?? false}
                    onChange={(event) => allow.mutate({ position, permission, allowed: event.target.checked })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
