import { Form } from 'antd';
import { useCallback, useState } from 'react';
import { AppError } from '../../shared/api/errors';
import { useErrorText } from '../api/use-error-text';
import { useDraft } from '../app/session.store';

/** What is typed into these is never kept. */
const SECRETS = new Set(['password', 'again', 'pin', 'currentPassword']);

/** The same values without passwords and PINs, at any depth. */
function withoutSecrets(values: object): object {
  const kept = Object.entries(values).filter(([name]) => !SECRETS.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, isGroup(value) ? withoutSecrets(value) : value]));
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A form whose typed values outlive the page, and whose refusals stand beside the field they mean. `fieldOf` says which field
 * a reason means where the reply does not say so: `{ loginTaken: 'administrator.login' }`.
 */
export function useDraftForm<V extends object>(page: string, blank: Partial<V>, fieldOf: Record<string, string> = {}) {
  const [form] = Form.useForm<V>();
  const { draft, isKept, keep, drop } = useDraft<Partial<V>>(page, blank);
  const [refusal, setRefusal] = useState<string>();
  const errorText = useErrorText();

  const refuse = (failure: AppError | null) => {
    const text = errorText(failure);
    const field = failure instanceof AppError ? (fieldOf[failure.reason] ?? failure.details.field) : undefined;
    const name = typeof field === 'string' ? field.split('.') : undefined;
    // antd knows fields by paths; the names of V cannot be told apart here.
    const known = name && form.getFieldInstance(name as never) !== undefined;
    if (known && text) form.setFields([{ name: name as never, errors: [text] }]);
    setRefusal(known ? undefined : text);
    if (known) form.getFieldInstance(name as never)?.focus?.();
  };

  const clear = useCallback(() => {
    drop();
    setRefusal(undefined);
  }, [drop]);

  /** Every field as it stood before anything was typed, and nothing refused any more. */
  const startAfresh = () => {
    clear();
    const asBefore = blank as Record<string, unknown>;
    const fields = Object.keys(form.getFieldsValue(true)).map((name) => ({ name, value: asBefore[name], errors: [] }));
    form.setFields(fields as never);
  };

  const props = {
    form,
    layout: 'vertical' as const,
    requiredMark: false,
    scrollToFirstError: { focus: true },
    initialValues: { ...blank, ...draft },
    onValuesChange: (_changed: unknown, all: object) => keep(withoutSecrets(all) as Partial<V>),
  };
  /** What a FormDrawer needs to know of its form. */
  const drawer = { refusal, isKept, onEmpty: startAfresh, onAct: form.submit };
  return { form, props, isKept, refusal, refuse, drop: clear, drawer };
}
