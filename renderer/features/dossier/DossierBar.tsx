import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DossierView } from '../../../shared/api/dossier.contract';
import type { HandoverRow } from '../../../shared/api/handover.contract';
import { total } from '../../../shared/dossier/pagination';
import { useMay } from '../../app/use-may';
import { ExportButton } from '../../ui/ExportButton';
import { FormsMenu } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import type { Stage } from './dossier.queries';
import type { useVolume } from './use-volume';

interface DossierBarProps {
  dossier: DossierView;
  stage: Stage;
  handovers: readonly HandoverRow[];
  work: ReturnType<typeof useVolume>;
  onGive: () => void;
  onPreview: (form: 'volume-list' | 'dossier-cover') => void;
  onRetitle: () => void;
}

const FURTHER_FORMS = ['note-sheet', 'spine-label', 'dossier-labels', 'box-labels'] as const;

/** What can be done with the dossier now, each with its key, and what its list adds up to. */
export function DossierBar({ dossier, stage, handovers, work, onGive, onPreview, onRetitle }: DossierBarProps) {
  const { t } = useTranslation('dossier');
  const may = useMay();
  const sums = total(work.rows.map(({ part, values: { pages } }) => ({ part, pages })));
  return (
    <div className="bar">
      <MainAct stage={stage} handovers={handovers} onGive={onGive} />
      <Button onClick={() => onPreview('volume-list')}>
        {t('action--previewList')} <Kbd>Ctrl P</Kbd>
      </Button>
      <Button onClick={() => onPreview('dossier-cover')}>{t('action--previewCover')}</Button>
      {may('print.form') && (
        <FormsMenu
          words={t('action--furtherForms')}
          forms={FURTHER_FORMS}
          pathOf={(form) => `/print/${form}/${dossier.id}`}
        />
      )}
      {may('print.form') && <ExportButton list={{ name: 'volume', dossierId: dossier.id }} />}
      {work.volume && (
        <Button onClick={work.undo} disabled={work.volume.steps.past.length === 0}>
          {t('action--undo')} <Kbd>Ctrl Z</Kbd>
        </Button>
      )}
      {dossier.compilable && (
        <Button type="text" onClick={onRetitle}>
          {t('action--retitle')}
        </Button>
      )}
      <span className="bar-end">
        {t('label--totals', { items: sums.items, pages: sums.pages })}
        {sums.annexItems > 0 && t('label--annexTotals', { items: sums.annexItems, pages: sums.annexPages })}
      </span>
    </div>
  );
}

function MainAct({ stage, handovers, onGive }: Pick<DossierBarProps, 'stage' | 'handovers' | 'onGive'>) {
  const { t } = useTranslation('dossier');
  const navigate = useNavigate();
  const open = handovers.find(({ state }) => state === 'given');
  if (open) {
    return (
      <Button type="primary" onClick={() => navigate(`/handover/${open.id}`)}>
        {t('action--openHandover')} <Kbd>Ctrl Enter</Kbd>
      </Button>
    );
  }
  if (stage === 'received') return null;
  return (
    <Button type="primary" onClick={onGive}>
      {t(stage === 'withA' ? 'action--giveToB' : 'action--giveToArchive')} <Kbd>Ctrl Enter</Kbd>
    </Button>
  );
}
