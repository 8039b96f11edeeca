import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '../../../shared/api/attachment.contract';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useAssign } from './attachments.queries';
import { subjectKey, useSubjects } from './use-subjects';

interface AssignAttachmentProps {
  row: AttachmentRow;
  dossier: DossierView;
  onClose: () => void;
}

/** Puts a scan with another paper of the same dossier. */
export function AssignAttachment({ row, dossier, onClose }: AssignAttachmentProps) {
  const { t } = useTranslation('attachments');
  const errorText = useErrorText();
  const assign = useAssign();
  const subjects = useSubjects(dossier);
  const [chosen, setChosen] = useState<string>();
  const subject = subjects.find(({ subject: its }) => subjectKey(its) === chosen)?.subject;
  return (
    <ConfirmInWords
      open
      title={t('title--assign', { name: row.name })}
      act={t('action--assign')}
      busy={assign.isPending}
      disabled={!subject}
      onAct={() => subject && assign.mutate({ id: row.id, subject }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Select
        autoFocus
        className="attachments-assign"
        aria-label={t('label--assignTo')}
        placeholder={t('label--assignTo')}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen}
        options={subjects
          .filter(({ subject: its }) => subjectKey(its) !== subjectKey(row.subject))
          .map(({ subject: its, label }) => ({ value: subjectKey(its), label }))}
        onChange={setChosen}
      />
      <Refusal>{errorText(assign.error)}</Refusal>
    </ConfirmInWords>
  );
}
