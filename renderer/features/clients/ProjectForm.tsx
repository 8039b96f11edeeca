import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClientRow } from '../../../shared/api/client.contract';
import type { InputOf } from '../../../shared/api/contract';
import { BUSINESS_TYPES, type ProjectRow } from '../../../shared/api/project.contract';
import type { client } from '../../api/client';
import { DayField, dayRule } from '../../ui/DayField';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { YuanField, yuanRule } from '../../ui/YuanField';
import { tenThousands } from '../../ui/yuan';
import { useCorrectProject, useRegisterProject, useStaff } from './clients.queries';

type Project = InputOf<(typeof client.project.register)['method']>;
/** The amount is typed in yuan. */
type Values = Omit<Project, 'clientId' | 'amountFen'> & { yuan: number };

interface ProjectFormProps {
  client: ClientRow;
  /** The project to correct; absent for a new one. */
  known?: ProjectRow;
  onClose: () => void;
}

const valuesOf = (project: ProjectRow): Values => ({
  name: project.name,
  businessType: project.businessType,
  contractNo: project.contractNo,
  yuan: project.amountFen / 100,
  guarantors: project.guarantors,
  aManagerId: project.aManagerId,
  bManagerId: project.bManagerId,
  disbursedOn: project.disbursedOn,
  endedOn: project.endedOn,
});

const FIELD_OF = { sameManagers: 'bManagerId', contractNoTaken: 'contractNo' };

export function ProjectForm({ client, known, onClose }: ProjectFormProps) {
  const { t } = useTranslation('clients');
  const register = useRegisterProject();
  const correct = useCorrectProject();
  const blank: Partial<Values> = known ? valuesOf(known) : { businessType: 'loan' };
  const page = known ? `project ${known.id}` : `project of ${client.id}`;
  const { props, refuse, drop, drawer } = useDraftForm<Values>(page, blank, FIELD_OF);
  const onSuccess = () => {
    drop();
    onClose();
  };
  const submit = ({ yuan, ...values }: Values) => {
    const project = { ...values, clientId: client.id, amountFen: Math.round(yuan * 100) };
    if (known) correct.mutate({ ...project, id: known.id }, { onError: refuse, onSuccess });
    else register.mutate(project, { onError: refuse, onSuccess });
  };
  return (
    <FormDrawer
      title={known ? t('title--correctProject') : t('title--registerProject', { client: client.name })}
      act={known ? t('action--correct') : t('action--registerProject')}
      busy={register.isPending || correct.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <ProjectFields />
      </Form>
    </FormDrawer>
  );
}

function ProjectFields() {
  const { t } = useTranslation(['clients', 'ui']);
  const { t: ui } = useTranslation('ui');
  const isDay = [dayRule(ui)];
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const neededText = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  const typed = Form.useWatch<number | string | undefined>('yuan');
  const rounded = typeof typed === 'number' ? tenThousands(Math.round(typed * 100)) : undefined;
  return (
    <>
      <Form.Item name="name" label={t('label--projectName')} rules={neededText}>
        <Input autoFocus maxLength={100} placeholder={t('hint--projectName')} />
      </Form.Item>
      <div className="pair">
        <Form.Item name="businessType" label={t('label--businessType')} rules={needed}>
          <Select options={BUSINESS_TYPES.map((type) => ({ value: type, label: t(`business--${type}`) }))} />
        </Form.Item>
        <Form.Item name="contractNo" label={t('label--contractNo')} rules={neededText}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item
        name="yuan"
        label={t('label--amountYuan')}
        rules={[...needed, yuanRule(t('error--yuan'))]}
        validateTrigger="onBlur"
        extra={rounded ? t('hint--tenThousands', { count: rounded }) : undefined}
      >
        <YuanField />
      </Form.Item>
      <Form.Item name="guarantors" label={t('label--guarantors')}>
        <Input maxLength={200} placeholder={t('hint--guarantors')} />
      </Form.Item>
      <ManagerFields />
      <div className="pair">
        <Form.Item
          name="disbursedOn"
          label={t('label--disbursedOn')}
          extra={t('hint--disbursedOn')}
          rules={isDay}
          validateTrigger="onBlur"
        >
          <DayField />
        </Form.Item>
        <Form.Item name="endedOn" label={t('label--endedOn')} rules={isDay} validateTrigger="onBlur">
          <DayField />
        </Form.Item>
      </div>
    </>
  );
}

/** A and B are never the same person: who is chosen as A cannot be chosen as B. */
function ManagerFields() {
  const { t } = useTranslation(['clients', 'ui']);
  const { data: staff = [] } = useStaff();
  const a = Form.useWatch<number | undefined>('aManagerId');
  const b = Form.useWatch<number | undefined>('bManagerId');
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const managers = staff.filter(
    ({ employment, positions }) => employment === 'active' && positions.includes('projectManager'),
  );
  const options = (other: number | undefined) =>
    managers.map(({ id, name, department }) => ({
      value: id,
      label: `${name} · ${department}`,
      disabled: id === other,
    }));
  return (
    <div className="pair">
      <Form.Item name="aManagerId" label={t('label--aManager')} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options(b)} />
      </Form.Item>
      <Form.Item name="bManagerId" label={t('label--bManager')} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options(a)} />
      </Form.Item>
    </div>
  );
}
