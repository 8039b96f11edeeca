import { useTranslation } from 'react-i18next';
import { useStandInWords } from '../../ui/complaint/use-stand-in-words';
import { useForesight } from './complaints.queries';

interface StandInsProps {
  procedureId: number;
  accused: number[];
  unitId: number | undefined;
}

/** Before a case is registered: which steps nobody of their own people can take, and who takes them then. */
export function StandIns({ procedureId, accused, unitId }: StandInsProps) {
  const { t } = useTranslation('complaints');
  const words = useStandInWords();
  const { data = [] } = useForesight({ procedureId, accused, ...(unitId !== undefined && { unitId }) });
  const steps = new Map<string, string[]>();
  for (const { by, title, ...its } of data) {
    const why = words(its, by);
    steps.set(why, [...(steps.get(why) ?? []), title]);
  }
  if (steps.size === 0) return null;
  return (
    <section className="complaint-stand-ins small" aria-label={t('title--standIns')} aria-live="polite">
      {[...steps].map(([why, titles]) => (
        <p key={why}>{t('standIn--step', { steps: titles.join(t('label--comma')), words: why })}</p>
      ))}
    </section>
  );
}
