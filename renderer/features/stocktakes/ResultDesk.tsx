import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  COUNT_CLASSES,
  type CountClass,
  type CountLine,
  type StocktakeView,
} from '../../../shared/api/stocktake.contract';
import { useMay } from '../../app/use-may';
import { EmptyState } from '../../ui/EmptyState';
import { Explain } from './Explain';
import { Remedy } from './Remedy';
import { ResultTable } from './ResultTable';

type Shown = 'differs' | CountClass;

/** The book beside what was found; differences first, each opens to be explained or, once it is closed, to be acted on. */
export function ResultDesk({ its }: { its: StocktakeView }) {
  const { t } = useTranslation('stocktakes');
  const may = useMay();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>('differs');
  const [open, setOpen] = useState<CountLine>();
  const lines = its.lines.filter((line) => (shown === 'differs' ? line.differs : line.class === shown));
  const countOf = (name: Shown) =>
    name === 'differs' ? (its.differences ?? 0) : (its.classes.find((one) => one.class === name)?.lines ?? 0);
  const explains = its.state === 'counted' && may('title.count');
  const acts = its.state === 'closed' && may('title.keep');
  const opened = open && its.lines.find(({ id }) => id === open.id);
  if (its.state === 'abandoned') return <EmptyState title={t('title--abandoned')} hint={its.closingReason} />;
  return (
    <>
      <div className="bar">
        <Segmented<Shown>
          value={shown}
          aria-label={t('label--which')}
          options={(['differs', ...COUNT_CLASSES] as const).map((value) => ({
            value,
            label: t(`tab--${value}`, { count: countOf(value) }),
          }))}
          onChange={setShown}
        />
      </div>
      <div className="page-scroll">
        {lines.length > 0 ? (
          <ResultTable
            lines={lines}
            explains={explains}
            acts={acts}
            onOpen={(line) => {
              if (acts && line.borrowing) void navigate(`/borrowing/${line.borrowing.id}`);
              else if ((explains && line.differs) || (acts && line.remedy)) setOpen(line);
            }}
          />
        ) : (
          <EmptyState title={t(shown === 'differs' ? 'title--noDifferences' : 'title--noLines')} />
        )}
      </div>
      {opened && explains && <Explain key={opened.id} its={its} line={opened} onClose={() => setOpen(undefined)} />}
      {opened && acts && <Remedy key={opened.id} its={its} line={opened} onClose={() => setOpen(undefined)} />}
    </>
  );
}
