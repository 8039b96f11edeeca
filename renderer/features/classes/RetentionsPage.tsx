import './classes.css';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMay } from '../../app/use-may';
import { useRulesArea } from '../../ui/areas';
import { Kbd } from '../../ui/Kbd';
import { LedgerLink } from '../../ui/LedgerLink';
import { PageHead } from '../../ui/PageHead';
import { StateWord } from '../../ui/StateWord';
import { TakeAlong } from '../../ui/TakeAlong';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRetentions } from '../../ui/use-record-words';
import { useRows } from '../../ui/use-rows';
import { useRetentionOverview } from './classes.queries';
import { RetentionForm, type Term } from './RetentionForm';

/** Answers: how long is what kept, and by which rule? */
export function RetentionsPage() {
  const { t } = useTranslation('classes');
  const manages = useMay()('class.manage');
  const navigate = useNavigate();
  const { data } = useRetentionOverview();
  const [edited, setEdited] = useState<Term | 'new'>();
  const [moved, setMoved] = useState<number>();
  const area = useRulesArea();
  const begin = () => manages && setEdited('new');
  useKeys({ 'ctrl+n': begin, escape: () => navigate(-1) });
  if (!data) return null;
  return (
    <div className="page">
      <PageHead title={t('title--retentions')} area={area}>
        {t('lead--retentions')}
      </PageHead>
      <div className="bar">
        {manages && (
          <Button type="primary" onClick={begin}>
            {t('action--newRetention')} <Kbd>Ctrl N</Kbd>
          </Button>
        )}
        <TakeAlong list={{ name: 'retentions' }} />
        <output className="quiet">{moved === undefined ? '' : t('state--moved', { count: moved })}</output>
      </div>
      <div className="page-scroll">
        <TermTable rows={data} onOpen={(its) => manages && setEdited(its)} />
      </div>
      {edited && (
        <RetentionForm
          its={edited === 'new' ? undefined : edited}
          onDone={(count) => {
            setMoved(count);
            setEdited(undefined);
          }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}

function TermTable({ rows, onOpen }: { rows: Term[]; onOpen: (its: Term) => void }) {
  const { t } = useTranslation('classes');
  const table = useRef<HTMLTableElement>(null);
  const names = new Map(useRetentions().map(({ id, name }) => [id, name]));
  useBeginHere(table, 'tbody tr');
  const row = useRows((index) => {
    const its = rows[index];
    if (its) onOpen(its);
  });
  return (
    <table className="rows" ref={table}>
      <thead>
        <tr>
          <th>{t('label--retention')}</th>
          <th>{t('label--years')}</th>
          <th>{t('label--basis')}</th>
          <th className="n">{t('label--dossiers')}</th>
          <th className="n">{t('label--classesOf')}</th>
          <th>{t('label--state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td>{names.get(its.id) ?? its.name}</td>
            <td className="nowrap">
              {its.years === undefined ? t('choice--forEver') : t('label--yearCount', { count: its.years })}
            </td>
            <td>{its.basis}</td>
            <td className="n">
              <LedgerLink filter={{ retentionId: its.id }} count={its.dossiers} />
            </td>
            <td className="n">{its.classes}</td>
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
