import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComplaintView } from '../../../shared/api/complaint.contract';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { ClientPicker } from '../../ui/ClientPicker';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useLinkClient } from './case-file.queries';

/** Whose complaint it is. Linked, or linked to another, at any time by whoever may read clients. */
export function CaseClient({ its }: { its: ComplaintView }) {
  const { t } = useTranslation('caseFile');
  const may = useMay();
  const [linking, setLinking] = useState(false);
  if (!may('client.read')) return its.client === undefined ? null : <p>{its.client}</p>;
  return (
    <section aria-label={t('title--client')}>
      <h2>
        {t('title--client')}
        <Button size="small" onClick={() => setLinking(true)}>
          {t(its.clientId === undefined ? 'action--link' : 'action--linkOther')}
        </Button>
      </h2>
      {its.clientId === undefined ? (
        <p className="quiet small">{t('hint--noClient')}</p>
      ) : (
        <Link to={`/clients/${its.clientId}`}>{its.client}</Link>
      )}
      {linking && <LinkClient its={its} onClose={() => setLinking(false)} />}
    </section>
  );
}

function LinkClient({ its, onClose }: { its: ComplaintView; onClose: () => void }) {
  const { t } = useTranslation('caseFile');
  const errorText = useErrorText();
  const [clientId, setClientId] = useState(its.clientId);
  const link = useLinkClient();
  const act = () => link.mutate({ id: its.id, clientId: clientId ?? null }, { onSuccess: onClose });
  return (
    <ConfirmInWords
      open
      title={t('title--link', { no: its.no })}
      act={t('action--link')}
      busy={link.isPending}
      disabled={clientId === its.clientId}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t('text--link')}</p>
      <ClientPicker id="case-client" value={clientId} name={its.client} onChange={setClientId} />
      <Refusal>{errorText(link.error)}</Refusal>
    </ConfirmInWords>
  );
}
