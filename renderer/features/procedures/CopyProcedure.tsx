import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditedProcedure } from '../../../shared/complaint/managed-procedure';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Labelled } from '../../ui/Labelled';
import { Refusal } from '../../ui/Refusal';
import { useCopy } from './procedures.queries';

/** A procedure of the company's own begins as the copy of another, under its own name. */
export function CopyProcedure({
  its,
  onDone,
  onClose,
}: {
  its: EditedProcedure;
  onDone: (id: number) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('procedures');
  const errorText = useErrorText();
  const { draft: title, keep, drop } = useDraft(`procedures/${its.id}/copy`, '');
  const copy = useCopy();
  const disabled = title.trim() === '' || copy.isPending;
  const act = () => {
    if (disabled) return;
    const onSuccess = ({ id }: { id: number }) => {
      drop();
      onDone(id);
    };
    copy.mutate({ id: its.id, title }, { onSuccess });
  };
  return (
    <ConfirmInWords
      open
      {...{ disabled, onClose, onAct: act, busy: copy.isPending, title: t('title--copy', { title: its.title }) }}
      act={t('action--copy')}
    >
      <p>{t('text--copy')}</p>
      <Labelled id="procedure-copy" label={t('label--newTitle')}>
        <Input
          id="procedure-copy"
          autoFocus
          maxLength={60}
          value={title}
          onChange={(event) => keep(event.target.value)}
          onPressEnter={act}
        />
      </Labelled>
      <Refusal>{errorText(copy.error)}</Refusal>
    </ConfirmInWords>
  );
}
