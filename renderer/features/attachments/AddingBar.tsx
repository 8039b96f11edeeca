import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AttachmentList, AttachmentSubject } from '../../../shared/api/attachment.contract';
import type { DossierView } from '../../../shared/api/dossier.contract';
import type { AddingWork } from '../../ui/attachments/use-adding';
import { Kbd } from '../../ui/Kbd';
import { subjectKey, useSubjects } from './use-subjects';

interface AddingBarProps {
  list: AttachmentList;
  work: AddingWork;
  addable: boolean;
  /** The choice of what new scans are added to, where there is one. */
  children: ReactNode;
}

/** Where new scans go, and the ways to add them; or why none can be added. */
export function AddingBar({ list, work, addable, children }: AddingBarProps) {
  const { t } = useTranslation(['attachments', 'errors']);
  const navigate = useNavigate();
  const because = list.closedBecause;
  return (
    <div className="bar">
      {addable && (
        <>
          <Button type="primary" onClick={work.choose} disabled={work.busy}>
            {t('action--choose')} <Kbd>Ctrl N</Kbd>
          </Button>
          {children}
          <span className="quiet small">{t('hint--waysToAdd')}</span>
        </>
      )}
      {!addable && because && <span className="quiet">{t(`errors:${because}` as 'errors:unknown')}</span>}
      <Button className="bar-end" onClick={() => navigate(-1)}>
        {t('action--back')} <Kbd>Esc</Kbd>
      </Button>
    </div>
  );
}

interface SubjectChoiceProps {
  dossier: DossierView;
  subject: AttachmentSubject;
  onSubject: (subject: AttachmentSubject) => void;
}

/** The dossier as a whole, or one of its papers. */
export function SubjectChoice({ dossier, subject, onSubject }: SubjectChoiceProps) {
  const { t } = useTranslation('attachments');
  const subjects = useSubjects(dossier);
  return (
    <Select
      className="attachments-subject"
      aria-label={t('label--addTo')}
      showSearch={{ optionFilterProp: 'label' }}
      value={subjectKey(subject)}
      options={subjects.map(({ subject: its, label }) => ({ value: subjectKey(its), label }))}
      onChange={(key) => {
        const chosen = subjects.find(({ subject: its }) => subjectKey(its) === key);
        if (chosen) onSubject(chosen.subject);
      }}
    />
  );
}
