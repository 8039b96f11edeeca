import './titles.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Security, TitleAct, TitleView } from '../../../shared/api/title.contract';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { useTitlesArea } from '../../ui/areas';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { ActButtons } from './acts/ActButtons';
import { ActDialog } from './acts/ActDialog';
import { Describe } from './acts/Describe';
import { EndSecurity } from './acts/EndSecurity';
import { LookUp } from './acts/LookUp';
import { borrowedOn, slipPath } from './acts/safe-acts';
import { TitleFacts } from './TitleFacts';
import { TitleLife } from './TitleLife';
import { TitleSide } from './TitleSide';
import { useTitle } from './titles.queries';
import { Where } from './Where';

export function TitlePage() {
  const id = Number(useParams().id);
  const errorText = useErrorText();
  const { data, error } = useTitle(id);
  if (error) {
    return (
      <div className="page">
        <Alert type="error" title={errorText(error)} />
      </div>
    );
  }
  return data ? <Title key={id} its={data} /> : null;
}

type Asked = { act: Exclude<TitleAct, 'lend'> | 'describe' } | { act: 'endSecurity'; security: Security };

/** One title's whole life: where it is, what it secures, every movement, and what can be done now. */
function Title({ its }: { its: TitleView }) {
  const { t } = useTranslation('titles');
  const navigate = useNavigate();
  const may = useMay();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const keeps = may('title.keep');
  const onSlip = borrowedOn(its) !== undefined;
  const doable = its.acts
    .filter(({ act, because }) => mayDo(act, may) && (!because || (act === 'giveBack' && onSlip)))
    .map(({ act }) => act);
  const begin = (act: TitleAct) => {
    const path = slipPath(act, [its]);
    if (path) void navigate(path);
    else if (act !== 'lend') setAsked({ act });
  };
  useKeys({
    'alt+a': () => navigate(`/attachments/title/${its.id}`),
    'alt+e': () => keeps && setAsked({ act: 'describe' }),
    escape: () => navigate(-1),
  });
  return (
    <div className="page">
      <PageHead title={its.certificateNo} aside={`${t(`kind--${its.kind}`)} · ${its.owner}`} area={useTitlesArea()}>
        <Where standings={its.standings} /> {t('lead--title', { number: its.number, client: its.client })}
      </PageHead>
      <div className="bar">
        <ActButtons acts={doable} borrowed={onSlip} onAct={begin} />
        {keeps && (
          <Button onClick={() => setAsked({ act: 'describe' })}>
            {t('act--describe')} <Kbd>Alt E</Kbd>
          </Button>
        )}
      </div>
      <div className="split">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="page-scroll" tabIndex={0} aria-label={t('title--life')}>
          <NotNow its={its} may={may} />
          <TitleFacts its={its} />
          <h2>{t('title--life')}</h2>
          <TitleLife its={its} />
        </section>
        <TitleSide its={its} onEndSecurity={(security) => setAsked({ act: 'endSecurity', security })} />
      </div>
      {asked?.act === 'describe' && <Describe its={its} onClose={close} />}
      {asked?.act === 'lookUp' && <LookUp its={its} onClose={close} />}
      {asked?.act === 'endSecurity' && <EndSecurity its={its} security={asked.security} onClose={close} />}
      {asked && asked.act !== 'describe' && asked.act !== 'lookUp' && asked.act !== 'endSecurity' && (
        <ActDialog
          act={asked.act}
          rows={[its]}
          onClose={close}
          onDone={({ id }) => void navigate(`/titles/slips/${id}`)}
        />
      )}
    </div>
  );
}

/** Why something cannot be done now, sentence by sentence; what is only not the other way round is left out. */
function NotNow({ its, may }: { its: TitleView; may: May }) {
  const { t } = useTranslation(['titles', 'errors']);
  const reasons = new Map<string, { acts: TitleAct[]; words: string }>();
  for (const { act, because } of its.acts) {
    if (!because || !mayDo(act, may) || OTHER_WAY.has(because.reason)) continue;
    const words: string = t(`errors:${because.reason}` as 'errors:titleNotHere', { ...because.details });
    const known = reasons.get(words);
    reasons.set(words, { words, acts: [...(known?.acts ?? []), act] });
  }
  if (reasons.size === 0) return null;
  return (
    <ul className="title-because">
      {[...reasons.values()].map(({ acts, words }) => (
        <li key={words}>
          {t('label--notNow', { acts: acts.map((act) => t(`act--${act}`)).join(t('label--comma')) })}
          {words}
        </li>
      ))}
    </ul>
  );
}
/**
 * Nothing needs to be explained to whoever does not find "bring back" on a title that lies in its safe, nor of what has its way over
 * the borrowing slip.
 */
const OTHER_WAY: ReadonlySet<string> = new Set(['titleIsSafe', 'titleIsElectronic', 'returnedOnBorrowing']);

type May = ReturnType<typeof useMay>;
/** Whoever sees a title may look it up and ask for it; the rest is for those who keep titles. */
const mayDo = (act: TitleAct, may: May): boolean =>
  act === 'lookUp' || may(act === 'lend' ? 'borrowing.ask' : 'title.keep');
