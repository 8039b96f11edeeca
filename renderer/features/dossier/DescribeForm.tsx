import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useDescribe } from './dossier.queries';
import { type Keeping, KeepingFields, keepingOf } from './KeepingFields';

type Description = Keeping & { reason: string };

/** What may still be corrected when the archive has the dossier; why is told by the history. */
export function DescribeForm({ dossier, onClose }: { dossier: DossierView; onClose: () => void }) {
  const { t } = useTranslation(['dossier', 'ui']);
  const describe = useDescribe();
  const { id } = dossier;
  const standing: Description = { ...keepingOf(dossier), reason: '' };
  const { props, refuse, drop, drawer } = useDraftForm<Description>(`describe/${id}`, standing);
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
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={write}>
        <p className="quiet">{t('hint--describe')}</p>
        <KeepingFields dossier={dossier} />
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
