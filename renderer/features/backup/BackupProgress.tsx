import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { writeBytes } from '../../ui/write-bytes';
import { useBackupProgress, useCancelBackup } from './backup.queries';

const WORDS = {
  checking: 'state--checking',
  copying: 'state--copying',
  readingBack: 'state--readingBack',
  finishing: 'state--finishing',
  verifying: 'state--verifying',
} as const;

const MINUTE = 60;

/** How far it is, with a way out; nothing while nothing goes on. */
export function BackupProgress() {
  const { t } = useTranslation('backup');
  const { data: progress } = useBackupProgress();
  const cancel = useCancelBackup();
  if (!progress) return null;
  const { doing, done, total, secondsLeft } = progress;
  const share = total > 0 ? done / total : undefined;
  const timeLeft = (seconds: number) =>
    seconds < MINUTE
      ? t('label--secondsLeft', { count: seconds })
      : t('label--minutesLeft', { count: Math.ceil(seconds / MINUTE) });
  return (
    <div className="backup-progress">
      <progress {...(share !== undefined && { value: share })} max={1} aria-label={t('label--progress')} />
      <span role="status">
        {t(WORDS[doing])}
        {total > 0 && ` ${writeBytes(done)} / ${writeBytes(total)}`}
        {secondsLeft !== undefined && ` · ${timeLeft(secondsLeft)}`}
      </span>
      <Button loading={cancel.isPending} onClick={() => cancel.mutate({})}>
        {t('action--cancel')}
      </Button>
    </div>
  );
}
