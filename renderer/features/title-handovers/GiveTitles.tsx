import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectRow } from '../../../shared/api/project.contract';
import type { TitleFields } from '../../../shared/api/title-fields';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useGive } from './title-handovers.queries';

interface GiveTitlesProps {
  project: ProjectRow;
  obtainedOn: string;
  titles: readonly TitleFields[];
  onGiven: (id: number) => void;
  onClose: () => void;
}

/** A signs the list; from then on it stays as it is. */
export function GiveTitles({ project, obtainedOn, titles, onGiven, onClose }: GiveTitlesProps) {
  const { t } = useTranslation('titleHandovers');
  const errorText = useErrorText();
  const give = useGive();
  const [signature, setSignature] = useState('');
  const isSigned = give.error?.details.field === 'signature';
  const act = () => {
    if (signature === '' || give.isPending) return;
    give.mutate(
      { projectId: project.id, obtainedOn, lines: [...titles], signature },
      { onSuccess: ({ id }) => onGiven(id), onError: () => setSignature('') },
    );
  };
  const pieces = titles.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <ConfirmInWords
      open
      title={t('title--give')}
      act={t('action--signAndGive')}
      busy={give.isPending}
      disabled={signature === ''}
      onAct={act}
      onClose={onClose}
    >
      <p className="title-dialog-hint">{t('hint--give', { project: project.name, titles: titles.length, pieces })}</p>
      <SignField
        autoFocus
        signer={project.aManager}
        role={t('role--giver')}
        value={signature}
        onChange={setSignature}
        error={isSigned ? errorText(give.error) : undefined}
        onSign={act}
      />
      {!isSigned && <Refusal>{errorText(give.error)}</Refusal>}
    </ConfirmInWords>
  );
}
