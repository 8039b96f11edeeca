import { Checkbox } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
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
  const table = useRef<HTMLTableElement>(null);
  if (!allowed) return null;
  return (
    <>
      <p className="quiet people-hint">{t('hint--permissions')}</p>
      <Refusal>{errorText(allow.error)}</Refusal>
      <table className="rows permissions" ref={table} onKeyDown={(event) => goBeside(event, table.current)}>
        <thead>
          <tr>
            <th>{t('label--permission')}</th>
            {POSITIONS.map((position) => (
              <th key={position}>{t(`app:position--${position}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PERMISSIONS.map((permission, line) => (
            <tr key={permission}>
              <th scope="row">{t(`permission--${permission}`)}</th>
              {POSITIONS.map((position, column) => (
                <td key={position}>
                  <Checkbox
                    tabIndex={line === 0 && column === 0 ? 0 : -1}
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

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -POSITIONS.length,
  ArrowDown: POSITIONS.length,
};

/** Arrows go from box to box, the space bar ticks; Tab leads past the table and not through two hundred boxes. */
function goBeside(event: KeyboardEvent, table: HTMLTableElement | null) {
  const step = STEPS[event.key];
  if (!step || !table) return;
  event.preventDefault();
  const boxes = [...table.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  boxes[boxes.indexOf(event.target as HTMLInputElement) + step]?.focus();
}
