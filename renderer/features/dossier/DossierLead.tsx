import { Trans, useTranslation } from 'react-i18next';
import type { DossierView } from '../../../shared/api/dossier.contract';
import type { HandoverRow } from '../../../shared/api/handover.contract';
import { total } from '../../../shared/dossier/pagination';
import { Guess } from '../../ui/Guess';
import { useDayWords } from '../../ui/use-day-words';
import { nextDueOn, type Stage } from './dossier.queries';
import type { Rows } from './grid/volume-draft';

interface DossierLeadProps {
  dossier: DossierView;
  stage: Stage;
  rows: Rows;
  handovers: readonly HandoverRow[];
}

const MARKS = { b: <b />, late: <b className="late" /> };

/** The sentence that says how far the dossier is, by when the next step is due, and what the list holds. */
export function DossierLead({ dossier, stage, rows, handovers }: DossierLeadProps) {
  const { t } = useTranslation('dossier');
  const [latest] = handovers;
  const values = rows.map(({ part, values: { pages } }) => ({ part, pages }));
  const { items, pages } = total(values);
  const volumes = Math.max(1, ...rows.filter(({ part }) => part !== 'annex').map((row) => row.values.volume));
  const isListed = !dossier.imported || rows.length > 0;
  const unsigned = rows.filter((row) => row.values.pages > 0 && !row.values.signatureComplete).length;
  return (
    <>
      <StageWords dossier={dossier} stage={stage} />
      {isListed && <Trans t={t} i18nKey="lead--listed" values={{ items, pages }} components={MARKS} />}
      {!isListed && (
        <Trans
          t={t}
          i18nKey="lead--imported"
          values={{ items: dossier.itemCount, pages: dossier.pageCount }}
          components={MARKS}
        />
      )}
      {volumes > 1 && <Trans t={t} i18nKey="lead--volumes" count={volumes} components={MARKS} />}
      {dossier.missing.length > 0 && (
        <Trans t={t} i18nKey="lead--missing" count={dossier.missing.length} components={MARKS} />
      )}
      {unsigned > 0 && <Trans t={t} i18nKey="lead--unsigned" count={unsigned} components={MARKS} />}
      {t('lead--end')}
      {latest?.state === 'sentBack' && stage !== 'received' && (
        <span className="late">{t('lead--sentBack', { by: latest.receiver ?? '', reason: latest.reason })}</span>
      )}
      {stage !== 'received' && <Guess day={dossier.bToArchiveDueOn ?? dossier.aToBDueOn} as="link" />}
      <Remarks text={dossier.remarks} />
    </>
  );
}

/** Two lines of it; the rest on pointing at it, and in the form that corrects it. */
function Remarks({ text }: { text: string }) {
  const { t } = useTranslation('dossier');
  if (text === '') return null;
  return (
    <span className="dossier-remarks quiet" title={text}>
      {t('lead--remarks', { remarks: text })}
    </span>
  );
}

function StageWords({ dossier, stage }: Pick<DossierLeadProps, 'dossier' | 'stage'>) {
  const { t } = useTranslation('dossier');
  const dayWords = useDayWords();
  const dueOn = nextDueOn(dossier, stage);
  const { state, archiveNo: no = '' } = dossier;
  if (state === 'destroyed' || state === 'transferred')
    return <Trans t={t} i18nKey={`lead--${state}`} values={{ no }} components={MARKS} />;
  if (stage === 'received')
    return <>{t('lead--received', { day: dossier.receivedOn ?? '', no: dossier.archiveNo ?? '' })}</>;
  if (dossier.projectId === undefined && stage === 'withB')
    return <>{t('lead--withKeeper', { name: dossier.keeper ?? '' })}</>;
  if (!dueOn) return <>{t(`lead--${stage}NoLimit`)}</>;
  const day = dayWords(dueOn);
  if (dossier.lateDays > 0)
    return <Trans t={t} i18nKey={`lead--${stage}Late`} values={{ day, count: dossier.lateDays }} components={MARKS} />;
  return (
    <>
      <Trans t={t} i18nKey={`lead--${stage}`} values={{ day }} components={MARKS} />
      {dossier.workingDaysLeft === 0
        ? t('lead--dueToday')
        : t('lead--daysLeft', { count: dossier.workingDaysLeft ?? 0 })}
    </>
  );
}
