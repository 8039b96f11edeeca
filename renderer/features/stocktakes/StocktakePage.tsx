import './stocktakes.css';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { StocktakeView } from '../../../shared/api/stocktake.contract';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { Abandon } from './Abandon';
import { CloseStocktake } from './CloseStocktake';
import { CountingDesk } from './CountingDesk';
import { isWaiting, useCountLine } from './count-line.store';
import { ResultDesk } from './ResultDesk';
import { SignCount } from './SignCount';
import { type StocktakeAct, StocktakeBar } from './StocktakeBar';
import { StocktakeLead } from './StocktakeLead';
import { StocktakeSide } from './StocktakeSide';
import { useStocktake } from './stocktakes.queries';
import { useScopeWords } from './use-scope-words';

export function StocktakePage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useStocktake(id);
  if (error)
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  return data ? <One key={id} its={data} /> : null;
}

/** One stocktake: counted at the safe, then read beside the book, explained and decided on. */
function One({ its }: { its: StocktakeView }) {
  const { t } = useTranslation('stocktakes');
  const navigate = useNavigate();
  const may = useMay();
  const scope = useScopeWords();
  const me = useSession((session) => session.me?.staffId);
  const [asked, setAsked] = useState<StocktakeAct>();
  const counts = me === its.firstCounterId || me === its.secondCounterId;
  const first: StocktakeAct | undefined =
    its.state === 'counting' && counts
      ? 'sign'
      : its.state === 'counted' && !counts && may('title.approve')
        ? 'close'
        : undefined;
  // What was read and is not taken down yet would be missing under the signatures.
  const act = (one: StocktakeAct | undefined) =>
    (one !== 'sign' || !isWaiting(useCountLine.getState(), its.id)) && setAsked(one);
  const form = its.state === 'counting' ? 'counting-sheet' : 'stocktake';
  const preview = () => may('print.form') && its.state !== 'abandoned' && void navigate(`/print/${form}/${its.id}`);
  useKeys({
    'ctrl+enter': () => act(first),
    'ctrl+p': () => void preview(),
    escape: () => navigate(-1),
  });
  const close = () => setAsked(undefined);
  return (
    <div className="page">
      <PageHead title={t('title--stocktake', { no: its.no })} aside={scope(its)}>
        <StocktakeLead its={its} />
      </PageHead>
      <div className="split stocktake-split">
        <div className="stocktake-main">
          <StocktakeBar its={its} first={first} onAct={act} onPreview={() => void preview()} />
          {its.state === 'counting' ? <CountingDesk its={its} counts={counts} /> : <ResultDesk its={its} />}
        </div>
        <StocktakeSide its={its} />
      </div>
      {asked === 'sign' && <SignCount its={its} onClose={close} />}
      {asked === 'close' && <CloseStocktake its={its} onClose={close} />}
      {asked === 'abandon' && <Abandon its={its} onClose={close} />}
    </div>
  );
}
