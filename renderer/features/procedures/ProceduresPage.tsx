import './procedures.css';
import { useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ManagedProcedure } from '../../../shared/complaint/managed-procedure';
import { useRulesArea } from '../../ui/areas';
import { PageHead } from '../../ui/PageHead';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { ProcedureStateWord } from './ProcedureStateWord';
import { useManaged } from './procedures.queries';

/** Answers: by which procedures are complaints handled, since when, and how many run on each? */
export function ProceduresPage() {
  const { t } = useTranslation('procedures');
  const navigate = useNavigate();
  const area = useRulesArea();
  const { data: rows } = useManaged();
  useKeys({ escape: () => navigate(-1) });
  if (!rows) return null;
  const count = rows.filter(({ state }) => state === 'inUse').length;
  return (
    <div className="page">
      <PageHead title={t('title--procedures')} area={area}>
        <Trans t={t} i18nKey="lead--procedures" count={count} components={{ b: <b /> }} />
      </PageHead>
      <p className="quiet small procedure-hint">{t('hint--procedures')}</p>
      <div className="page-scroll">
        <ProcedureTable rows={rows} />
      </div>
    </div>
  );
}

function ProcedureTable({ rows }: { rows: ManagedProcedure[] }) {
  const { t } = useTranslation('procedures');
  const navigate = useNavigate();
  const table = useRef<HTMLTableElement>(null);
  useBeginHere(table, 'tbody tr');
  const row = useRows((index) => void navigate(`/procedures/${rows[index]?.id}`));
  return (
    <table className="rows" ref={table}>
      <thead>
        <tr>
          <th>{t('label--title')}</th>
          <th>{t('label--state')}</th>
          <th>{t('label--version')}</th>
          <th>{t('label--since')}</th>
          <th className="n">{t('label--steps')}</th>
          <th className="n">{t('label--limits')}</th>
          <th className="n">{t('label--openCases')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td>
              {its.title} <span className="quiet small">{its.source}</span>
            </td>
            <td>
              <ProcedureStateWord state={its.state} />
            </td>
            <td>{t('label--versionNo', { version: its.version })}</td>
            <td className="nowrap">
              {its.madeOn} <span className="quiet">{its.madeBy ?? t('label--shipped')}</span>
            </td>
            <td className="n">{its.steps}</td>
            <td className="n">{its.limits}</td>
            <td className="n">{its.openCases}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
