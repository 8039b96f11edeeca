import './clients.css';
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { ClientRow, ShownClient } from '../../../shared/api/client.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { ClientComplaints } from '../../ui/ClientComplaints';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { HistoryList } from '../../ui/HistoryList';
import { Kbd } from '../../ui/Kbd';
import { OpenDossier } from '../../ui/OpenDossier';
import { PageHead } from '../../ui/PageHead';
import { ClientStaffHandovers } from '../../ui/StaffHandoverSide';
import { useKeys } from '../../ui/use-keys';
import { ClientForm } from './ClientForm';
import { PROJECTS_PER_PAGE, useClient, useProjects } from './clients.queries';
import { ProjectForm } from './ProjectForm';
import { ProjectTable } from './ProjectTable';

type Form = { form: 'client' } | { form: 'project'; project?: ProjectRow } | { form: 'dossier'; project: ProjectRow };

/** Answers: what do we do for this client, and which of it has its dossier? */
export function ClientPage() {
  const { t } = useTranslation('clients');
  const errorText = useErrorText();
  const { id } = useParams();
  const may = useMay();
  const { data: client, error } = useClient(Number(id));
  if (error) return <EmptyState title={errorText(error) ?? ''} action={<ToClients />} />;
  if (!client) return null;
  return (
    <div className="page">
      <PageHead
        title={client.name}
        aside={`${t(`kind--${client.kind}`)} · ${t('label--ownerIs', { owner: client.owner })}`}
      >
        <Trans t={t} i18nKey="lead--client" count={client.projects} components={{ b: <b /> }} />
      </PageHead>
      <div className="split">
        <Projects client={client} />
        <aside className="side">
          <ClientStaffHandovers clientId={client.id} />
          {may('complaint.read') && <ClientComplaints clientId={client.id} />}
          <section>
            <h2>{t('title--history')}</h2>
            <HistoryList table="client" id={client.id} limit={30} />
          </section>
        </aside>
      </div>
    </div>
  );
}

function ToClients() {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  return <Button onClick={() => navigate('/clients')}>{t('action--toClients')}</Button>;
}

function Projects({ client }: { client: ShownClient }) {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const may = useMay();
  const [open, setOpen] = useState<Form>();
  const [page, setPage] = useState(1);
  const { data: projects } = useProjects(client.id, page);
  const mayRegister = may('project.register');
  const register = () => mayRegister && setOpen({ form: 'project' });
  // Esc closes an open form first.
  const mayPrint = may('print.form');
  const preview = () => mayPrint && void navigate(listPath('project-list', { clientId: client.id }));
  useKeys({ 'ctrl+n': register, 'ctrl+p': preview, ...(open ? {} : { escape: () => void navigate('/clients') }) });
  const button = (
    <Button type="primary" onClick={register}>
      {t('action--registerProject')} <Kbd>Ctrl N</Kbd>
    </Button>
  );
  return (
    <div className="page-scroll">
      <div className="bar">
        {mayRegister && button}
        {client.mayCorrect && <Button onClick={() => setOpen({ form: 'client' })}>{t('action--correctClient')}</Button>}
        {mayPrint && (
          <>
            <Button onClick={preview}>
              {t('action--printProjects')} <Kbd>Ctrl P</Kbd>
            </Button>
            <ExportButton list={{ name: 'projects', clientId: client.id }} />
          </>
        )}
        <span className="bar-end">
          <ToClients />
        </span>
      </div>
      <ClientFacts client={client} />
      {projects && projects.length > 0 && (
        <ProjectTable
          projects={projects}
          onCorrect={(project) => setOpen({ form: 'project', project })}
          onOpenDossier={(project) => setOpen({ form: 'dossier', project })}
        />
      )}
      {client.projects > PROJECTS_PER_PAGE && (
        <Pagination
          className="clients-pages"
          current={page}
          pageSize={PROJECTS_PER_PAGE}
          total={client.projects}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
      {projects?.length === 0 && <EmptyState title={t('title--noProjects')} hint={t('hint--noProjects')} />}
      <OpenForm client={client} open={open} onClose={() => setOpen(undefined)} />
    </div>
  );
}

function OpenForm({ client, open, onClose }: { client: ClientRow; open?: Form; onClose: () => void }) {
  const navigate = useNavigate();
  switch (open?.form) {
    case 'client':
      return <ClientForm known={client} onDone={() => undefined} onClose={onClose} />;
    case 'project':
      return <ProjectForm client={client} known={open.project} onClose={onClose} />;
    case 'dossier':
      return <OpenDossier project={open.project} onDone={(id) => void navigate(`/dossier/${id}`)} onClose={onClose} />;
    default:
      return null;
  }
}

function ClientFacts({ client }: { client: ClientRow }) {
  const { t } = useTranslation('clients');
  const isPerson = client.kind === 'person';
  return (
    <dl className="facts">
      <dt>{isPerson ? t('label--idNumber') : t('label--creditCode')}</dt>
      <dd>{client.code || '—'}</dd>
      {!isPerson && (
        <>
          <dt>{t('label--legalRepresentative')}</dt>
          <dd>{client.legalRepresentative || '—'}</dd>
        </>
      )}
      <dt>{t('label--phone')}</dt>
      <dd>{client.phone || '—'}</dd>
      <dt>{t('label--address')}</dt>
      <dd>{client.address || '—'}</dd>
      {client.remarks && (
        <>
          <dt>{t('label--remarks')}</dt>
          <dd className="whole">{client.remarks}</dd>
        </>
      )}
    </dl>
  );
}
