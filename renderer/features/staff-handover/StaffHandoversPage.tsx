import './staff-handover.css';
import { Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import type { StaffHandoverRow } from '../../../shared/api/staff-handover.contract';
import { useMay } from '../../app/use-may';
import { useHandoverArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { PrintListButton } from '../../ui/PrintListButton';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { LeaverTable } from './LeaverTable';
import { ListState } from './ListState';
import { NewList } from './NewList';
import { LIST_CHOICES, type ListChoice, useLeavers, useStaffHandovers } from './staff-handover.queries';

/** Which lists the person was looking at: still so after coming back. */
const useChoice = create<{ choice: ListChoice }>()(() => ({ choice: 'open' }));

/** Answers: who is leaving, what do they still hold, and whose signature is missing? */
export function StaffHandoversPage() {
  const { t } = useTranslation('staffHandover');
  const area = useHandoverArea();
  const may = useMay();
  const { choice } = useChoice();
  const { data: lists } = useStaffHandovers(choice);
  const { data: open = [] } = useStaffHandovers('open');
  const { data: leavers = [] } = useLeavers();
  const [isMaking, setIsMaking] = useState(false);
  const mayPrepare = may('staffHandover.prepare');
  useKeys({ 'ctrl+n': () => mayPrepare && setIsMaking(true) });
  return (
    <div className="page">
      <PageHead title={t('title--lists')} area={area}>
        <Trans t={t} i18nKey="lead--leaving" count={leavers.length} components={{ b: <b /> }} />
        <Trans
          t={t}
          i18nKey="lead--asked"
          count={open.filter(({ state }) => state === 'asked').length}
          components={{ b: <b /> }}
        />
      </PageHead>
      <div className="bar">
        {mayPrepare && (
          <Button type="primary" onClick={() => setIsMaking(true)}>
            {t('action--make')} <Kbd>Ctrl N</Kbd>
          </Button>
        )}
        <Segmented<ListChoice>
          value={choice}
          aria-label={t('label--which')}
          options={LIST_CHOICES.map((value) => ({ value, label: t(`label--which-${value}`) }))}
          onChange={(value) => useChoice.setState({ choice: value })}
        />
        {mayPrepare && <PrintListButton list={{ name: 'staffHandovers', openOnly: choice === 'open' }} />}
        {mayPrepare && may('print.form') && (
          <ExportButton list={{ name: 'staffHandovers', openOnly: choice === 'open' }} />
        )}
        {lists && <span className="bar-end">{t('label--count', { count: lists.length })}</span>}
      </div>
      <div className="page-scroll">
        {leavers.length > 0 && <LeaverTable leavers={leavers} />}
        {lists && lists.length > 0 && <ListTable lists={lists} />}
        {lists?.length === 0 && leavers.length === 0 && (
          <EmptyState title={t(`title--none-${choice}`)} hint={t(mayPrepare ? 'hint--none' : 'hint--noneOfMine')} />
        )}
      </div>
      {isMaking && <NewList onClose={() => setIsMaking(false)} />}
    </div>
  );
}

function ListTable({ lists }: { lists: StaffHandoverRow[] }) {
  const { t } = useTranslation('staffHandover');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/staff-handover/${lists[index]?.id}`));
  return (
    <section>
      <h2>{t('title--listTable')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th>{t('label--no')}</th>
            <th>{t('label--from')}</th>
            <th>{t('label--department')}</th>
            <th className="n">{t('label--things')}</th>
            <th>{t('label--successors')}</th>
            <th>{t('label--supervisor')}</th>
            <th>{t('label--madeOn')}</th>
            <th>{t('label--state')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {lists.map((list, index) => (
            <tr key={list.id} {...row(index)}>
              <td className="nowrap">{list.no}</td>
              <td className="nowrap">{list.from}</td>
              <td>{list.department}</td>
              <td className="n">{list.count}</td>
              <td>{list.successors.join(t('label--comma'))}</td>
              <td className="nowrap">{list.supervisor}</td>
              <td className="nowrap">{list.madeOn}</td>
              <td>
                <ListState list={list} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
