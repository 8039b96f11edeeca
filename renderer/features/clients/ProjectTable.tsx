import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ListedProject, ProjectRow } from '../../../shared/api/project.contract';
import { useMay } from '../../app/use-may';
import { LentWord } from '../../ui/LentWord';
import { yuan } from '../../ui/yuan';

interface ProjectTableProps {
  projects: ListedProject[];
  onCorrect: (project: ProjectRow) => void;
  onOpenDossier: (project: ProjectRow) => void;
}

export function ProjectTable({ projects, onCorrect, onOpenDossier }: ProjectTableProps) {
  const { t } = useTranslation('clients');
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--project')}</th>
          <th>{t('label--contractNo')}</th>
          <th className="n">{t('label--amount')}</th>
          <th>{t('label--managers')}</th>
          <th>{t('label--disbursedOn')}</th>
          <th className="n">{t('label--acts')}</th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <tr key={project.id}>
            <td>
              {project.name} <span className="quiet small">{t(`business--${project.businessType}`)}</span>
              {project.lent && (
                <div className="small">
                  <LentWord {...project} word={t(`state--${project.lent}`)} />
                </div>
              )}
            </td>
            <td>{project.contractNo}</td>
            <td className="n">{yuan(project.amountFen)}</td>
            <td className="nowrap">
              {project.aManager} / {project.bManager}
            </td>
            <td className="nowrap">{project.disbursedOn ?? '—'}</td>
            <td className="project-act">
              {project.mayCorrect && (
                <Button type="link" size="small" onClick={() => onCorrect(project)}>
                  {t('action--correct')}
                </Button>
              )}
              <DossierButton project={project} onOpenDossier={onOpenDossier} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** To the dossier of the project, or to making one. */
function DossierButton({ project, onOpenDossier }: Pick<ProjectTableProps, 'onOpenDossier'> & { project: ProjectRow }) {
  const { t } = useTranslation('clients');
  const may = useMay();
  const navigate = useNavigate();
  const { dossierId } = project;
  if (dossierId)
    return (
      <Button size="small" onClick={() => navigate(`/dossier/${dossierId}`)}>
        {t('action--toDossier')}
      </Button>
    );
  if (!may('dossier.compile')) return <span className="quiet small">{t('state--noDossier')}</span>;
  return (
    <Button type="primary" size="small" onClick={() => onOpenDossier(project)}>
      {t('action--openDossier')}
    </Button>
  );
}
