import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DisposalRow } from '../../../shared/api/disposal.contract';
import { useBeginHere } from '../../ui/use-begin-here';
import { useRows } from '../../ui/use-rows';
import { DisposalState } from './DisposalState';

/** Lists of one kind, the newest first; Enter opens one. */
export function DisposalTable({ rows, withReceiver }: { rows: DisposalRow[]; withReceiver?: boolean }) {
  const { t } = useTranslation('disposal');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/disposal/${rows[index]?.id}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--no')}</th>
          {withReceiver && <th>{t('label--receiver')}</th>}
          <th>{t('label--reason')}</th>
          <th className="n">{t('label--dossiers')}</th>
          <th className="n">{t('label--pages')}</th>
          <th>{t('label--made')}</th>
          <th>{t('label--decided')}</th>
          <th>{t('label--state')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.no}</td>
            {withReceiver && <td>{its.receiver}</td>}
            <td className="disposal-reason">{its.reason}</td>
            <td className="n">{its.dossiers}</td>
            <td className="n">{its.pages}</td>
            <td className="nowrap">
              {its.madeOn} <span className="quiet">{its.madeBy}</span>
            </td>
            <td className="nowrap">
              {its.decidedOn} <span className="quiet">{its.decidedBy}</span>
            </td>
            <td className="nowrap">
              <DisposalState its={its} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
