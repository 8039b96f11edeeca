import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type DossierView, SECRECIES } from '../../../shared/api/dossier.contract';
import { DayField, dayRule } from '../../ui/DayField';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useRetentions } from '../../ui/use-record-words';
import { useDescribe } from './dossier.queries';

type Description = Pick<DossierView, 'retentionId' | 'secrecy' | 'endedOn' | 'remarks'> & { reason: string };

/** What may still be corrected when the archive has the dossier; why is told by the history. */
export function DescribeForm({ dossier, onClose }: { dossier: DossierView; onClose: () => void }) {
  const { t } = useTranslation(['dossier', 'ui']);
  const describe = useDescribe();
  const { id, retentionId, secrecy, endedOn, remarks } = dossier;
  const standing: Description = { retentionId, secrecy, remarks, reason: '', ...(endedOn && { endedOn }) };
  const { form, props, isKept, refusal, refuse, drop } = useDraftForm<Description>(`describe/${id}`, standing);
  const retentions = useRetentions().filter((its) => !its.retired || its.id === retentionId);
  const done = () => {
    drop();
    onClose();
  };
  const write = (fields: Description) => describe.mutate({ id, ...fields }, { onError: refuse, onSuccess: done });
  return (
    <FormDrawer
      title={t('title--describe')}
      act={t('action--writeHeading')}
      busy={describe.isPending}
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
        <p className="quiet">{t('hint--describe')}</p>
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
        <Form.Item
          name="reason"
          label={t('label--describeReason')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
