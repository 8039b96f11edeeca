import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Custody, SafeRow } from '../../../shared/api/safe.contract';
import { FormDrawer } from '../../ui/FormDrawer';
import { SignField } from '../../ui/SignField';
import { useDraftForm } from '../../ui/use-draft-form';
import { useTwoSignatures } from '../../ui/use-two-signatures';
import { StaffSelect } from './StaffSelect';
import { useEntrust, useStaff } from './safes.queries';

interface Values {
  /** The row of custody that ends, or `spare` for a key that nobody had. */
  what: string;
  label?: string;
  holderId: number;
  supervisorId: number;
  reason: string;
  /** Somebody signs in the place of whoever has it. */
  instead?: boolean;
  executiveId?: number;
  absence?: string;
}
const SIGNERS = ['giver', 'holder', 'supervisor'] as const;
const SPARE = 'spare';

/** A key or the combination goes to somebody else, by three signatures. */
export function Entrust({ its, onClose }: { its: SafeRow; onClose: () => void }) {
  const { t } = useTranslation(['safes', 'ui']);
  const entrust = useEntrust();
  const { data: staff = [] } = useStaff();
  const { form, props, refuse, drop, drawer } = useDraftForm<Values>(`entrust/${its.id}`, {
    what: String(its.custody[0]?.id ?? SPARE),
    instead: false,
  });
  const values = Form.useWatch([], form) as Partial<Values> | undefined;
  const now = its.custody.find(({ id }) => String(id) === values?.what);
  const isSpare = values?.what === SPARE;
  const inPlace = isSpare || values?.instead === true;
  const giverId = inPlace ? values?.executiveId : now?.holderId;
  // The same person changes the combination: nobody gives it up.
  const signers = now !== undefined && !inPlace && now.holderId === values?.holderId ? SIGNERS.slice(1) : SIGNERS;
  const work = useTwoSignatures(SIGNERS, entrust.error);
  const nameOf = (id: number | undefined) => staff.find((one) => one.id === id)?.name ?? '';
  const names = { giver: nameOf(giverId), holder: nameOf(values?.holderId), supervisor: nameOf(values?.supervisorId) };
  const submit = ({ holderId, supervisorId, reason, executiveId, absence, label = '' }: Values) => {
    const { giver, holder, supervisor } = work.signatures;
    entrust.mutate(
      {
        ...{ safeId: its.id, kind: now?.kind ?? 'key', label: now?.label ?? label, holderId, supervisorId, reason },
        ...(inPlace && executiveId !== undefined && { executiveId }),
        ...(inPlace && !isSpare && { absence: absence ?? '' }),
        signatures: { holder, supervisor, ...(giver !== '' && { giver }) },
      },
      {
        onError: (failure) => {
          work.typeAgain(failure);
          if (!String(failure.details.field).startsWith('signatures')) refuse(failure);
        },
        onSuccess: () => {
          drop();
          onClose();
        },
      },
    );
  };
  return (
    <FormDrawer
      title={t('title--entrust', { name: its.name })}
      act={t('action--signEntrust')}
      busy={entrust.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <EntrustFields its={its} now={now} isSpare={isSpare} inPlace={inPlace} holderId={values?.holderId} />
      </Form>
      {signers.map((signer) => (
        <SignField
          key={signer}
          signer={names[signer]}
          role={t(signer === 'giver' && inPlace ? 'role--executive' : `role--${signer}`)}
          {...work.fieldOf(signer)}
        />
      ))}
    </FormDrawer>
  );
}

interface EntrustFieldsProps {
  its: SafeRow;
  now: Custody | undefined;
  isSpare: boolean;
  inPlace: boolean;
  holderId: number | undefined;
}

function EntrustFields({ its, now, isSpare, inPlace, holderId }: EntrustFieldsProps) {
  const { t } = useTranslation(['safes', 'ui']);
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const written = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  const kind = now?.kind ?? 'key';
  const ofOther = its.custody.filter((one) => one.kind !== kind).map((one) => one.holderId);
  const holders = its.custody.map((one) => one.holderId);
  const wordOf = ({ kind: of, label, holder }: Custody) =>
    of === 'key' ? t('label--keyNow', { label, holder }) : t('label--combinationNow', { holder });
  return (
    <>
      <Form.Item name="what" label={t('label--what')} rules={needed}>
        <Select
          options={[
            ...its.custody.map((one) => ({ value: String(one.id), label: wordOf(one) })),
            { value: SPARE, label: t('label--spare') },
          ]}
        />
      </Form.Item>
      {isSpare && (
        <Form.Item name="label" label={t('label--keyLabel')} rules={written}>
          <Input maxLength={20} />
        </Form.Item>
      )}
      <Form.Item
        name="holderId"
        label={t('label--newHolder')}
        rules={needed}
        {...(kind === 'combination' && { extra: t('hint--sameHolder') })}
      >
        <StaffSelect barred={kind === 'key' && now ? [...ofOther, now.holderId] : ofOther} />
      </Form.Item>
      <Form.Item name="supervisorId" label={t('label--supervisor')} rules={needed} extra={t('hint--supervisor')}>
        <StaffSelect barred={holderId === undefined ? holders : [...holders, holderId]} />
      </Form.Item>
      <Form.Item name="reason" label={t('label--because')} rules={written}>
        <Input maxLength={500} />
      </Form.Item>
      {!isSpare && (
        <Form.Item name="instead" label={t('label--whoGives')}>
          <Select
            options={[
              { value: false, label: t('label--holderSigns', { holder: now?.holder ?? '' }) },
              { value: true, label: t('label--executiveSigns') },
            ]}
          />
        </Form.Item>
      )}
      {inPlace && (
        <Form.Item name="executiveId" label={t('label--executive')} rules={needed}>
          <StaffSelect executives />
        </Form.Item>
      )}
      {inPlace && !isSpare && (
        <Form.Item name="absence" label={t('label--whyAbsent')} rules={written}>
          <Input maxLength={500} />
        </Form.Item>
      )}
    </>
  );
}
