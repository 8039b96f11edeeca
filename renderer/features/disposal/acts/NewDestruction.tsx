import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DisposalView } from '../../../../shared/api/disposal.contract';
import { FormDrawer } from '../../../ui/FormDrawer';
import { SecretInput } from '../../../ui/SecretInput';
import { useDraftForm } from '../../../ui/use-draft-form';
import { useListForDestruction } from '../disposal.queries';
import { LinesToDestroy } from '../LinesToDestroy';
import { WitnessSelect } from '../WitnessSelect';

interface Values {
  reason: string;
  /** Dossiers that another list will take. */
  leftOut: number[];
  firstWitnessId?: number;
  secondWitnessId?: number;
  /** Never kept: see use-draft-form.ts. */
  pin: string;
}

interface NewDestructionProps {
  /** The approved appraisal. */
  its: DisposalView;
  onDone: (id: number) => void;
  onClose: () => void;
}

/** A destruction list of what the appraisal says is to be destroyed, with the two who will watch. */
export function NewDestruction({ its, onDone, onClose }: NewDestructionProps) {
  const { t } = useTranslation(['disposal', 'ui']);
  const make = useListForDestruction();
  const blank: Values = { reason: its.no, leftOut: [], pin: '' };
  const kept = useDraftForm<Values>(`newDestruction/${its.id}`, blank, {
    wrongSecret: 'pin',
    waitAfterFailures: 'pin',
  });
  const { form, props, refuse, drop, drawer } = kept;
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const lines = its.lines.filter(({ dossierId }) => its.leftDossierIds.includes(dossierId));
  const taken = (leftOut: readonly number[]) => its.leftDossierIds.filter((id) => !leftOut.includes(id));
  const someTaken = (_: unknown, leftOut: number[]) =>
    taken(leftOut).length > 0 ? Promise.resolve() : Promise.reject(new Error(t('error--noneTaken')));
  const submit = ({ reason, leftOut, firstWitnessId = 0, secondWitnessId = 0, pin }: Values) =>
    make.mutate(
      { appraisalId: its.id, dossierIds: taken(leftOut), reason, firstWitnessId, secondWitnessId, signature: pin },
      {
        onError: (failure) => {
          form.setFieldValue('pin', '');
          refuse(failure);
        },
        onSuccess: ({ id }) => {
          drop();
          onDone(id);
        },
      },
    );
  return (
    <FormDrawer
      title={t('title--list')}
      act={t('action--makeList')}
      busy={make.isPending}
      {...drawer}
      onClose={onClose}
    >
      <p className="disposal-gap">{t('hint--list', { no: its.no, count: its.leftToDestroy })}</p>
      <Form {...props} onFinish={submit}>
        <Form.Item
          name="reason"
          label={t('label--reason')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item
          name="leftOut"
          label={t('label--toDestroy')}
          rules={[{ validator: someTaken }]}
          extra={t('hint--take')}
        >
          <LinesToDestroy lines={lines} />
        </Form.Item>
        <Form.Item name="firstWitnessId" label={t('label--firstWitness')} rules={needed}>
          <WitnessSelect barred={its.barredIds} />
        </Form.Item>
        <Form.Item name="secondWitnessId" label={t('label--secondWitness')} rules={needed} extra={t('hint--witness')}>
          <WitnessSelect barred={its.barredIds} />
        </Form.Item>
        <Form.Item name="pin" label={t('label--signature')} rules={needed} extra={t('hint--signature')}>
          <SecretInput autoComplete="off" maxLength={200} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}
