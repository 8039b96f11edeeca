import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SECRECIES } from '../../shared/api/dossier.contract';
import type { ProjectRow } from '../../shared/api/project.contract';
import { client, useRead } from '../api/client';
import { useSession } from '../app/session.store';
import { useFreeClasses, useRetentions } from './use-record-words';
import { useSettled } from './use-settled';
import { withMore } from './with-more';

interface AboutFieldsProps {
  isKept: boolean;
  onProject: (project: ProjectRow) => void;
  onKind: (kind: number) => void;
}

/** What the dossier is about: a project, or a class of records and maybe a client. */
export function AboutFields({ isKept, onProject, onKind }: AboutFieldsProps) {
  const { t } = useTranslation('ui');
  const classes = useFreeClasses();
  const kind = Form.useWatch('kind');
  return (
    <>
      {kind ? <WithoutProject /> : <ProjectChoice isKept={isKept} onProject={onProject} />}
      <Form.Item name="kind" label={t('label--about')}>
        <Select
          options={[
            { value: 0, label: t('label--ofProject') },
            ...classes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={onKind}
        />
      </Form.Item>
    </>
  );
}

/** All of them to choose from at once; where there are too many for that, asked for by what is typed. */
function useOpenable() {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const text = useSettled(typed, 120);
  const first = useRead(client.project.list, { openable: true }).data;
  const all = useRead(client.project.count, { openable: true }).data ?? 0;
  const many = first !== undefined && all > first.length;
  const found = useRead(client.project.list, { openable: true, text }, { enabled: many, keepPrevious: true }).data;
  const total = useRead(client.project.count, { openable: true, text }, { enabled: many, keepPrevious: true }).data;
  const projects = many ? found : first;
  const options = (projects ?? []).map(({ id, name, client: its, contractNo }) => ({
    value: id,
    label: `${its} · ${name} · ${contractNo}`,
  }));
  return {
    projects,
    options: withMore(options, total ?? options.length, t),
    showSearch: many ? { filterOption: false, onSearch: setTyped } : { optionFilterProp: 'label' },
  };
}

function ProjectChoice({ isKept, onProject }: { isKept: boolean; onProject: (project: ProjectRow) => void }) {
  const { t } = useTranslation('ui');
  const { projects, options, showSearch } = useOpenable();
  return (
    <Form.Item
      name="projectId"
      label={t('label--project')}
      rules={[{ required: true, message: t('error--needed') }]}
      extra={projects?.length === 0 && t('hint--noProjects')}
    >
      <Select
        autoFocus
        defaultOpen={!isKept && (projects?.length ?? 0) > 0}
        showSearch={showSearch}
        options={options}
        onChange={(id: number) => {
          const chosen = projects?.find((project) => project.id === id);
          if (chosen) onProject(chosen);
        }}
      />
    </Form.Item>
  );
}

/** Whom it is about; and for whom the archivist opens it, who would otherwise have to accept the own papers. */
function WithoutProject() {
  const { t } = useTranslation('ui');
  const me = useSession((session) => session.me);
  const staff = useRead(client.people.staff, {}).data?.filter(({ employment }) => employment !== 'left');
  return (
    <>
      <ClientChoice />
      {me?.positions.includes('archivist') && (
        <Form.Item name="keeperId" label={t('label--keeper')} extra={t('hint--keeper')}>
          <Select
            allowClear
            placeholder={me.name}
            showSearch={{ optionFilterProp: 'label' }}
            options={staff?.map(({ id, name, department }) => ({ value: id, label: `${name} · ${department}` }))}
          />
        </Form.Item>
      )}
    </>
  );
}

/** Clients may be many: asked for by what is typed. */
function ClientChoice() {
  const { t } = useTranslation('ui');
  const [text, setText] = useState('');
  const settled = useSettled(text, 120);
  const found = useRead(client.client.list, { text: settled, offset: 0, limit: 50 }, { keepPrevious: true }).data;
  return (
    <Form.Item name="clientId" label={t('label--client')} extra={t('hint--clientOfDossier')}>
      <Select
        allowClear
        showSearch={{ filterOption: false, onSearch: setText }}
        options={withMore(found?.rows.map(({ id, name }) => ({ value: id, label: name })) ?? [], found?.total ?? 0, t)}
      />
    </Form.Item>
  );
}

/** How it is called, how long it is kept, and who may see it. */
export function HeadingFields({ autoFocus }: { autoFocus: boolean }) {
  const { t } = useTranslation('ui');
  const needed = { required: true, message: t('error--needed') };
  const checklists = useRead(client.checklist.list, {}).data ?? [];
  const retentions = useRetentions().filter(({ retired }) => !retired);
  const lists = checklists.map(({ id, name, entries }) => ({
    value: id,
    label: t('label--checklistIs', { name, count: entries }),
  }));
  return (
    <>
      <Form.Item name="title" label={t('label--dossierTitle')} rules={[{ ...needed, whitespace: true }]}>
        <Input autoFocus={autoFocus} maxLength={200} />
      </Form.Item>
      <Form.Item name="year" label={t('label--year')} rules={[needed]}>
        <InputNumber<number> min={1980} max={2200} precision={0} controls={false} />
      </Form.Item>
      <Form.Item name="checklistId" label={t('label--checklist')} extra={t('hint--checklist')}>
        <Select options={[{ value: 0, label: t('label--noChecklist') }, ...lists]} />
      </Form.Item>
      <div className="pair">
        <Form.Item name="retentionId" label={t('label--retention')} rules={[needed]}>
          <Select options={retentions.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="secrecy" label={t('label--secrecy')}>
          <Select options={SECRECIES.map((value) => ({ value, label: t(`secrecy--${value}`) }))} />
        </Form.Item>
      </div>
    </>
  );
}
