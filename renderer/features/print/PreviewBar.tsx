import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/Kbd';
import { PrintOutcome } from './PrintOutcome';
import type { PaperWays } from './use-paper-ways';
import type { Fit } from './use-zoom';

interface PreviewBarProps {
  ways: PaperWays;
  onBack(): void;
  sheet: number;
  sheets: number;
  fit: Fit;
  onFit(fit: Fit): void;
}

/** What can be done with the form, how that went, and how it is shown. */
export function PreviewBar({ ways, onBack, sheet, sheets, fit, onFit }: PreviewBarProps) {
  const { t } = useTranslation('print');
  const fits = [
    { value: 'width' as const, label: t('label--fitWidth') },
    { value: 'page' as const, label: t('label--fitPage') },
  ];
  return (
    <div className="bar">
      <Button type="primary" onClick={ways.print} disabled={!ways.open}>
        {t('action--print')} <Kbd>Ctrl P</Kbd>
      </Button>
      {!ways.onPaperOnly && (
        <Button onClick={ways.keep} disabled={!ways.open}>
          {t('action--savePdf')} <Kbd>Ctrl S</Kbd>
        </Button>
      )}
      <Button onClick={onBack}>
        {t('action--back')} <Kbd>Esc</Kbd>
      </Button>
      <PrintOutcome saving={ways.saving} printing={ways.printing} />
      <span className="bar-end nowrap">{sheets > 0 && t('label--position', { sheet, sheets })}</span>
      <Segmented<Fit> aria-label={t('label--zoom')} value={fit} onChange={onFit} options={fits} />
    </div>
  );
}
