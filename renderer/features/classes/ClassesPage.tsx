import './classes.css';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RecordClassOverview } from '../../../shared/api/record-class.contract';
import { useMay } from '../../app/use-may';
import { useRulesArea } from '../../ui/areas';
import { Kbd } from '../../ui/Kbd';
import { LedgerLink } from '../../ui/LedgerLink';
import { PageHead } from '../../ui/PageHead';
import { StateWord } from '../../ui/StateWord';
import { TakeAlong } from '../../ui/TakeAlong';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRecordClasses, useRetentions } from '../../ui/use-record-words';
import { useRows } from '../../ui/use-rows';
import { ClassForm } from './ClassForm';
import { useClassOverview } from './classes.queries';

/** Answers: which classes of records are there, and how are they numbered? */
export function ClassesPage() {
  const { t } = useTranslation('classes');
  const manages = useMay()('class.manage');
  const navigate = useNavigate();
  const { data } = useClassOverview();
  const [edited, setEdited] = useState<RecordClassOverview | 'new'>();
  const area = useRulesArea();
  const begin = () => manages && setEdited('new');
  useKeys({ 'ctrl+n': begin, escape: () => navigate(-1) });
  if (!data) return null;
  return (
    <div className="page">
      <PageHead title={t('title--classes')} area={area}>
        <Trans t={t} i18nKey="lead--classes" count={data.classes.length} components={{ b: <b /> }} />
      </PageHead>
      <div className="bar">
        {manages && (
          <Button type="primary" onClick={begin}>
            {t('action--newClass')} <Kbd>Ctrl N</Kbd>
          </Button>
        )}
        <TakeAlong list={{ name: 'recordClasses' }} />
        {manages && <span className="quiet">{t('hint--reviseClass')}</span>}
      </div>
      <div className="page-scroll">
        <ClassTable rows={data.classes} onOpen={(its) => manages && setEdited(its)} />
      </div>
      {edited && (
        <ClassForm
          its={edited === 'new' ? undefined : edited}
          shortName={data.shortName}
          year={data.year}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}

function ClassTable({ rows, onOpen }: { rows: RecordClassOverview[]; onOpen: (its: RecordClassOverview) => void }) {
  const { t } = useTranslation('classes');
  const table = useRef<HTMLTableElement>(null);
  const names = new Map(useRecordClasses().map(({ id, name }) => [id, name]));
  const retentions = new Map(useRetentions().map(({ id, name }) => [id, name]));
  useBeginHere(table, 'tbody tr');
  const row = useRows((index) => {
    const its = rows[index];
    if (its) onOpen(its);
  });
  return (
    <table className="rows" ref={table}>
      <thead>
        <tr>
          <th>{t('label--className')}</th>
          <th>{t('label--word')}</th>
          <th>{t('label--pattern')}</th>
          <th>{t('label--nextNumber')}</th>
          <th>{t('label--numbering')}</th>
          <th>{t('label--retention')}</th>
          <th className="n">{t('label--dossiers')}</th>
          <th>{t('label--state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td>{names.get(its.id) ?? its.name}</td>
            <td>{its.word}</td>
            <td className="pattern">{its.pattern}</td>
            <td className="nowrap">{its.nextNumber}</td>
            <td className="nowrap">{t(its.yearly ? 'choice--yearly' : 'choice--running')}</td>
            <td className="nowrap">{retentions.get(its.retentionId)}</td>
            <td className="n">
              <LedgerLink filter={{ classId: its.id }} count={its.dossiers} />
            </td>
            <td className="nowrap">
              <StateWord tone={its.retired ? 'plain' : 'done'}>
                {t(its.retired ? 'state--retired' : 'state--inUse')}
              </StateWord>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
