import { useTranslation } from 'react-i18next';
import type { AttachmentSubject } from '../../../shared/api/attachment.contract';
import type { DossierView } from '../../../shared/api/dossier.contract';

export const subjectKey = ({ kind, id }: AttachmentSubject): string => `${kind} ${id}`;

/** Everything in a dossier that scans can belong to, by the words of its list. */
export function useSubjects({ id, items }: DossierView): { subject: AttachmentSubject; label: string }[] {
  const { t } = useTranslation('attachments');
  return [
    { subject: { kind: 'dossier', id }, label: t('label--wholeDossier') },
    ...items.map((item) => ({ subject: { kind: 'dossierItem', id: item.id } as const, label: item.title })),
  ];
}
