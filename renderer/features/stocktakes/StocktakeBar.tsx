import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StocktakeView } from '../../../shared/api/stocktake.contract';
import { useMay } from '../../app/use-may';
import { ExportButton } from '../../ui/ExportButton';
import { Kbd } from '../../ui/Kbd';
import { useCountLine } from './count-line.store';

export type StocktakeAct = 'sign' | 'close' | 'abandon';

interface StocktakeBarProps {
  its: StocktakeView;
  /** The one that Ctrl+Enter does. */
  first: StocktakeAct | undefined;
  onAct: (act: StocktakeAct) => void;
  onPreview: () => void;
}

/** What can be done with the stocktake now. */
export function StocktakeBar({ its, first, onAct, onPreview }: StocktakeBarProps) {
  const { t } = useTranslation('stocktakes');
  const may = useMay();
  /** Something was read that main refused, and nobody has decided about it yet. */
  const isHeld = useCountLine((line) => line.stocktakeId === its.id && line.refused !== undefined);
  const blocked = first === 'close' && (its.unexplained ?? 0) > 0;
  return (
    <div className="bar">
      {first && (
        <Button
          type="primary"
          disabled={blocked || isHeld}
          title={isHeld ? t('hint--stillWaiting') : undefined}
          onClick={() => onAct(first)}
        >
          {t(`action--${first as 'sign' | 'close'}`)} <Kbd>Ctrl Enter</Kbd>
        </Button>
      )}
      {may('print.form') && its.state !== 'abandoned' && (
        <Button onClick={onPreview}>
          {t(its.state === 'counting' ? 'action--sheet' : 'action--print')} <Kbd>Ctrl P</Kbd>
        </Button>
      )}
      {may('print.form') && its.lines.length > 0 && <ExportButton list={{ name: 'stocktake', id: its.id }} />}
      {its.state === 'counting' && may('title.count') && (
        <Button type="link" className="bar-end" onClick={() => onAct('abandon')}>
          {t('action--abandon')}
        </Button>
      )}
    </div>
  );
}
