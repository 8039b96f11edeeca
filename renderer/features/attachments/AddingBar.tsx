import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AttachmentList, AttachmentSubject } from '../../../shared/api/attachment.contract';
import type { DossierView } from '../../../shared/api/dossier.contract';
import type { AddingWork } from '../../ui/attachments/use-adding';
import { Kbd } from '../../ui/Kbd';
import { subjectKey, useSubjects } from './use-subjects';

interface AddingBarProps {
  dossier: DossierView;
  list: AttachmentList;
  /** What new scans are added to. */
  subject: AttachmentSubject;
  onSubject: (subject: AttachmentSubject) => void;
  work: AddingWork;
  addable: boolean;
}

/** Where new scans go, and the ways to add them; or why none can be added. */
export function AddingBar({ dossier, list, subject, onSubject, work, addable }: AddingBarProps) {
  const { t } = useTranslation(['attachments', 'errors']);
  const navigate = useNavigate();
  const subjects = useSubjects(dossier);
  const because = list.closedBecause;
  return (
    <div className="bar">
      {addable && (
        <>
          <Button type="primary" onClick={work.choose} disabled={work.busy}>
            {t('action--choose')} <Kbd>Ctrl N</Kbd>
          </Button>
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
