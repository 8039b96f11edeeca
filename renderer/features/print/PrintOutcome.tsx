import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text';
import type { useSavePdf, useToPrinter } from './print.queries';

interface Outcome {
  saving: ReturnType<typeof useSavePdf>;
  printing: ReturnType<typeof useToPrinter>;
}

/** Says how saving or printing goes, or has gone: with a PDF, where it is. */
export function PrintOutcome({ saving, printing }: Outcome) {
  const { t } = useTranslation('print');
  const errorText = useErrorText();
  const failure = errorText(saving.error ?? printing.error);
  return (
    <output className={failure ? 'print-outcome late' : 'print-outcome'}>
      {failure}
      {saving.isPending && t('state--savingPdf')}
      {printing.isPending && t('state--printing')}
      {saving.data && (saving.data.path ? t('state--saved', { path: saving.data.path }) : t('state--notSaved'))}
      {printing.data && t(printing.data.printed ? 'state--printed' : 'state--notPrinted')}
    </output>
  );
}
