import './extension.css';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExtensionView } from '../../../shared/api/extension.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft, useSession } from '../../app/session.store';
import { ConfirmInWords } from '../ConfirmInWords';
import { SignField } from '../SignField';
import { useDayWords } from '../use-day-words';
import { useGrant, useRefuse } from './extension.queries';

/** The approver grants or refuses, and signs what he or she decides. */
export function DecideExtension({ row, onClose }: { row: ExtensionView; onClose: () => void }) {
  const { t } = useTranslation('extensions');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const grant = useGrant();
  const refuse = useRefuse();
  const [refusing, setRefusing] = useState(false);
  const [signature, setSignature] = useState('');
  const { draft: answer, keep, drop } = useDraft(`answer ${row.id}`, '');
  const { isPending, error } = refusing ? refuse : grant;
  const ready = signature !== '' && (!refusing || answer.trim() !== '');
  const act = () => {
    if (!ready || isPending) return;
    const told = {
      onError: () => setSignature(''),
      onSuccess: () => {
        drop();
        onClose();
      },
    };
    if (refusing) refuse.mutate({ id: row.id, reason: answer, signature }, told);
    else grant.mutate({ id: row.id, signature }, told);
  };
  return (
    <ConfirmInWords
      open
      title={t('title--decide', { asker: row.asker })}
      act={t(refusing ? 'action--signRefusal' : 'action--signGrant')}
      final={refusing}
      busy={isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <RequestInFull row={row} />
      <Radio.Group
        value={refusing}
        className="extension-choice"
        aria-label={t('label--answer')}
        options={[
          { value: false, label: t('choice--grant') },
          { value: true, label: t('choice--refuse') },
        ]}
        onChange={(event) => setRefusing(event.target.value)}
      />
      {refusing && (
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          className="extension-answer"
          aria-label={t('label--refusal')}
          placeholder={t('label--refusal')}
          value={answer}
          onChange={(event) => keep(event.target.value)}
        />
      )}
      <SignField
        signer={me?.name ?? ''}
        role={t('label--approver')}
        value={signature}
        onChange={setSignature}
        error={errorText(error)}
        onSign={act}
        autoFocus={!refusing}
      />
    </ConfirmInWords>
  );
}

/** Everything that the approver signs, in words. */
function RequestInFull({ row }: { row: ExtensionView }) {
  const { t } = useTranslation('extensions');
  const dayWords = useDayWords();
  const lines = [
    [t('label--dossier'), [row.dossier, row.client].filter(Boolean).join(' · ')],
    [t('label--step'), t(`label--step-${row.step}`)],
    [t('label--limit'), t('label--fromTo', { from: dayWords(row.dueOn, true), to: dayWords(row.newDueOn, true) })],
    [t('label--reason'), row.reason],
    [t('label--askedOn'), t('label--waitsSince', { day: row.askedOn, count: row.waitingDays })],
  ];
  return (
    <dl className="extension-what">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
