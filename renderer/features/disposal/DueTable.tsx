import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DueRow } from '../../../shared/api/disposal.contract';
import { LentWord } from '../../ui/LentWord';
import { useBeginHere } from '../../ui/use-begin-here';
import { useRows } from '../../ui/use-rows';
import { useHindrance } from './use-hindrance';

/** What is past its retention, the longest first; Enter opens the dossier. */
export function DueTable({ rows }: { rows: DueRow[] }) {
  const { t } = useTranslation(['disposal', 'ui']);
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  const hindrance = useHindrance();
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/dossier/${rows[index]?.id}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--archiveNo')}</th>
          <th>{t('label--title')}</th>
          <th>{t('label--class')}</th>
          <th className="n">{t('label--year')}</th>
          <th className="n">{t('label--items')}</th>
          <th className="n">{t('label--pages')}</th>
          <th>{t('label--endedOn')}</th>
          <th>{t('label--retention')}</th>
          <th>{t('label--keepUntil')}</th>
          <th className="n">{t('label--overdue')}</th>
          <th>{t('label--place')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.archiveNo}</td>
            <td>
              {its.title}
              {its.lentTo !== undefined && (
                <div className="small">
                  <LentWord {...its} word={t(`state--${its.state as 'lent'}`)} />
                </div>
              )}
              {its.because && <div className="amber small">{hindrance(its)}</div>}
            </td>
            <td>{its.className}</td>
            <td className="n">{its.year}</td>
            <td className="n">{its.items}</td>
            <td className="n">{its.pages}</td>
            <td className="nowrap">{its.endedOn}</td>
            <td className="nowrap">{its.retention}</td>
            <td className="nowrap late">{its.keepUntil}</td>
            <td className={its.overdueDays > LONG_OVER ? 'n nowrap late' : 'n nowrap amber'}>
              {t('label--overdueDays', { count: its.overdueDays })}
            </td>
            <td className="small">{its.place && t('ui:label--place', { ...its.place })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A whole year past the end is red, less is amber. */
const LONG_OVER = 365;
