import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { HandoverView } from '../../../shared/api/handover.contract';
import { useMay } from '../../app/use-may';
import { Kbd } from '../../ui/Kbd';
import type { CheckProgress } from './check.rules';

interface HandoverBarProps {
  handover: HandoverView;
  progress: CheckProgress;
  acceptable: boolean;
  onAccept: () => void;
  onSendBack: () => void;
  onWithdraw: () => void;
  onPreview: () => void;
}

/** What can be done with the handover now; where it cannot be accepted yet, why not. */
export function HandoverBar(props: HandoverBarProps) {
  const { handover, progress, acceptable, onAccept, onSendBack, onWithdraw, onPreview } = props;
  const { t } = useTranslation('handover');
  const navigate = useNavigate();
  const may = useMay();
  return (
    <>
      <div className="bar">
        {handover.checkable && (
          <Button type="primary" disabled={!acceptable} onClick={onAccept}>
            {t(handover.kind === 'aToB' ? 'action--acceptAtB' : 'action--acceptAtArchive')} <Kbd>Ctrl Enter</Kbd>
          </Button>
        )}
        {handover.checkable && <Button onClick={onSendBack}>{t('action--sendBack')}</Button>}
        {handover.state === 'given' && may('handover.give') && (
          <Button onClick={onWithdraw}>{t('action--withdraw')}</Button>
        )}
        <Button onClick={onPreview}>
          {t('action--preview')} <Kbd>Ctrl P</Kbd>
        </Button>
        <Button onClick={() => navigate(`/dossier/${handover.dossierId}`)}>{t('action--openDossier')}</Button>
        <Totals handover={handover} />
      </div>
      <WhyNot handover={handover} progress={progress} />
    </>
  );
}

function Totals({ handover: { items, itemCount, pageCount } }: Pick<HandoverBarProps, 'handover'>) {
  const { t } = useTranslation('handover');
  const annex = items.filter(({ part }) => part === 'annex').length;
  return (
    <span className="bar-end">
      {t('label--totals', { items: itemCount, pages: pageCount })}
      {annex > 0 && t('label--annexTotal', { count: annex })}
    </span>
  );
}

function WhyNot({ handover, progress }: Pick<HandoverBarProps, 'handover' | 'progress'>) {
  const { t } = useTranslation(['handover', 'errors']);
  if (handover.state !== 'given') return null;
  if (!handover.checkable) {
    const because = handover.notCheckableBecause ?? 'unknown';
    return <p className="handover-why quiet">{t(`errors:${because}` as 'errors:unknown', { no: handover.no })}</p>;
  }
  if (progress.differences > 0)
    return <p className="handover-why late">{t('hint--differences', { count: progress.differences })}</p>;
  const left = progress.all - progress.checked;
  return left > 0 ? <p className="handover-why quiet">{t('hint--unchecked', { count: left })}</p> : null;
}
