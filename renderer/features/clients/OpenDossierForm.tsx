import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../shared/api/contract';
import { RETENTIONS, SECRECIES } from '../../../shared/api/dossier.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import type { client } from '../../api/client';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useChecklists, useOpenDossier, useStatus } from './clients.queries';

type Opening = Omit<InputOf<(typeof client.dossier.open)['method']>, 'projectId' | 'checklistId'>;
/** 0 stands for an empty list. */
type Values = Opening & { checklistId: number };

interface OpenDossierFormProps {
  project: ProjectRow;
  onDone: (id: number) => void;
  onClose: () => void;
}

/** Makes the dossier of a project: from the checklist of its kind of business, or empty. */
export function OpenDossierForm(props: OpenDossierFormProps) {
  const { data: checklists } = useChecklists();
  const { data: status } = useStatus();
  if (!checklists || !status) return null;
  const fitting = checklists.filter(({ recordClass }) => recordClass === props.project.businessType);
  const year = Number((props.project.disbursedOn ?? status.today).slice(0, 4));
  return <Opening {...props} checklists={fitting} year={year} />;
}

type Checklists = { id: number; name: string; entries: number }[];

function Opening({
  project,
  onDone,
  onClose,
  checklists,
  year,
}: OpenDossierFormProps & { checklists: Checklists; year: number }) {
  const { t } = useTranslation('clients');
  const open = useOpenDossier();
  const blank: Values = {
    title: project.name,
    year,
    retention: 'y30',
    secrecy: 'ordinary',
    checklistId: checklists[0]?.id ?? 0,
  };
  const { form, props, isKept, refusal, refuse, drop } = useDraftForm<Values>(`dossier of ${project.id}`, blank);
  const submit = ({ checklistId, ...values }: Values) =>
    open.mutate(
      { ...values, projectId: project.id, ...(checklistId ? { checklistId } : {}) },
      {
        onError: refuse,
        onSuccess: ({ id }) => {
          drop();
          onDone(id);
        },
      },
    );
  return (
    <FormDrawer
      title={t('title--openDossier', { project: project.name })}
      act={t('action--openDossier')}
      busy={open.isPending}
      refusal={refusal}
      isKept={isKept}
      onEmpty={() => {
        form.setFieldsValue(blank);
        drop();
      }}
      onAct={form.submit}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <DossierFields checklists={checklists} />
      </Form>
    </FormDrawer>
  );
}

function DossierFields({ checklists }: { checklists: Checklists }) {
  const { t } = useTranslation(['clients', 'ui']);
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const lists = [
    ...checklists.map(({ id, name, entries }) => ({
      value: id,
      label: t('label--checklistIs', { name, count: entries }),
    })),
    { value: 0, label: t('label--emptyList') },
  ];
  return (
    <>
      <Form.Item name="title" label={t('label--dossierTitle')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input autoFocus maxLength={200} />
      </Form.Item>
      <Form.Item name="checklistId" label={t('label--checklist')} extra={t('hint--checklist')}>
        <Select options={lists} />
      </Form.Item>
      <Form.Item name="year" label={t('label--year')} rules={needed}>
        <InputNumber<number> min={1980} max={2200} precision={0} controls={false} />
      </Form.Item>
      <div className="pair">
        <Form.Item name="retention" label={t('label--retention')}>
          <Select options={RETENTIONS.map((value) => ({ value, label: t(`retention--${value}`) }))} />
        </Form.Item>
        <Form.Item name="secrecy" label={t('label--secrecy')}>
          <Select options={SECRECIES.map((value) => ({ value, label: t(`secrecy--${value}`) }))} />
        </Form.Item>
      </div>
    </>
  );
}
