import { useTranslation } from 'react-i18next';
import type { Security, TitleView } from '../../../../shared/api/title.contract';
import { SignedReason } from '../../../ui/SignedReason';
import { useEndSecurity } from '../titles.queries';

/** An executive frees a title from a contract that goes on, and signs for it. */
export function EndSecurity({ its, security, onClose }: { its: TitleView; security: Security; onClose: () => void }) {
  const { t } = useTranslation('titles');
  const end = useEndSecurity();
  const { projectId, contractNo } = security;
  return (
    <SignedReason
      title={t('title--endSecurity', { no: its.certificateNo })}
      act={t('sign--endSecurity')}
      reasonLabel={t('label--reason')}
      role={t('role--executive')}
      draftKey={`title/endSecurity/${security.id}`}
      busy={end.isPending}
      error={end.error}
      onSign={(signed, then) => end.mutate({ titleId: its.id, projectId, ...signed }, then)}
      onClose={onClose}
    >
      <p className="act-hint">{t('hint--endSecurity', { contractNo })}</p>
    </SignedReason>
  );
}
