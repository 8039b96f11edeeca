import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { SignField } from '../../ui/SignField';
import type { AppraisalWork } from './appraisal-draft';
import { useAppraise } from './disposal.queries';

interface SignAppraisalProps {
  work: AppraisalWork;
  onDone: (id: number) => void;
  onClose: () => void;
}

/** The appraiser signs what was decided, and it goes to an executive. */
export function SignAppraisal({ work, onDone, onClose }: SignAppraisalProps) {
  const { t } = useTranslation('disposal');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const appraise = useAppraise();
  const [signature, setSignature] = useState('');
  const act = () => {
    if (signature === '' || appraise.isPending) return;
    const lines = work.chosen.map(({ id, keepUntil }) => {
      const { decision = 'destroy', years, remarks } = work.opinionOf(id);
      return { dossierId: id, keepUntil, decision, remarks, ...(decision === 'keep' && years ? { years } : {}) };
    });
    appraise.mutate(
      { reason: work.draft.reason, lines, signature },
      {
        onError: () => setSignature(''),
        onSuccess: ({ id }) => {
          work.drop();
          onDone(id);
        },
      },
    );
  };
  return (
    <ConfirmInWords
      open
      title={t('title--signAppraisal', { count: work.chosen.length })}
      act={t('action--submit')}
      busy={appraise.isPending}
      disabled={signature === ''}
      onAct={act}
      onClose={onClose}
    >
      <p>{t('label--chosen', { count: work.chosen.length, ...work.counts })}</p>
      <p className="quiet disposal-gap">{t('hint--signAppraisal')}</p>
      <SignField
        signer={me?.name ?? ''}
        role={t('role--appraiser')}
        value={signature}
        onChange={setSignature}
        error={errorText(appraise.error)}
        onSign={act}
        autoFocus
      />
    </ConfirmInWords>
  );
}
