import { Form, type FormInstance, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/api/errors';
import { useSession } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { DayField, dayRule } from '../../../ui/DayField';
import { FormDrawer } from '../../../ui/FormDrawer';
import { SignField } from '../../../ui/SignField';
import { useDraftForm } from '../../../ui/use-draft-form';
import { useTwoSignatures } from '../../../ui/use-two-signatures';
import { useStaff, useToday } from '../titles.queries';
import { useSeconds } from './use-seconds';

/** What every act at a safe says. */
export interface SignedValues {
  reason: string;
  basis: string;
  remarks?: string;
  movedOn?: string;
  secondId: number;
}
export interface Signing {
  signatures: { operator: string; second: string };
}
/** What happens with the answer. */
export interface Told<W> {
  onSuccess: (written: W) => void;
  onError: (failure: AppError) => void;
}

interface SignedFormProps<V extends SignedValues, W> {
  /** Its drafts are kept under this name. */
  page: string;
  title: string;
  /** The act as the word on its button. */
  act: string;
  hint?: string;
  blank: Partial<V>;
  /** Safes that are opened for it: the second person is one of their holders. */
  safeIds: readonly number[];
  /** A reversal rests on the slip that it reverses. */
  withoutBasis?: boolean;
  /** Where a refusal belongs that does not say so itself. */
  fieldOf?: Record<string, string>;
  /** Asked once more in words before something that cannot be taken back. */
  question?: ((values: V) => string) | undefined;
  /** What it is about, above the fields, and fields of its own. */
  above: ReactNode;
  children?: (form: FormInstance<V>) => ReactNode;
  work: { isPending: boolean; error: AppError | null; run(values: V & Signing, told: Told<W>): void };
  onClose: () => void;
  onDone: (written: W) => void;
}

/** One shape for every act at a safe: why, on which paper, who stands by, and both sign. */
export function SignedForm<V extends SignedValues, W>(its: SignedFormProps<V, W>) {
  const { page, title, act, hint, blank, safeIds, withoutBasis, fieldOf, question, above, children, work } = its;
  const { t } = useTranslation(['titles', 'ui']);
  const kept = useDraftForm<V>(page, blank, fieldOf);
  const { form, props, refuse, drop, drawer } = kept;
  const sign = useTwoSignatures(['operator', 'second'], work.error);
  const [unsigned, setUnsigned] = useState(false);
  const [asking, setAsking] = useState<V>();
  const run = (values: V) => {
    setAsking(undefined);
    if (work.isPending) return;
    work.run(
      { ...values, signatures: sign.signatures },
      {
        onError: (failure) => {
          sign.typeAgain(failure);
          if (!String(failure.details.field).startsWith('signatures.')) refuse(failure);
        },
        onSuccess: (written) => {
          drop();
          its.onDone(written);
        },
      },
    );
  };
  const submit = (values: V) => {
    setUnsigned(!sign.signed);
    if (!sign.signed) return;
    if (question) setAsking(values);
    else run(values);
  };
  return (
    <FormDrawer
      title={title}
      act={act}
      busy={work.isPending}
      {...drawer}
      refusal={unsigned && !sign.signed ? t('error--bothSign') : drawer.refusal}
      onClose={its.onClose}
    >
      {hint && <p className="quiet act-hint">{hint}</p>}
      <Form {...props} onFinish={submit}>
        {above}
        <CommonFields withoutBasis={withoutBasis} safeIds={safeIds}>
          {children?.(form)}
        </CommonFields>
        <Signatures sign={sign} onSign={form.submit} />
      </Form>
      {asking && (
        <ConfirmInWords
          open
          title={title}
          act={act}
          final
          onAct={() => run(asking)}
          onClose={() => setAsking(undefined)}
        >
          <p>{question?.(asking)}</p>
        </ConfirmInWords>
      )}
    </FormDrawer>
  );
}

function CommonFields({
  withoutBasis,
  safeIds,
  children,
}: {
  withoutBasis: boolean | undefined;
  safeIds: readonly number[];
  children: ReactNode;
}) {
  const { t } = useTranslation(['titles', 'ui']);
  const { t: ui } = useTranslation('ui');
  const today = useToday();
  const seconds = useSeconds(safeIds);
  const neededText = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  return (
    <>
      <Form.Item name="reason" label={t('label--reason')} rules={neededText}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {!withoutBasis && (
        <Form.Item name="basis" label={t('label--basis')} rules={neededText} extra={t('hint--basis')}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      {children}
      <div className="pair">
        <Form.Item name="movedOn" label={t('label--movedOn')} rules={[dayRule(ui)]} validateTrigger="onBlur">
          <DayField placeholder={t('hint--movedOn', { day: today ?? '' })} />
        </Form.Item>
        <Form.Item name="remarks" label={t('label--remarks')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item
        name="secondId"
        label={t('label--second')}
        rules={[{ required: true, message: t('ui:error--needed') }]}
        extra={t('hint--second')}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} options={seconds} />
      </Form.Item>
    </>
  );
}

function Signatures({
  sign,
  onSign,
}: {
  sign: ReturnType<typeof useTwoSignatures<'operator' | 'second'>>;
  onSign: () => void;
}) {
  const { t } = useTranslation('titles');
  const me = useSession((session) => session.me);
  const { data: staff = [] } = useStaff();
  const secondId = Form.useWatch<number | undefined>('secondId');
  const second = staff.find(({ id }) => id === secondId)?.name ?? t('label--secondPerson');
  return (
    <>
      <SignField signer={me?.name ?? ''} role={t('role--operator')} {...sign.fieldOf('operator')} onSign={onSign} />
      <SignField signer={second} role={t('role--second')} {...sign.fieldOf('second')} onSign={onSign} />
    </>
  );
}
