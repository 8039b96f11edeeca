import './supplements.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { SupplementLine, SupplementView } from '../../../shared/api/supplement.contract';
import { useErrorText } from '../../api/use-error-text';
import { Guess } from '../../ui/Guess';
import { HistoryList } from '../../ui/HistoryList';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useDayWords } from '../../ui/use-day-words';
import { useKeys } from '../../ui/use-keys';
import { type LineAct, LineDialog } from './LineDialog';
import { LineTable } from './LineTable';
import { SupplementSignatures } from './SupplementSignatures';
import { useSupplement } from './supplements.queries';

export function SupplementPage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useSupplement(id);
  if (error)
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  return data ? <Supplement key={id} list={data} /> : null;
}

/** In which state a line must be for an act. */
const STATE_OF: Readonly<Record<LineAct, SupplementLine['state']>> = {
  handIn: 'open',
  confirm: 'handedIn',
  giveBack: 'handedIn',
  withdraw: 'open',
};

/** One supplement list: what is still open of it, what was handed in, and who has signed for it. */
function Supplement({ list }: { list: SupplementView }) {
  const { t } = useTranslation('supplements');
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [act, setAct] = useState<LineAct>();
  /** The chosen lines that the act fits; all that it fits where none is chosen. */
  const linesFor = (its: LineAct) => {
    const fitting = list.lines.filter(({ state }) => state === STATE_OF[its]);
    const picked = fitting.filter(({ id }) => chosen.includes(id));
    return picked.length > 0 || chosen.length > 0 ? picked : fitting;
  };
  const main: LineAct = list.receivable && linesFor('confirm').length > 0 ? 'confirm' : 'handIn';
  const preview = () => navigate(`/print/supplement-list/${list.id}`);
  useKeys({
    'ctrl+enter': () => linesFor(main).length > 0 && setAct(main),
    'ctrl+p': preview,
    escape: () => navigate(-1),
  });
  const lines = act ? linesFor(act) : [];
  return (
    <div className="page">
      <PageHead
        title={t('title--supplement', { no: list.no })}
        aside={[list.dossier, list.client].filter(Boolean).join(' · ')}
      >
        <SupplementLead list={list} />
      </PageHead>
      <div className="split supplement-split">
        <div className="supplement-main">
          <SupplementBar
            list={list}
            main={main}
            count={(its) => linesFor(its).length}
            onAct={setAct}
            onPreview={preview}
          />
          <LineTable list={list} chosen={chosen} onChoose={setChosen} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
          <SupplementSignatures list={list} />
          <section>
            <h2>{t('title--history')}</h2>
            <HistoryList table="supplement_list" id={list.id} limit={10} />
          </section>
        </aside>
      </div>
      {act && lines.length > 0 && (
        <LineDialog
          act={act}
          list={list}
          lines={lines}
          onClose={() => setAct(undefined)}
          onDone={() => {
            setAct(undefined);
            setChosen([]);
          }}
        />
      )}
    </div>
  );
}

function SupplementLead({ list }: { list: SupplementView }) {
  const { t } = useTranslation('supplements');
  const dayWords = useDayWords();
  const { checker, issuedOn, responsible, dueOn, open, handedIn, lateDays, state, closedOn } = list;
  return (
    <>
      {t('lead--supplement', { checker, day: issuedOn, responsible, due: dayWords(dueOn) })}
      <Guess day={dueOn} />
      {lateDays > 0 && (
        <Trans
          t={t}
          i18nKey="lead--supplementLate"
          count={lateDays}
          components={{ late: <b className={state === 'open' ? 'late' : undefined} /> }}
        />
      )}
      {state === 'open' && <Trans t={t} i18nKey="lead--stillOpen" count={open + handedIn} components={{ b: <b /> }} />}
      {state === 'closed' && t('lead--closed', { day: closedOn ?? '' })}
      {t('lead--end')}
    </>
  );
}

interface SupplementBarProps {
  list: SupplementView;
  main: LineAct;
  count: (act: LineAct) => number;
  onAct: (act: LineAct) => void;
  onPreview: () => void;
}

/** What can be done with the lines that are chosen, or with all of them. */
function SupplementBar({ list, main, count, onAct, onPreview }: SupplementBarProps) {
  const { t } = useTranslation(['supplements', 'errors']);
  const navigate = useNavigate();
  const acts: readonly LineAct[] = list.receivable ? ['handIn', 'confirm', 'giveBack', 'withdraw'] : ['handIn'];
  const because = list.notReceivableBecause;
  return (
    <>
      <div className="bar">
        {list.state === 'open' &&
          acts
            .filter((its) => count(its) > 0)
            .map((its) => (
              <Button key={its} type={its === main ? 'primary' : 'default'} onClick={() => onAct(its)}>
                {t(`action--${its}`)} {its === main && <Kbd>Ctrl Enter</Kbd>}
              </Button>
            ))}
        <Button onClick={onPreview}>
          {t('action--preview')} <Kbd>Ctrl P</Kbd>
        </Button>
        <Button onClick={() => navigate(`/dossier/${list.dossierId}`)}>{t('action--openDossier')}</Button>
      </div>
      {list.state === 'open' && (
        <p className="supplement-why quiet small">
          {t('hint--choose')}
          {because && ` ${t(`errors:${because}` as 'errors:unknown', { no: list.no })}`}
        </p>
      )}
    </>
  );
}
