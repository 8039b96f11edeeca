import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type DossierView, SECRECIES } from '../../../shared/api/dossier.contract';
import { DayField, dayRule } from '../../ui/DayField';
import { useRetentions } from '../../ui/use-record-words';

/** What of a dossier says how long it is kept and who may see it. */
export type Keeping = Pick<DossierView, 'retentionId' | 'secrecy' | 'endedOn' | 'remarks'>;

/** As it stands in a dossier. */
export const keepingOf = ({ retentionId, secrecy, endedOn, remarks }: DossierView): Keeping => ({
  ...{ retentionId, secrecy, remarks },
  ...(endedOn && { endedOn }),
});

/** How long a dossier is kept, from when on, and who may see it. */
export function KeepingFields({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const retentions = useRetentions().filter((its) => !its.retired || its.id === dossier.retentionId);
  const ofProject = dossier.projectId !== undefined;
  return (
    <>
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
        extra={ofProject && t('hint--endedOnByProject')}
      >
        <DayField disabled={ofProject} />
      </Form.Item>
      <Form.Item name="remarks" label={t('label--remarks')}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}
