import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { BUSINESS_CLASSES } from '../../../shared/api/record-class.contract';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useRecordClasses } from '../../ui/use-record-words';
import { useNextNumbers, useRenumber } from './dossier.queries';

/** A dossier that was numbered in the wrong class gets the next number of another one; its old number stays as void. */
export function RenumberDialog({ dossier, onClose }: { dossier: DossierView; onClose: () => void }) {
  const { t } = useTranslation('dossier');
  const errorText = useErrorText();
  const id = useId();
  const me = useSession((session) => session.me);
  const names = new Map(useRecordClasses().map((its) => [its.id, its.name]));
  const needsProject = dossier.projectId === undefined && !dossier.imported;
  const classes = (useNextNumbers().data?.classes ?? []).filter(
    (its) =>
      !its.retired &&
      its.id !== dossier.classId &&
      !(needsProject && BUSINESS_CLASSES.some((code) => code === its.code)),
  );
  const [chosen, setChosen] = useState<number>();
  const [reason, setReason] = useState('');
  const [signature, setSignature] = useState('');
  const renumber = useRenumber();
  const its = classes.find((one) => one.id === chosen);
  const whole = its !== undefined && reason.trim() !== '' && signature !== '';
  const wrong = renumber.error?.details.field === 'signature';
  const act = () => {
    if (!whole || renumber.isPending) return;
    renumber.mutate(
      { dossierId: dossier.id, classId: its.id, archiveNo: its.nextNumber, reason, signature },
      { onSuccess: onClose, onError: () => setSignature('') },
    );
  };
  return (
    <ConfirmInWords
      open
      final
      title={t('title--renumber', { number: dossier.archiveNo })}
      act={t('action--signAndRenumber')}
      busy={renumber.isPending}
      disabled={!whole}
      onAct={act}
      onClose={onClose}
    >
      <p>
        {its ? t('hint--renumberTo', { from: dossier.archiveNo, to: its.nextNumber }) : t('hint--renumber')}{' '}
        {t('hint--renumberPapers')}
      </p>
      <div className="field">
        <label htmlFor={`${id}-class`}>{t('label--rightClass')}</label>
        <Select
          id={`${id}-class`}
          className="renumber-class"
          autoFocus
          {...(chosen !== undefined && { value: chosen })}
          onChange={setChosen}
          options={classes.map((one) => ({
            value: one.id,
            label: t('label--classAndNext', { name: names.get(one.id) ?? one.name, number: one.nextNumber }),
          }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('label--describeReason')}</label>
        <Input id={`${id}-reason`} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <SignField
        signer={me?.name ?? ''}
        role={t('label--archivist')}
        value={signature}
        onChange={setSignature}
        error={wrong ? errorText(renumber.error) : undefined}
        onSign={act}
      />
      {!wrong && <Refusal>{errorText(renumber.error)}</Refusal>}
    </ConfirmInWords>
  );
}
