import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { Kbd } from '../../ui/Kbd';
import { useSupplementsOf } from '../../ui/supplement/supplement.queries';
import { useKeys } from '../../ui/use-keys';
import { putPapersIn, stillUnwritten } from './grid/supplement-rows';
import type { useVolume } from './use-volume';

interface UnwrittenPapersProps {
  dossier: DossierView;
  work: ReturnType<typeof useVolume>;
}

const NAMED = 3;

/** Papers that were handed in for supplement lists and stand in no in-volume list yet: one key writes them, or when it can be done. */
export function UnwrittenPapers({ dossier, work: { rows, volume, change } }: UnwrittenPapersProps) {
  const { t } = useTranslation('dossier');
  const { data } = useSupplementsOf(dossier.id);
  const papers = stillUnwritten(data?.unwritten ?? [], rows, volume?.ids ?? {});
  const write = () => volume && papers.length > 0 && change(putPapersIn(rows, papers, volume.ids));
  useKeys({ 'ctrl+g': write });
  if (papers.length === 0) return null;
  const names = papers.slice(0, NAMED).map(({ title, pages }) => t('label--paper', { title, count: pages }));
  const title = t('hint--unwritten', { count: papers.length, names: names.join(t('label--paperComma')) });
  const button = (
    <Button size="small" onClick={write}>
      {t('action--writePapers')} <Kbd>Ctrl G</Kbd>
    </Button>
  );
  if (volume) return <Alert type="warning" className="unwritten-papers" title={title} action={button} />;
  const when = t(`hint--unwritten-${dossier.notCompilableBecause ?? 'notTheHolder'}` as 'hint--unwritten-notTheHolder');
  return <Alert type="info" className="unwritten-papers" title={`${title}${when}`} />;
}
