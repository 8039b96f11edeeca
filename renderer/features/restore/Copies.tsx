import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/api/errors';
import { useErrorText } from '../../api/use-error-text';
import { useMoment } from '../../ui/use-moment';
import { writeBytes } from '../../ui/write-bytes';
import { useCopies } from './restore.queries';

/** The copies that the program makes by itself: how many, how large, and whether the last one failed. */
export function Copies() {
  const { t } = useTranslation('restore');
  const errorText = useErrorText();
  const moment = useMoment();
  const { data } = useCopies();
  if (!data) return null;
  const { count, bytes, newestAt, most, failure } = data;
  return (
    <section>
      <h2>{t('title--copies')}</h2>
      <p className="quiet">{t('text--copies', { most })}</p>
      <p>
        {newestAt === undefined
          ? t('state--noCopies')
          : t('state--copies', { count, bytes: writeBytes(bytes), when: moment(newestAt) })}
      </p>
      {failure && (
        <p className="late" role="status">
          {t('state--copyFailed', {
            when: moment(failure.at),
            why: errorText(new AppError('storage', failure.reason, failure.details)),
          })}
        </p>
      )}
    </section>
  );
}
