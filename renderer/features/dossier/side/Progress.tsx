import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DossierView } from '../../../../shared/api/dossier.contract';
import type { HandoverKind, HandoverRow } from '../../../../shared/api/handover.contract';
import { useDayWords } from '../../../ui/use-day-words';
import type { Stage } from '../dossier.queries';

interface ProgressProps {
  dossier: DossierView;
  handovers: readonly HandoverRow[];
  stage: Stage;
}

type Standing = 'done' | 'now' | 'open';

const ORDER: readonly Stage[] = ['withA', 'atBToCheck', 'withB', 'atArchiveToCheck', 'received'];

/** The four steps to the shelf: what is done, by whom and when, and by when the rest is due. */
export function Progress({ dossier, handovers, stage }: ProgressProps) {
  const { t } = useTranslation('dossier');
  const dayWords = useDayWords();
  const at = ORDER.indexOf(stage);
  const { aToBDueOn, bToArchiveDueOn, aManager = '', bManager = '' } = dossier;
  const byKeeper = dossier.projectId === undefined;
  const toB = handovers.find(({ kind }) => kind === 'aToB');
  const toArchive = handovers.find(({ kind }) => kind === 'bToArchive');
  const limit = (kind: HandoverKind, day: string | undefined) =>
    day && t(`label--limit-${kind}`, { day: dayWords(day) });
  return (
    <section>
      <h2>{t('title--progress')}</h2>
      <ol className="steps">
        <Step standing={at === 0 || (byKeeper && at === 2) ? 'now' : 'done'} title={t('label--step-compile')}>
          {byKeeper ? dossier.keeper : t('label--byA', { name: aManager })}
        </Step>
        {!byKeeper && (
          <Step standing={at >= 2 ? 'done' : at === 1 ? 'now' : 'open'} title={t('label--step-aToB')}>
            <HandoverWords
              handover={at >= 1 ? toB : undefined}
              otherwise={limit('aToB', aToBDueOn) ?? t('label--receiver', { name: bManager })}
            />
          </Step>
        )}
        <Step
          standing={at >= 4 ? 'done' : at >= 2 + Number(byKeeper) ? 'now' : 'open'}
          title={t(byKeeper ? 'label--step-keeper' : 'label--step-bToArchive')}
        >
          <HandoverWords handover={at >= 3 ? toArchive : undefined} otherwise={limit('bToArchive', bToArchiveDueOn)} />
        </Step>
        <Step standing={at === 4 ? 'done' : 'open'} title={t('label--step-number')}>
          {dossier.archiveNo ?? t('label--expectedNo', { no: dossier.expectedArchiveNo ?? '' })}
        </Step>
      </ol>
    </section>
  );
}

function Step({ standing, title, children }: { standing: Standing; title: string; children: React.ReactNode }) {
  const { t } = useTranslation('dossier');
  return (
    <li className={`step step-${standing}`} aria-current={standing === 'now' ? 'step' : undefined}>
      <b>
        {title}
        {standing === 'done' && <span className="step-word">{t('state--done')}</span>}
      </b>
      <small>{children}</small>
    </li>
  );
}

function HandoverWords({ handover, otherwise }: { handover?: HandoverRow; otherwise?: string }) {
  const { t } = useTranslation('dossier');
  if (!handover) return <>{otherwise}</>;
  const words = { no: handover.no, giver: handover.giver, givenOn: handover.givenOn };
  return (
    <>
      <Link to={`/handover/${handover.id}`}>{t('label--given', words)}</Link>
      {handover.lateDays > 0 && <span className="late">{t('label--givenLate', { count: handover.lateDays })}</span>}
      {handover.state === 'accepted' && (
        <span>{t('label--accepted', { receiver: handover.receiver ?? '', closedOn: handover.closedOn ?? '' })}</span>
      )}
    </>
  );
}
