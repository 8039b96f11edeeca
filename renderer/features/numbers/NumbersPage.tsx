import './numbers.css';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { NumberSeries } from '../../../shared/api/number.contract';
import { useMay } from '../../app/use-may';
import { useLedgerArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRecordClasses } from '../../ui/use-record-words';
import { useRows } from '../../ui/use-rows';
import { NumberList } from './NumberList';
import { useNumber, useSeries } from './numbers.queries';
import { VoidNumber } from './VoidNumber';

const keyOf = ({ classId, year }: Pick<NumberSeries, 'classId' | 'year'>) => `${classId}/${year}`;

/** Answers: which archive numbers were given, is one missing, and what became of the void ones? */
export function NumbersPage() {
  const { t } = useTranslation('numbers');
  const manages = useMay()('class.manage');
  const navigate = useNavigate();
  const { data } = useSeries();
  const asked = useAskedNumber();
  const [chosen, setChosen] = useState<string>();
  const [voiding, setVoiding] = useState(false);
  const area = useLedgerArea();
  const begin = () => manages && setVoiding(true);
  useKeys({ 'ctrl+n': begin, escape: () => navigate(-1) });
  useEffect(() => setChosen(asked && keyOf(asked)), [asked]);
  if (!data) return null;
  const series = data.find((its) => keyOf(its) === chosen) ?? data[0];
  const faults = data.filter(({ missing, doubtful }) => missing + doubtful > 0).length;
  const button = manages && (
    <Button type={data.length > 0 ? 'default' : 'primary'} onClick={begin}>
      {t('action--void')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('title--numbers')} area={area}>
        <Trans
          t={t}
          i18nKey={faults > 0 ? 'lead--faults' : 'lead--whole'}
          values={{ count: data.reduce((sum, { given, imported }) => sum + given + imported, 0), faults }}
          components={{ b: <b />, late: <b className="late" /> }}
        />
      </PageHead>
      {series ? (
        <div className="numbers">
          <SeriesTable rows={data} chosen={series} onChoose={(its) => setChosen(keyOf(its))} />
          <NumberList key={`${keyOf(series)} ${asked?.id}`} series={series} voidFirst={asked !== undefined}>
            {button}
          </NumberList>
        </div>
      ) : (
        <EmptyState title={t('title--none')} hint={t('hint--none')} action={button} />
      )}
      {voiding && <VoidNumber classId={series?.classId} onClose={() => setVoiding(false)} />}
    </div>
  );
}

/** A hit of the search leads to one number: `/numbers?number=12`. */
function useAskedNumber() {
  const [search] = useSearchParams();
  return useNumber(Number(search.get('number') ?? 0)).data;
}

interface SeriesTableProps {
  rows: NumberSeries[];
  chosen: NumberSeries;
  onChoose: (its: NumberSeries) => void;
}

function SeriesTable({ rows, chosen, onChoose }: SeriesTableProps) {
  const { t } = useTranslation('numbers');
  const table = useRef<HTMLTableElement>(null);
  const names = new Map(useRecordClasses().map(({ id, name }) => [id, name]));
  useBeginHere(table, 'tbody tr');
  const row = useRows((index) => {
    const its = rows[index];
    if (its) onChoose(its);
  });
  return (
    <div className="page-scroll">
      <table className="rows" ref={table}>
        <thead>
          <tr>
            <th>{t('label--class')}</th>
            <th>{t('label--firstToLast')}</th>
            <th className="n">{t('label--count')}</th>
            <th className="n">{t('label--void')}</th>
            <th className="n">{t('label--missing')}</th>
            <th className="n">{t('label--doubtful')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((its, index) => {
            const line = row(index);
            return (
              <tr
                key={keyOf(its)}
                {...line}
                className={keyOf(its) === keyOf(chosen) ? 'chosen' : undefined}
                onFocus={() => onChoose(its)}
              >
                <td>
                  {names.get(its.classId) ?? its.className}
                  {its.year > 0 && <span className="quiet"> {its.year}</span>}
                </td>
                <td className="small nowrap">
                  {its.first ?? '—'}
                  {its.last !== its.first && (
                    <>
                      <br />
                      {its.last}
                    </>
                  )}
                </td>
                <td className="n">{its.given + its.imported}</td>
                <td className="n">{its.void}</td>
                <td className={its.missing > 0 ? 'n late' : 'n'}>{its.missing}</td>
                <td className={its.doubtful > 0 ? 'n amber' : 'n'}>{its.doubtful}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
