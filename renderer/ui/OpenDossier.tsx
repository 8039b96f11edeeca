import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../shared/api/contract';
import type { ProjectRow } from '../../shared/api/project.contract';
import { client, useDo, useRead } from '../api/client';
import { FormDrawer } from './FormDrawer';
import { AboutFields, HeadingFields } from './OpenDossierFields';
import { useDraftForm } from './use-draft-form';
import { useRecordClasses } from './use-record-words';

type Opening = Omit<InputOf<(typeof client.dossier.open)['method']>, 'checklistId'>;
export type OpeningFields = Partial<Opening> & {
  /** A class, for a dossier that has no project; 0: of a project. */
  kind: number;
  /** 0: begins empty. */
  checklistId: number;
};

interface OpenDossierProps {
  /** Where it is opened from a project, that one. */
  project?: ProjectRow | undefined;
  onDone: (id: number) => void;
  onClose: () => void;
}

const BLANK: OpeningFields = { kind: 0, secrecy: 'ordinary', checklistId: 0 };

/** Opens a dossier: of a project that has none, or of a class that needs no project; from a checklist or empty. */
export function OpenDossier({ project, onDone, onClose }: OpenDossierProps) {
  const { t } = useTranslation('ui');
  const open = useDo(client.dossier.open);
  const { fill, ready } = useFilling();
  // Whoever types at once must find the projects there to choose from.
  const projects = useRead(client.project.list, { openable: true }, { enabled: project === undefined }).data;
  const blank = project ? { ...BLANK, ...fill.ofProject(project) } : BLANK;
  const name = project ? `dossier of ${project.id}` : 'openDossier';
  const kept = useDraftForm<OpeningFields>(name, blank, { projectHasDossier: 'projectId' });
  const { form, props, isKept, refuse, drop, drawer } = kept;
  if (!ready || !(project || projects)) return null;
  const change = (fields: Partial<OpeningFields>) => {
    form.setFieldsValue(fields as OpeningFields);
    props.onValuesChange(undefined, form.getFieldsValue(true));
  };
  const act = async () => {
    const fields = await form.validateFields().catch(() => undefined);
    if (!fields || open.isPending) return;
    const input = inputOf({ ...fields, ...(project && { projectId: project.id }) });
    open.mutate(input, {
      onError: refuse,
      onSuccess: ({ id }) => {
        drop();
        onDone(id);
      },
    });
  };
  return (
    <FormDrawer
      title={project ? t('title--openDossierOf', { project: project.name }) : t('title--openDossier')}
      act={t('action--openDossier')}
      busy={open.isPending}
      {...drawer}
      onAct={() => void act()}
      onClose={onClose}
    >
      <Form {...props}>
        {!project && (
          <AboutFields
            isKept={isKept}
            onProject={(chosen) => change(fill.ofProject(chosen))}
            onKind={(kind) => change(fill.ofKind(kind))}
          />
        )}
        <HeadingFields autoFocus={project !== undefined} />
      </Form>
    </FormDrawer>
  );
}

function inputOf({ kind, checklistId, projectId, clientId, keeperId, ...rest }: OpeningFields) {
  const about = kind === 0 ? { projectId } : { classId: kind, clientId, keeperId };
  return { ...rest, ...about, ...(checklistId ? { checklistId } : {}) } as Opening;
}

/** What a form is filled with when its subject is chosen. */
function useFilling() {
  const checklists = useRead(client.checklist.list, {}).data;
  const status = useRead(client.company.status, {}).data;
  const classes = useRecordClasses();
  const thisYear = Number((status?.today ?? '').slice(0, 4)) || undefined;
  const listOf = (code: string | undefined) => checklists?.find(({ recordClass }) => recordClass === code)?.id ?? 0;
  const fill = {
    ofProject: (its: ProjectRow): Partial<OpeningFields> => {
      const year = Number((its.disbursedOn ?? its.endedOn ?? '').slice(0, 4)) || thisYear;
      const retentionId = classes.find(({ code }) => code === its.businessType)?.retentionId;
      return {
        title: its.name,
        checklistId: listOf(its.businessType),
        ...(year === undefined ? {} : { year }),
        ...(retentionId === undefined ? {} : { retentionId }),
      };
    },
    ofKind: (kind: number): Partial<OpeningFields> => {
      const its = classes.find(({ id }) => id === kind);
      if (!its) return { kind };
      return { kind, retentionId: its.retentionId, checklistId: listOf(its.code), ...(thisYear && { year: thisYear }) };
    },
  };
  return { fill, ready: checklists !== undefined && status !== undefined && classes.length > 0 };
}
