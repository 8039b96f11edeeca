import './checklists.css';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ChecklistRow } from '../../../shared/api/checklist.contract';
import { useMay } from '../../app/use-may';
import { useRulesArea } from '../../ui/areas';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { useChecklists } from './checklists.queries';
import { NewChecklist } from './NewChecklist';

/** Answers: which papers does a dossier of each kind need? */
export function ChecklistsPage() {
  const { t } = useTranslation('checklists');
  const edits = useMay()('checklist.edit');
  const navigate = useNavigate();
  const { data: rows } = useChecklists();
  const [making, setMaking] = useState(false);
  const area = useRulesArea();
  const begin = () => edits && setMaking(true);
  useKeys({ 'ctrl+n': begin, escape: () => navigate(-1) });
  if (!rows) return null;
  return (
    <div className="page">
      <PageHead title={t('title--checklists')} area={area}>
        <Trans t={t} i18nKey="lead--checklists" count={rows.length} components={{ b: <b /> }} />
      </PageHead>
      <div className="bar">
        {edits && (
          <Button type="primary" onClick={begin}>
            {t('action--new')} <Kbd>Ctrl N</Kbd>
          </Button>
        )}
        <TakeAlong list={{ name: 'checklists' }} />
      </div>
      <div className="page-scroll">
        <ChecklistTable rows={rows} />
      </div>
      {making && <NewChecklist onClose={() => setMaking(false)} onDone={(id) => void navigate(`/checklists/${id}`)} />}
    </div>
  );
}

function ChecklistTable({ rows }: { rows: ChecklistRow[] }) {
  const { t } = useTranslation('checklists');
  const navigate = useNavigate();
  const table = useRef<HTMLTableElement>(null);
  useBeginHere(table, 'tbody tr');
  const row = useRows((index) => {
    const its = rows[index];
    if (its) void navigate(`/checklists/${its.id}`);
  });
  return (
    <table className="rows" ref={table}>
      <thead>
        <tr>
          <th>{t('label--name')}</th>
          <th>{t('label--recordClass')}</th>
          <th className="n">{t('label--entries')}</th>
          <th className="n">{t('label--requiredCount')}</th>
          <th>{t('label--version')}</th>
          <th>{t('label--made')}</th>
          <th className="n">{t('label--dossiers')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td>{its.name}</td>
            <td>{t(`class--${its.recordClass}`)}</td>
            <td className="n">{its.entries}</td>
            <td className="n">{its.required}</td>
            <td>{t('label--versionNo', { version: its.version })}</td>
            <td className="nowrap">
              {its.madeOn} <span className="quiet">{its.madeBy ?? t('label--shipped')}</span>
            </td>
            <td className="n">{its.dossiers}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
