import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StepRow } from '../../../shared/api/handover.contract';
import { Guess } from '../../ui/Guess';
import { StateWord } from '../../ui/StateWord';
import { useBeginHere } from '../../ui/use-begin-here';
import { useRows } from '../../ui/use-rows';

/** Handovers that were due, given or still owed; Enter opens the list, or the dossier that waits. */
export function StepTable({ rows }: { rows: readonly StepRow[] }) {
  const { t } = useTranslation('handover');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => {
    const its = rows[index];
    if (its) void navigate(its.handoverId ? `/handover/${its.handoverId}` : `/dossier/${its.dossierId}`);
  });
  return (
    <table className="rows">
      <thead>
        <tr>
          {(['dossier', 'client', 'kind', 'staff', 'dueOn', 'givenOn', 'no', 'lateness'] as const).map((name) => (
            <th key={name}>{t(`label--${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={`${its.dossierId} ${its.kind}`} {...row(index)}>
            <td>{its.dossier}</td>
            <td>{its.client}</td>
            <td className="nowrap">{t(its.byKeeper ? 'label--kind-keeper' : `label--kind-${its.kind}`)}</td>
            <td className="nowrap">{its.staff}</td>
            <td className="nowrap">
              {its.dueOn} <Guess day={its.dueOn} />
              {its.extendedFrom && (
                <div className="quiet small">{t('label--extendedFrom', { day: its.extendedFrom })}</div>
              )}
            </td>
            <td className="nowrap">{its.givenOn}</td>
            <td className="nowrap">{its.no}</td>
            <td className="nowrap">
              <Lateness its={its} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Given or not, in time or late by how many days. */
function Lateness({ its: { givenOn, lateDays, lateWorkingDays } }: { its: StepRow }) {
  const { t } = useTranslation('handover');
  if (lateDays === 0)
    return <StateWord tone={givenOn ? 'done' : 'wait'}>{t(givenOn ? 'state--inTime' : 'state--notDueYet')}</StateWord>;
  return (
    <>
      <StateWord tone="late">{t(givenOn ? 'state--lateGiven' : 'state--lateOpen', { count: lateDays })}</StateWord>
      <div className="quiet small">{t('label--workingDays', { count: lateWorkingDays })}</div>
    </>
  );
}
