import './desk.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Duty } from '../../../shared/api/desk.contract';
import { Guess } from '../../ui/Guess';
import { StateWord } from '../../ui/StateWord';
import { useRows } from '../../ui/use-rows';

interface DutyTableProps {
  duties: Duty[];
  title: string;
  withPerson?: boolean;
}

/** What a duty is done on: the handover to check, or else the dossier to work on. */
const pathOf = ({ kind, dossierId, handoverId, supplement, titleList }: Duty) => {
  if (titleList) return `/titles/handovers/${titleList.id}`;
  if (supplement) return `/handover/supplements/${supplement.id}`;
  if (kind === 'decideExtension') return '/handover/extensions';
  return (kind === 'checkAtB' || kind === 'checkAtArchive') && handoverId
    ? `/handover/${handoverId}`
    : `/dossier/${dossierId}`;
};

export function DutyTable({ duties, title, withPerson }: DutyTableProps) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const row = useRows((index) => {
    const duty = duties[index];
    if (duty) void navigate(pathOf(duty));
  });
  return (
    <section className="duties">
      <h2>{title}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th className="duties-what">{t('label--what')}</th>
            <th>{t('label--dossier')}</th>
            {withPerson && <th className="duties-who">{t('label--who')}</th>}
            <th className="duties-due">{t('label--due')}</th>
            <th className="duties-state">{t('label--state')}</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty, index) => (
            <tr key={[duty.kind, duty.dossierId, duty.supplement?.id, duty.titleList?.id].join(' ')} {...row(index)}>
              <td>{t(`duty--${duty.kind}`)}</td>
              <td>
                {duty.title} <span className="quiet">{duty.client}</span>
                {duty.supplement && (
                  <div className="quiet small">
                    {t('label--supplement', { no: duty.supplement.no, count: duty.supplement.lines })}
                  </div>
                )}
                {duty.titleList && <div className="quiet small">{t('label--titleList', duty.titleList)}</div>}
                {duty.request && (
                  <div className="amber small">
                    {t('label--request', { ...duty.request, count: duty.request.waitingDays })}
                  </div>
                )}
                {duty.sentBackBecause && (
                  <div className="late small">{t('label--sentBack', { reason: duty.sentBackBecause })}</div>
                )}
              </td>
              {withPerson && (
                <td>{duty.staff ?? t(duty.kind === 'acceptTitles' ? 'label--anyCustodian' : 'label--anyArchivist')}</td>
              )}
              <td className="nowrap">
                {duty.dueOn}
                {duty.dueOn && (
                  <div className="small duties-guess">
                    <Guess day={duty.dueOn} as="sentence" />
                  </div>
                )}
              </td>
              <td>
                <Due duty={duty} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Due({ duty: { dueOn, lateDays, workingDaysLeft } }: { duty: Duty }) {
  const { t } = useTranslation('desk');
  if (!dueOn) return <StateWord tone="plain">{t('state--noLimit')}</StateWord>;
  if (lateDays > 0) return <StateWord tone="late">{t('state--late', { count: lateDays })}</StateWord>;
  if (!workingDaysLeft) return <StateWord tone="out">{t('state--dueToday')}</StateWord>;
  return <StateWord tone="wait">{t('state--left', { count: workingDaysLeft })}</StateWord>;
}
