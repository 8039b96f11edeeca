import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type DossierView, SECRECIES } from '../../../shared/api/dossier.contract';
import { DayField, dayRule } from '../../ui/DayField';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useRetentions } from '../../ui/use-record-words';
import { useRetitle } from './dossier.queries';

type Heading = Pick<DossierView, 'title' | 'retentionId' | 'secrecy' | 'endedOn' | 'remarks'>;

/** How a dossier is called, how long it is kept and who may see it, while its list may be changed. */
export function RetitleDialog({ dossier, onClose }: { dossier: DossierView; onClose: () => void }) {
  const { t } = useTranslation(['dossier', 'ui']);
  const retitle = useRetitle();
  const { id, title, retentionId, secrecy, endedOn, remarks } = dossier;
  const standing: Heading = { title, retentionId, secrecy, remarks, ...(endedOn && { endedOn }) };
  const { form, props, isKept, refusal, refuse, drop } = useDraftForm<Heading>(`retitle/${id}`, standing);
  const retentions = useRetentions().filter((its) => !its.retired || its.id === retentionId);
  const done = () => {
    drop();
    onClose();
  };
  const write = (fields: Heading) => retitle.mutate({ id, ...fields }, { onError: refuse, onSuccess: done });
  return (
    <FormDrawer
      title={t('title--retitle')}
      act={t('action--writeHeading')}
      busy={retitle.isPending}
      refusal={refusal}
      isKept={isKept}
      onEmpty={() => {
        drop();
        form.setFieldsValue({ endedOn: undefined, ...standing });
      }}
      onAct={form.submit}
      onClose={onClose}
    >
      <Form {...props} onFinish={write}>
        <Form.Item
          name="title"
          label={t('label--title')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <div className="pair">
          <Form.Item name="retentionId" label={t('label--retention')}>
            <Select options={retentions.map((its) => ({ value: its.id, label: its.name }))} />
          </Form.Item>
          <Form.Item name="secrecy" label={t('label--secrecy')}>
            <Select options={SECRECIES.map((value) => ({ value, label: t(`label--secrecy-${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item
          name="endedOn"
          label={t('label--endedOn')}
          rules={[dayRule(t as never)]}
          extra={dossier.projectId !== undefined && t('hint--endedOnByProject')}
        >
          <DayField disabled={dossier.projectId !== undefined} />
        </Form.Item>
        <Form.Item name="remarks" label={t('label--remarks')}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
