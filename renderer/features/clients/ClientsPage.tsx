import { Button, Input, Pagination } from 'antd';
import { useEffect, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useMay } from '../../app/use-may';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { useSettled } from '../../ui/use-settled';
import { ClientForm } from './ClientForm';
import { ClientTable } from './ClientTable';
import { CLIENTS_PER_PAGE, useClients, useProject } from './clients.queries';

/** A hit of the search that is a project without a dossier is shown on its client. */
export function ClientsPage() {
  const [params] = useSearchParams();
  const projectId = Number(params.get('project')) || undefined;
  const { data: project } = useProject(projectId);
  if (projectId && project) return <Navigate to={`/clients/${project.clientId}`} replace />;
  return <Clients />;
}

/** Answers: which clients do we have, and who looks after them? */
function Clients() {
  const { t } = useTranslation('clients');
  const may = useMay();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), 80);
  const [page, setPage] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text begins at its first page
  useEffect(() => setPage(1), [text]);
  const { data } = useClients(text, page);
  const [registering, setRegistering] = useState(false);
  const mayRegister = may('client.register');
  const register = () => mayRegister && setRegistering(true);
  const mayPrint = may('print.form');
  const preview = () => mayPrint && void navigate(listPath('client-list', { text }));
  const previewProjects = () => mayPrint && void navigate(listPath('project-list', {}));
  useKeys({ 'ctrl+n': register, 'ctrl+p': preview, 'ctrl+shift+p': previewProjects });

  const button = (
    <Button type="primary" onClick={register}>
      {t('action--registerClient')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('title--clients')}>
        {data && (
          <Trans t={t} i18nKey={text ? 'lead--found' : 'lead--clients'} count={data.total} components={{ b: <b /> }} />
        )}
      </PageHead>
      <div className="bar">
        {mayRegister && button}
        <Input
          allowClear
          className="clients-find"
          placeholder={t('hint--find')}
          aria-label={t('hint--find')}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {mayPrint && (
          <>
            <Button onClick={preview}>
              {t('action--printClients')} <Kbd>Ctrl P</Kbd>
            </Button>
            <Button onClick={previewProjects}>
              {t('action--printProjects')} <Kbd>Ctrl Shift P</Kbd>
            </Button>
            <ExportButton list={{ name: 'clients', text }} />
          </>
        )}
      </div>
      <div className="page-scroll">
        {data && data.rows.length > 0 && <ClientTable rows={data.rows} />}
        {data?.total === 0 && text === '' && (
          <EmptyState title={t('title--noClients')} hint={t('hint--noClients')} action={mayRegister && button} />
        )}
        {data?.total === 0 && text !== '' && (
          <EmptyState title={t('title--notFound', { text })} hint={t('hint--notFound')} />
        )}
        {data && data.total > CLIENTS_PER_PAGE && (
          <Pagination
            className="clients-pages"
            current={page}
            pageSize={CLIENTS_PER_PAGE}
            total={data.total}
            showSizeChanger={false}
            onChange={setPage}
          />
        )}
      </div>
      {registering && (
        <ClientForm onClose={() => setRegistering(false)} onDone={(id) => void navigate(`/clients/${id}`)} />
      )}
    </div>
  );
}
