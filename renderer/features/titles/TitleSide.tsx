import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LookupResult, Security, TitleView } from '../../../shared/api/title.contract';
import { useMay } from '../../app/use-may';
import { TitleAttachmentStrip } from '../../ui/attachments/AttachmentStrip';
import { RecordBorrowings } from '../../ui/borrowing/RecordBorrowings';
import { HistoryList } from '../../ui/HistoryList';
import { StateWord, type Tone } from '../../ui/StateWord';
import { yuan } from '../../ui/yuan';
import { useToday } from './titles.queries';

/** What it secures, what the registry said, the certificates before and after it, and who corrected what. */
export function TitleSide({ its, onEndSecurity }: { its: TitleView; onEndSecurity: (security: Security) => void }) {
  const { t } = useTranslation('titles');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <aside className="side" tabIndex={0} aria-label={t('label--aside')}>
      <RecordBorrowings kind="title" id={its.id} lendable={its.storage === 'paper' && its.standings.length > 0} />
      <Securities its={its} onEnd={onEndSecurity} />
      <TitleAttachmentStrip titleId={its.id} />
      <Lookups its={its} />
      <Chain its={its} />
      <section>
        <h2>{t('title--history')}</h2>
        <HistoryList table="title" id={its.id} limit={10} />
      </section>
    </aside>
  );
}

function Securities({ its, onEnd }: { its: TitleView; onEnd: (security: Security) => void }) {
  const { t } = useTranslation('titles');
  const may = useMay();
  const today = useToday() ?? '';
  return (
    <section>
      <h2>{t('title--securities')}</h2>
      <ul className="title-plain">
        {its.securities.map((one) => {
          const settled = one.settledOn !== undefined && one.settledOn <= today;
          const open = one.endedOn === undefined && !one.passedTo && !settled;
          return (
            <li key={one.id}>
              <b>{one.contractNo}</b> <span className="quiet">{one.client}</span>
              <div className="small quiet">
                {t('label--secures', { amount: yuan(one.amountFen), day: one.sinceOn })}
              </div>
              {one.endedOn && (
                <StateWord tone="plain">
                  {t('state--freed', { by: one.endedBy ?? '', day: one.endedOn, reason: one.endedBecause })}
                </StateWord>
              )}
              {one.passedTo && (
                <Link to={`/titles/${one.passedTo.id}`}>
                  <StateWord tone="plain">{t('state--passedOn')}</StateWord> {one.passedTo.certificateNo}
                </Link>
              )}
              {!one.endedOn && !one.passedTo && (
                <StateWord tone={settled ? 'done' : 'wait'}>
                  {settled ? t('state--settled', { day: one.settledOn }) : t('state--notSettled')}
                </StateWord>
              )}
              {open && may('title.approve') && (
                <Button size="small" className="title-side-bar" onClick={() => onEnd(one)}>
                  {t('act--endSecurity')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const TONES: Readonly<Record<LookupResult, Tone>> = {
  valid: 'done',
  changed: 'out',
  seized: 'late',
  cancelled: 'late',
  notFound: 'late',
};

function Lookups({ its: { lookups } }: { its: TitleView }) {
  const { t } = useTranslation('titles');
  return (
    <section>
      <h2>{t('title--lookups')}</h2>
      {lookups.length === 0 && <p className="quiet small">{t('hint--noLookups')}</p>}
      <ul className="title-plain">
        {lookups.map((one) => (
          <li key={one.id}>
            <StateWord tone={TONES[one.result]}>{t(`result--${one.result}`)}</StateWord> {one.lookedOn}
            <div className="small quiet">{[one.source, one.lookedBy, one.remarks].filter(Boolean).join(' · ')}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Old certificates and new ones, earlier and later stays of the same one, and the list with which it came. */
function Chain({ its: { replaces, replacedBy, again, handover, dossierId } }: { its: TitleView }) {
  const { t } = useTranslation('titles');
  const may = useMay();
  const links = [
    ...(replaces
      ? [{ to: `/titles/${replaces.id}`, words: t('label--replaces', { no: replaces.certificateNo }) }]
      : []),
    ...(replacedBy
      ? [{ to: `/titles/${replacedBy.id}`, words: t('label--replacedBy', { no: replacedBy.certificateNo }) }]
      : []),
    ...again.map((one) => ({
      to: `/titles/${one.id}`,
      words: t('label--again', { number: one.number, day: one.registeredOn }),
    })),
    ...(handover ? [{ to: `/titles/handovers/${handover.id}`, words: t('label--handover', { no: handover.no }) }] : []),
    ...(dossierId !== undefined && may('dossier.read')
      ? [{ to: `/dossier/${dossierId}`, words: t('label--dossier') }]
      : []),
  ];
  if (links.length === 0) return null;
  return (
    <section>
      <h2>{t('title--chain')}</h2>
      <ul className="title-plain">
        {links.map(({ to, words }) => (
          <li key={to}>
            <Link to={to}>{words}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
