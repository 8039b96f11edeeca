import './stocktakes.css';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StocktakeRow } from '../../../shared/api/stocktake.contract';
import { useMay } from '../../app/use-may';
import { useTitlesArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { NewStocktake } from './NewStocktake';
import { StocktakeState } from './StocktakeState';
import { useStocktakes } from './stocktakes.queries';
import { useScopeWords } from './use-scope-words';

/** Answers: which stocktake is under way, and what did the earlier ones find? */
export function StocktakesPage() {
  const { t } = useTranslation('stocktakes');
  const may = useMay();
  const navigate = useNavigate();
  const [starting, setStarting] = useState(false);
  const { data: rows } = useStocktakes();
  const begin = () => may('title.count') && setStarting(true);
  useKeys({ 'ctrl+n': () => void begin(), escape: () => navigate(-1) });
  const area = useTitlesArea();
  if (!rows) return null;
  const open = rows.filter(({ state }) => state === 'counting' || state === 'counted');
  const action = may('title.count') && (
    <Button type="primary" onClick={() => void begin()}>
      {t('action--start')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('title--stocktakes')} area={area}>
        {open.length > 0 ? (
          <Trans
            t={t}
            i18nKey="lead--open"
            count={open.length}
            values={{ no: open[0]?.no }}
            components={{ b: <b /> }}
          />
        ) : (
          t('lead--none', { count: rows.length })
        )}
      </PageHead>
      <div className="bar">
        {action}
        <TakeAlong list={{ name: 'stocktakes' }} />
      </div>
      <div className="page-scroll">
        {rows.length > 0 ? (
          <StocktakeTable rows={rows} />
        ) : (
          <EmptyState title={t('title--noStocktakes')} hint={t('hint--noStocktakes')} action={action} />
        )}
      </div>
      {starting && (
        <NewStocktake onClose={() => setStarting(false)} onDone={(id) => void navigate(`/titles/stocktakes/${id}`)} />
      )}
    </div>
  );
}

function StocktakeTable({ rows }: { rows: StocktakeRow[] }) {
  const { t } = useTranslation('stocktakes');
  const navigate = useNavigate();
  const scope = useScopeWords();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/titles/stocktakes/${rows[index]?.id}`));
  const heads = ['no', 'scope', 'startedOn', 'counters', 'book', 'found', 'differences', 'state'] as const;
  return (
    <table className="rows">
      <thead>
        <tr>
          {heads.map((name) => (
            <th key={name} className={['book', 'found', 'differences'].includes(name) ? 'n' : undefined}>
              {t(`label--${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.no}</td>
            <td>{scope(its)}</td>
            <td className="nowrap">{its.startedOn}</td>
            <td className="nowrap">{t('label--two', { first: its.firstCounter, second: its.secondCounter })}</td>
            <td className="n">{its.bookPieces}</td>
            <td className="n">{its.foundPieces ?? its.counted}</td>
            <td className={its.differences ? 'n late' : 'n'}>{its.differences}</td>
            <td className="nowrap">
              <StocktakeState its={its} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
