import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTrail } from './attachments.queries';

/** The paper is gone; what is still to be seen of it is evidence of that and nothing to work with. */
export function DestroyedNote({ dossierId }: { dossierId: number }) {
  const { t } = useTranslation('attachments');
  const { data = [] } = useTrail(dossierId);
  const list = data.find(({ kind, state }) => kind === 'destruction' && state === 'done');
  return (
    <p className="attachments-destroyed late">
      {list && (
        <Trans
          t={t}
          i18nKey="state--destroyedBy"
          values={{ day: list.doneOn ?? '', no: list.no }}
          components={{ list: <Link to={`/disposal/${list.id}`} /> }}
        />
      )}
      {t('state--destroyed')}
    </p>
  );
}
