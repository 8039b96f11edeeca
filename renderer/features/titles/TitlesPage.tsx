import './titles.css';
import { Button, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { TITLE_CHOICES, type TitleRow } from '../../../shared/api/title.contract';
import { useMay } from '../../app/use-may';
import { useTitlesArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { ActButtons } from './acts/ActButtons';
import { ActDialog } from './acts/ActDialog';
import { borrowedOn, commonActs, type SafeAct, slipPath } from './acts/safe-acts';
import { TitleFilters } from './TitleFilters';
import { TitleLead } from './TitleLead';
import { TitleTable } from './TitleTable';
import { useTitlesQuestion, useTitlesTotals } from './titles.queries';
import { chooseNone, isFiltered, showOnly, useTitlesView } from './titles-view.store';

/** Answers: which titles does the company hold, where is each of them, and which want attention? */
export function TitlesPage() {
  const { t } = useTranslation('titles');
  const may = useMay();
  const navigate = useNavigate();
  useAskedFilter();
  const { filter, chosen } = useTitlesView();
  const question = useTitlesQuestion();
  const { data } = useTitlesTotals(question);
  const text = useRef<InputRef>(null);
  const [act, setAct] = useState<{ act: SafeAct; rows: readonly TitleRow[] }>();
  const mayPrint = may('print.form');
  const preview = () => mayPrint && void navigate(listPath('title-list', question));
  useKeys({
    'ctrl+p': () => void preview(),
    'ctrl+f': () => text.current?.focus({ cursor: 'all' }),
    escape: () => (chosen.length > 0 ? chooseNone() : void navigate(-1)),
  });
  const filtered = isFiltered(filter);
  const offered = commonActs(chosen).filter((its) => its !== 'lend' || may('borrowing.ask'));
  const begin = (its: (typeof offered)[number]) => {
    const path = slipPath(its, chosen);
    if (path) void navigate(path);
    else if (its !== 'lend') setAct({ act: its, rows: chosen });
  };
  return (
    <div className="page">
      <PageHead title={t('title--titles')} area={useTitlesArea()}>
        <TitleLead />
      </PageHead>
      <div className="bar">
        <TitleFilters textRef={text} />
        {mayPrint && (
          <>
            <Button onClick={() => void preview()}>
              {t('action--print')} <Kbd>Ctrl P</Kbd>
            </Button>
            <ExportButton list={{ name: 'titles', ...question }} />
          </>
        )}
        {data && <span className="bar-end">{t('label--found', { count: data.total, pieces: data.pieces })}</span>}
      </div>
      {may('title.keep') && chosen.length > 0 && (
        <div className="bar titles-chosen">
          <b>{t('label--chosen', { count: chosen.length })}</b>
          <ActButtons acts={offered} borrowed={chosen.every(borrowedOn)} onAct={begin} />
          {offered.length === 0 && <span className="quiet">{t('hint--nothingInCommon')}</span>}
          <Button type="link" className="bar-end" onClick={chooseNone}>
            {t('action--chooseNone')} <Kbd>Esc</Kbd>
          </Button>
        </div>
      )}
      {data && data.total > 0 && <TitleTable question={question} count={data.total} />}
      {data?.total === 0 &&
        (filtered ? (
          <EmptyState
            title={t('title--notFound')}
            hint={t('hint--notFound')}
            action={<Button onClick={() => showOnly({})}>{t('action--showAll')}</Button>}
          />
        ) : (
          <EmptyState
            title={t('title--empty')}
            hint={t('hint--empty')}
            action={<Button onClick={() => void navigate('/titles/handovers')}>{t('action--toHandovers')}</Button>}
          />
        ))}
      {act && (
        <ActDialog
          {...act}
          onClose={() => setAct(undefined)}
          onDone={({ id }) => {
            chooseNone();
            void navigate(`/titles/slips/${id}`);
          }}
        />
      )}
    </div>
  );
}

/** `/titles?which=overdue&safe=1&compartment=3`: a number elsewhere opens the list that it counts. */
function useAskedFilter() {
  const [params, setParams] = useSearchParams();
  useEffect(() => {
    if ([...params.keys()].length === 0) return;
    const which = TITLE_CHOICES.find((choice) => choice === params.get('which'));
    const number = (name: string) => Number(params.get(name)) || undefined;
    showOnly({
      ...(which && { which }),
      ...{ safeId: number('safe'), compartmentId: number('compartment'), projectId: number('project') },
    });
    setParams({}, { replace: true });
  }, [params, setParams]);
}
