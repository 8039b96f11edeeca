import { useTranslation } from 'react-i18next';
import type { ComplaintView, StandInStep } from '../../../shared/api/complaint.contract';
import { useStandInWords } from '../../ui/complaint/use-stand-in-words';
import { useForesight } from './complaints.queries';

interface ForeseenProps {
  procedureId: number;
  accused: number[];
  unitId: number | undefined;
}

/** Before a case is registered. */
export function ForeseenStandIns({ procedureId, accused, unitId }: ForeseenProps) {
  const { data = [] } = useForesight({ procedureId, accused, ...(unitId !== undefined && { unitId }) });
  return <StandIns steps={data} />;
}

/** Of what lies ahead of a case. */
export function StandInsAhead({ its: { ahead } }: { its: ComplaintView }) {
  const steps = ahead.flatMap(({ standIn, ...step }) => (standIn ? [{ ...step, ...standIn }] : []));
  return <StandIns steps={steps} />;
}

/** Which steps nobody of their own people can take, and who takes them then: each reason once. */
function StandIns({ steps }: { steps: readonly StandInStep[] }) {
  const { t } = useTranslation('complaints');
  const words = useStandInWords();
  const titles = new Map<string, string[]>();
  for (const { by, title, ...its } of steps) {
    const why = words(its, by);
    titles.set(why, [...(titles.get(why) ?? []), title]);
  }
  if (titles.size === 0) return null;
  return (
    <section className="complaint-stand-ins small" aria-label={t('title--standIns')} aria-live="polite">
      {[...titles].map(([why, its]) => (
        <p key={why}>{t('standIn--step', { steps: its.join(t('label--comma')), words: why })}</p>
      ))}
    </section>
  );
}
