import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useRetitle } from './dossier.queries';
import { type Keeping, KeepingFields, keepingOf } from './KeepingFields';

type Heading = Keeping & { title: string };

/** How a dossier is called, how long it is kept and who may see it, while its list may be changed. */
export function RetitleDialog({ dossier, onClose }: { dossier: DossierView; onClose: () => void }) {
  const { t } = useTranslation(['dossier', 'ui']);
  const retitle = useRetitle();
  const { id, title } = dossier;
  const standing: Heading = { ...keepingOf(dossier), title };
  const { props, refuse, drop, drawer } = useDraftForm<Heading>(`retitle/${id}`, standing);
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
      {...drawer}
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
        <KeepingFields dossier={dossier} />
      </Form>
    </FormDrawer>
  );
}
