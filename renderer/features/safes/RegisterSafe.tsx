import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { MOST_COLUMNS, MOST_ROWS } from '../../../shared/api/safe.contract';
import { FormDrawer } from '../../ui/FormDrawer';
import { SignField } from '../../ui/SignField';
import { useDraftForm } from '../../ui/use-draft-form';
import { useTwoSignatures } from '../../ui/use-two-signatures';
import { StaffSelect } from './StaffSelect';
import { useRegister, useStaff } from './safes.queries';
import { lookAt } from './safes.store';

interface Values {
  name: string;
  place: string;
  rows: number;
  columns: number;
  keyLabel: string;
  keyHolderId: number;
  combinationHolderId: number;
  supervisorId: number;
  reason: string;
}
const BLANK: Partial<Values> = { rows: 4, columns: 5 };
const SIGNERS = ['keyHolder', 'combinationHolder', 'supervisor'] as const;

/** A new safe: what it is called, how its compartments lie, and who gets key and combination before whose eyes. */
export function RegisterSafe({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['safes', 'ui']);
  const register = useRegister();
  const work = useTwoSignatures(SIGNERS, register.error);
  const { data: staff = [] } = useStaff();
  const { form, props, refuse, drop, drawer } = useDraftForm<Values>('registerSafe', {
    ...BLANK,
    keyLabel: t('word--firstKey'),
  });
  const chosen = Form.useWatch([], form) as Partial<Values> | undefined;
  const ids = { keyHolder: chosen?.keyHolderId, combinationHolder: chosen?.combinationHolderId };
  const nameOf = (id: number | undefined) => staff.find((one) => one.id === id)?.name ?? '';
  const signers = { ...ids, supervisor: chosen?.supervisorId };
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const written = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  const others = (...except: (number | undefined)[]) => except.filter((id) => id !== undefined);
  const submit = (values: Values) =>
    register.mutate(
      { ...values, signatures: work.signatures },
      {
        onError: (failure) => {
          work.typeAgain(failure);
          if (!String(failure.details.field).startsWith('signatures')) refuse(failure);
        },
        onSuccess: ({ id }) => {
          drop();
          lookAt({ safeId: id, compartmentId: undefined, on: undefined });
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('title--register')}
      act={t('action--signRegister')}
      busy={register.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <div className="pair">
          <Form.Item name="name" label={t('label--name')} rules={written}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="place" label={t('label--place')} rules={written}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="rows" label={t('label--rows')} rules={needed}>
            <InputNumber min={1} max={MOST_ROWS} precision={0} className="safe-number" />
          </Form.Item>
          <Form.Item name="columns" label={t('label--columns')} rules={needed}>
            <InputNumber min={1} max={MOST_COLUMNS} precision={0} className="safe-number" />
          </Form.Item>
        </div>
        <div className="pair">
          <Form.Item name="keyLabel" label={t('label--keyLabel')} rules={written}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="keyHolderId" label={t('label--keyHolder')} rules={needed}>
            <StaffSelect barred={others(chosen?.combinationHolderId, chosen?.supervisorId)} />
          </Form.Item>
          <Form.Item name="combinationHolderId" label={t('label--combinationHolder')} rules={needed}>
            <StaffSelect barred={others(chosen?.keyHolderId, chosen?.supervisorId)} />
          </Form.Item>
          <Form.Item name="supervisorId" label={t('label--supervisor')} rules={needed}>
            <StaffSelect barred={others(chosen?.keyHolderId, chosen?.combinationHolderId)} />
          </Form.Item>
        </div>
        <Form.Item name="reason" label={t('label--because')} rules={written}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
      <p className="quiet safe-gap">{t('hint--register')}</p>
      {SIGNERS.map((signer) => (
        <SignField
          key={signer}
          signer={nameOf(signers[signer])}
          role={t(`role--${signer}`)}
          {...work.fieldOf(signer)}
        />
      ))}
    </FormDrawer>
  );
}
