import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DisposalView } from '../../../shared/api/disposal.contract';
import { useMay } from '../../app/use-may';
import { ExportButton } from '../../ui/ExportButton';
import { Kbd } from '../../ui/Kbd';
import type { RecordAct } from './record-acts';

interface RecordBarProps {
  its: DisposalView;
  acts: readonly RecordAct[];
  /** The one that Ctrl+Enter does. */
  first: RecordAct | undefined;
  onAct: (act: RecordAct) => void;
  onPreview: () => void;
}

/** What can be done with the list now; where it cannot be approved by this person, why not. */
export function RecordBar({ its, acts, first, onAct, onPreview }: RecordBarProps) {
  const { t } = useTranslation(['disposal', 'errors']);
  const navigate = useNavigate();
  const may = useMay();
  const word = (act: RecordAct) =>
    act === 'witnesses' && its.kind === 'transfer' ? t('action--supervisor') : t(`action--${act}`);
  const why = its.state === 'submitted' && may('disposal.approve') ? its.notApprovableBecause : undefined;
  return (
    <>
      <div className="bar">
        {acts
          .filter((act) => act !== 'takeBack')
          .map((act) => (
            <Button
              key={act}
              type={act === first ? 'primary' : 'default'}
              danger={act === 'destroy'}
              onClick={() => onAct(act)}
            >
              {word(act)} {act === first && <Kbd>Ctrl Enter</Kbd>}
            </Button>
          ))}
        {may('print.form') && (
          <>
            <Button onClick={onPreview}>
              {t('action--print')} <Kbd>Ctrl P</Kbd>
            </Button>
            <ExportButton list={{ name: 'disposal', id: its.id }} />
          </>
        )}
        {its.appraisal && (
          <Button type="link" onClick={() => navigate(`/disposal/${its.appraisal?.id}`)}>
            {t('action--openAppraisal', { no: its.appraisal.no })}
          </Button>
        )}
      </div>
      {why && <p className="quiet small">{t(`errors:${why}` as 'errors:approverMadeIt', { no: its.no })}</p>}
    </>
  );
}
