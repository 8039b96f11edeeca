import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TitleHandoverView } from '../../../shared/api/title-handover.contract';
import { useMay } from '../../app/use-may';
import { ExportButton } from '../../ui/ExportButton';
import { Kbd } from '../../ui/Kbd';
import type { progressOf } from './compare';
import { useGiveAgain } from './use-give-again';

export type Asked = 'accept' | 'sendBack' | 'withdraw';

interface TitleHandoverBarProps {
  handover: TitleHandoverView;
  progress: ReturnType<typeof progressOf>;
  comparable: boolean;
  isManager: boolean;
  acceptable: boolean;
  onAsk: (what: Asked) => void;
  onPreview: () => void;
}

/** What can be done with the list now; where it cannot be taken in yet, why not. */
export function TitleHandoverBar(props: TitleHandoverBarProps) {
  const { handover, comparable, acceptable, onAsk, onPreview } = props;
  const { t } = useTranslation('titleHandovers');
  const navigate = useNavigate();
  const may = useMay();
  const giveAgain = useGiveAgain(handover);
  const { state, titles, pieces, slipId, slipNo } = handover;
  return (
    <>
      <div className="bar">
        {comparable && (
          <Button type="primary" disabled={!acceptable} onClick={() => onAsk('accept')}>
            {t('action--accept')} <Kbd>Ctrl Enter</Kbd>
          </Button>
        )}
        {comparable && <Button onClick={() => onAsk('sendBack')}>{t('action--sendBack')}</Button>}
        {state === 'given' && may('title.give') && (
          <Button onClick={() => onAsk('withdraw')}>{t('action--withdraw')}</Button>
        )}
        {(state === 'sentBack' || state === 'withdrawn') && may('title.give') && (
          <Button type="primary" onClick={giveAgain}>
            {t('action--again')}
          </Button>
        )}
        {may('print.form') && (
          <Button onClick={onPreview}>
            {t('action--preview')} <Kbd>Ctrl P</Kbd>
          </Button>
        )}
        {may('print.form') && <ExportButton list={{ name: 'titleHandover', id: handover.id }} />}
        {slipId !== undefined && (
          <Button onClick={() => void navigate(`/titles/slips/${slipId}`)}>
            {t('action--toSlip', { no: slipNo })}
          </Button>
        )}
        <span className="bar-end">{t('label--totals', { titles, pieces })}</span>
      </div>
      <WhyNot {...props} />
    </>
  );
}

function WhyNot({ handover, progress, comparable, isManager }: TitleHandoverBarProps) {
  const { t } = useTranslation('titleHandovers');
  if (handover.state !== 'given') return null;
  if (!comparable) return <p className="quiet small">{t(isManager ? 'hint--notYours' : 'hint--waitsForCustodian')}</p>;
  if (progress.differences > 0)
    return <p className="late small">{t('hint--differences', { count: progress.differences })}</p>;
  const left = progress.all - progress.checked;
  return left > 0 ? <p className="quiet small">{t('hint--unchecked', { count: left })}</p> : null;
}
