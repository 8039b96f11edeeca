import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCancelImport, useImportProgress } from './import.queries';

/** How far it is, with a way out; nothing while nothing goes on. */
export function Progress() {
  const { t } = useTranslation('import');
  const { data: progress } = useImportProgress();
  const cancel = useCancelImport();
  if (!progress) return null;
  const { doing, share } = progress;
  const percent = Math.floor(share * 100);
  const word = {
    reading: 'state--reading',
    checking: 'state--checking',
    writing: 'state--writing',
    undoing: 'state--undoing',
  } as const;
  return (
    <div className="import-progress">
      <progress value={percent} max={100} aria-label={t('label--progress')} />
      <span role="status">{t(word[doing], { percent })}</span>
      <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate({})}>
        {t('action--cancel')}
      </Button>
    </div>
  );
}
