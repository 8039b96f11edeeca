import { useTranslation } from 'react-i18next';
import type { ExtensionView } from '../../../shared/api/extension.contract';
import { AskMoreTime } from './AskMoreTime';
import { DecideMoreTime } from './DecideMoreTime';
import { useAsk, useGrant, useRefuse } from './extension.queries';

interface AskExtensionProps {
  dossierId: number;
  dueOn: string;
  /** Who can decide, in words. */
  approvers: string;
  onClose: () => void;
}

/** Whoever owes the next step of a dossier asks. */
export function AskExtension({ dossierId, ...rest }: AskExtensionProps) {
  const ask = useAsk();
  return (
    <AskMoreTime
      draftKey={`extension ${dossierId}`}
      busy={ask.isPending}
      onAsk={(asked, then) => ask.mutate({ dossierId, ...asked }, then)}
      {...rest}
    />
  );
}

/** The approver answers a request for a dossier. */
export function DecideExtension({ row, onClose }: { row: ExtensionView; onClose: () => void }) {
  const { t } = useTranslation('extensions');
  const grant = useGrant();
  const refuse = useRefuse();
  return (
    <DecideMoreTime
      request={row}
      about={[
        [t('label--dossier'), [row.dossier, row.client].filter(Boolean).join(' · ')],
        [t('label--step'), t(`label--step-${row.step}`)],
      ]}
      draftKey={`answer ${row.id}`}
      busy={grant.isPending || refuse.isPending}
      error={grant.error ?? refuse.error}
      onDecide={({ granted, answer, signature }, then) =>
        granted
          ? grant.mutate({ id: row.id, signature }, then)
          : refuse.mutate({ id: row.id, reason: answer, signature }, then)
      }
      onClose={onClose}
    />
  );
}
