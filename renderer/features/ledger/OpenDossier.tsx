import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OutputOf } from '../../../shared/api/contract';
import { RETENTIONS, SECRECIES } from '../../../shared/api/dossier.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import type { client } from '../../api/client';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useChecklists, useOpenableProjects, useOpenDossier } from './ledger.queries';

interface OpenDossierFields {
  projectId: number;
  title: string;
  year: number;
  retention: (typeof RETENTIONS)[number];
  secrecy: (typeof SECRECIES)[number];
  /** 0: begins empty. */
  checklistId: number;
}

const BLANK: Partial<OpenDossierFields> = { retention: 'y30', secrecy: 'ordinary', checklistId: 0 };

/** Opens a dossier for a project that has none, from a checklist or empty. */
export function OpenDossier({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['ledger', 'dossier']);
  const navigate = useNavigate();
  const projects = useOpenableProjects().data;
  const checklists = useChecklists().data ?? [];
  const open = useOpenDossier();
  const { form, props, isKept, refusal, refuse, drop } = useDraftForm<OpenDossierFields>('openDossier', BLANK, {
    projectHasDossier: 'projectId',
  });

  const fillIn = (project: ProjectRow | undefined) => {
    if (!project) return;
    const checklist = checklists.find(({ recordClass }) => recordClass === project.businessType);
    const year = Number((project.disbursedOn ?? project.endedOn ?? '').slice(0, 4)) || undefined;
    form.setFieldsValue({ title: project.name, ...(year ? { year } : {}), checklistId: checklist?.id ?? 0 });
    props.onValuesChange(undefined, form.getFieldsValue());
  };
  const act = async () => {
    const fields = await form.validateFields().catch(() => undefined);
    if (!fields || open.isPending) return;
    const { checklistId, ...rest } = fields;
    open.mutate(
      { ...rest, ...(checklistId ? { checklistId } : {}) },
      {
        onError: refuse,
        onSuccess: ({ id }) => {
          drop();
          void navigate(`/dossier/${id}`);
        },
      },
    );
  };
  const startAfresh = () => {
    drop();
    form.setFieldsValue({ projectId: undefined, title: '', year: undefined, ...BLANK } as never);
  };

  return (
    <FormDrawer
      title={t('ledger:title--openDossier')}
      act={t('ledger:action--openIt')}
      busy={open.isPending}
      refusal={refusal}
      isKept={isKept}
      onEmpty={startAfresh}
      onAct={() => void act()}
      onClose={onClose}
    >
      <Form {...props}>
        <ProjectChoice projects={projects} isKept={isKept} onChoose={fillIn} />
        <HeadingFields checklists={checklists} />
      </Form>
    </FormDrawer>
  );
}

interface ProjectChoiceProps {
  projects: ProjectRow[] | undefined;
  isKept: boolean;
  onChoose: (project: ProjectRow | undefined) => void;
}

function ProjectChoice({ projects, isKept, onChoose }: ProjectChoiceProps) {
  const { t } = useTranslation('ledger');
  const needed = [{ required: true, message: t('error--needed') }];
  return (
    <Form.Item
      name="projectId"
      label={t('label--project')}
      rules={needed}
      extra={projects?.length === 0 && t('hint--noProjects')}
    >
      <Select
        autoFocus
        defaultOpen={!isKept && (projects?.length ?? 0) > 0}
        showSearch={{ optionFilterProp: 'label' }}
        options={projects?.map(({ id, name, client, contractNo }) => ({
          value: id,
          label: `${client} · ${name} · ${contractNo}`,
        }))}
        onChange={(id: number) => onChoose(projects?.find((project) => project.id === id))}
      />
    </Form.Item>
  );
}

function HeadingFields({ checklists }: { checklists: OutputOf<(typeof client.checklist.list)['method']> }) {
  const { t } = useTranslation(['ledger', 'dossier']);
  const needed = [{ required: true, message: t('ledger:error--needed') }];
  return (
    <>
      <Form.Item name="title" label={t('ledger:label--dossierTitle')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="year" label={t('ledger:label--year')} rules={needed}>
        <InputNumber min={1980} max={2200} precision={0} controls={false} />
      </Form.Item>
      <Form.Item name="checklistId" label={t('ledger:label--checklist')}>
        <Select
          options={[
            { value: 0, label: t('ledger:label--noChecklist') },
            ...checklists.map(({ id, name, entries }) => ({
              value: id,
              label: t('ledger:label--checklistOf', { name, count: entries }),
            })),
          ]}
        />
      </Form.Item>
      <Form.Item name="retention" label={t('dossier:label--retention')}>
        <Select options={RETENTIONS.map((value) => ({ value, label: t(`dossier:label--retention-${value}`) }))} />
      </Form.Item>
      <Form.Item name="secrecy" label={t('dossier:label--secrecy')}>
        <Select options={SECRECIES.map((value) => ({ value, label: t(`dossier:label--secrecy-${value}`) }))} />
      </Form.Item>
    </>
  );
}
