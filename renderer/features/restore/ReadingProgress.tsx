import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCancelReading, useReadingProgress, type Ways } from './restore.queries';

/** How far a backup has been read, with a way out; nothing while nothing goes on. */
export function ReadingProgress({ ways }: { ways: Ways }) {
  const { t } = useTranslation('restore');
  const { data: progress } = useReadingProgress(ways);
  const cancel = useCancelReading(ways);
  if (!progress) return null;
  const share = progress.total > 0 ? progress.done / progress.total : undefined;
  return (
    <div className="restore-progress">
      <progress {...(share !== undefined && { value: share })} max={1} aria-label={t('label--progress')} />
      <span role="status">{progress.doing === 'copying' ? t('state--copying') : t('state--reading')}</span>
      <Button loading={cancel.isPending} onClick={() => cancel.mutate({})}>
        {t('action--cancel')}
      </Button>
    </div>
  );
}
