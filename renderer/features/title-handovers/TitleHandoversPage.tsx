import './title-handovers.css';
import { Button, Segmented } from 'antd';
import { useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import { TITLE_HANDOVER_CHOICES, type TitleHandoverRow } from '../../../shared/api/title-handover.contract';
import { useMay } from '../../app/use-may';
import { useTitlesArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { Guess } from '../../ui/Guess';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { TitleHandoverState } from './TitleHandoverState';
import { type ListChoice, useTitleHandovers } from './title-handovers.queries';

/** Which lists the person was looking at: still so after coming back. */
const useChoice = create<{ which: ListChoice }>()(() => ({ which: 'open' }));

/** Answers: which titles wait to be compared and taken into a safe, and which of them are late? */
export function TitleHandoversPage() {
  const { t } = useTranslation('titleHandovers');
  const navigate = useNavigate();
  const may = useMay();
  const { which } = useChoice();
  const { data: open } = useTitleHandovers('open');
  const { data: rows } = useTitleHandovers(which);
  const mayGive = may('title.give');
  const begin = () => void navigate('/titles/handovers/new');
  useKeys({ 'ctrl+n': () => mayGive && begin(), escape: () => void navigate(-1) });
  const late = open?.filter(({ lateDays }) => lateDays > 0).length ?? 0;
  const action = mayGive && <Button onClick={begin}>{t('action--new')}</Button>;
  return (
    <div className="page">
      <PageHead title={t('title--handovers')} area={useTitlesArea()}>
        {open && <Trans t={t} i18nKey="lead--open" count={open.length} components={{ b: <b /> }} />}
        {late > 0 && <Trans t={t} i18nKey="lead--late" count={late} components={{ late: <b className="late" /> }} />}
        {t('lead--rule')}
      </PageHead>
      <div className="bar">
        {mayGive && (
          <Button type="primary" onClick={begin}>
            {t('action--new')} <Kbd>Ctrl N</Kbd>
          </Button>
        )}
        <Segmented<ListChoice>
          value={which}
          aria-label={t('label--which')}
          options={TITLE_HANDOVER_CHOICES.map((value) => ({ value, label: t(`label--which-${value}`) }))}
          onChange={(value) => useChoice.setState({ which: value })}
        />
        <TakeAlong list={{ name: 'titleHandovers', which }} />
        {rows && <span className="bar-end">{t('label--count', { count: rows.length })}</span>}
      </div>
      <div className="page-scroll">
        {rows && rows.length > 0 && <ListTable rows={rows} />}
        {rows?.length === 0 && (
          <EmptyState
            title={t(`title--none-${which}`)}
            hint={t(mayGive ? 'hint--none' : 'hint--noneOfOthers')}
            action={action}
          />
        )}
      </div>
    </div>
  );
}

function ListTable({ rows }: { rows: TitleHandoverRow[] }) {
  const { t } = useTranslation('titleHandovers');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/titles/handovers/${rows[index]?.id}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          {(['no', 'projectNo', 'project', 'titlesAndPieces', 'managers', 'givenOn', 'dueOn', 'state'] as const).map(
            (name) => (
              <th key={name} className={name === 'titlesAndPieces' ? 'n' : undefined}>
                {t(`label--${name}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.no}</td>
            <td className="nowrap">{its.number}</td>
            <td>
              {its.project} <span className="quiet">{its.client}</span>
            </td>
            <td className="n nowrap">
              {its.titles} / {its.pieces}
            </td>
            <td className="nowrap">
              {its.a} / {its.b}
            </td>
            <td className="nowrap">{its.givenOn}</td>
            <td className="nowrap">
              {its.dueOn} <Guess day={its.dueOn} />
            </td>
            <td>
              <TitleHandoverState its={its} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
