import { Input, InputNumber, Radio } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { DECISIONS, type DueRow } from '../../../shared/api/disposal.contract';
import type { AppraisalWork, Opinion } from './appraisal-draft';
import { useHindrance } from './use-hindrance';

/** A line for each dossier: what it is, and what the appraiser thinks of it. */
export function AppraisalLines({ rows, work }: { rows: readonly DueRow[]; work: AppraisalWork }) {
  const { t } = useTranslation('disposal');
  return (
    <table className="rows appraisal-lines">
      <thead>
        <tr>
          <th>{t('label--archiveNo')}</th>
          <th>{t('label--title')}</th>
          <th className="n">{t('label--pages')}</th>
          <th>{t('label--retention')}</th>
          <th>{t('label--keepUntil')}</th>
          <th>{t('label--decision')}</th>
          <th>{t('label--years')}</th>
          <th className="appraisal-why">{t('label--remarks')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} opinion={work.opinionOf(row.id)} say={work.say} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  row: DueRow;
  opinion: Opinion;
  say: AppraisalWork['say'];
}

// A thousand lines stand here; only the one that is written in is drawn anew.
const Line = memo(
  function Line({ row, opinion, say }: LineProps) {
    const { t } = useTranslation('disposal');
    const hindrance = useHindrance();
    const nameOf = (what: string) => t('label--ofDossier', { dossier: row.archiveNo, what });
    return (
      <tr>
        <td className="nowrap">{row.archiveNo}</td>
        <td>{row.title}</td>
        <td className="n">{row.pages}</td>
        <td className="nowrap">{row.retention}</td>
        <td className="nowrap late">{row.keepUntil}</td>
        {row.because ? (
          <td colSpan={3} className="amber small">
            {hindrance(row)}
          </td>
        ) : (
          <Fields row={row} opinion={opinion} say={say} nameOf={nameOf} />
        )}
      </tr>
    );
  },
  (before, after) => before.row === after.row && before.opinion === after.opinion,
);

function Fields({ row, opinion, say, nameOf }: LineProps & { nameOf: (what: string) => string }) {
  const { t } = useTranslation('disposal');
  return (
    <>
      <td className="nowrap">
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={nameOf(t('label--decision'))}
          value={opinion.decision ?? 'none'}
          options={(['none', ...DECISIONS] as const).map((value) => ({ value, label: t(`decision--${value}`) }))}
          onChange={({ target }) => say(row.id, { decision: target.value === 'none' ? undefined : target.value })}
        />
      </td>
      <td>
        <InputNumber
          size="small"
          className="appraisal-years"
          min={1}
          max={200}
          precision={0}
          controls={false}
          disabled={opinion.decision !== 'keep'}
          aria-label={nameOf(t('label--years'))}
          value={opinion.years ?? null}
          onChange={(years) => say(row.id, { years: years ?? undefined })}
        />
      </td>
      <td>
        <Input
          size="small"
          maxLength={200}
          disabled={opinion.decision === undefined}
          aria-label={nameOf(t('label--remarks'))}
          value={opinion.remarks}
          onChange={(event) => say(row.id, { remarks: event.target.value })}
        />
      </td>
    </>
  );
}
