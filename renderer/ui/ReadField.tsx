import { Input } from 'antd';
import { useState } from 'react';

export interface ReadFieldProps<V> {
  id?: string;
  /** What was read, or what was typed and cannot be read. */
  value?: V | string;
  onChange?: (value: V | string | undefined) => void;
  onBlur?: () => void;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  'aria-label'?: string;
  'aria-invalid'?: boolean;
}

interface Reading<V> {
  read: (text: string) => V | null;
  show: (value: V | string) => string;
}

/**
 * A field for what people write in several ways. Its form has what stands here at every moment, so that Ctrl+Enter never
 * leaves it behind; what cannot be read goes there as typed, for a rule to refuse.
 */
export function ReadField<V>({ value, onChange, onBlur, read, show, ...field }: ReadFieldProps<V> & Reading<V>) {
  const shown = value === undefined ? '' : show(value);
  const [typed, setTyped] = useState(shown);
  const valueIn = (text: string) => read(text) ?? (text.trim() === '' ? undefined : text);
  // What is half typed may be read already: only another value than its own takes its place.
  const isOwn = valueIn(typed) === value;
  if (!isOwn && typed !== shown) setTyped(shown);
  return (
    <Input
      {...field}
      value={typed}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.target.value);
        onChange?.(valueIn(event.target.value));
      }}
      onBlur={() => {
        setTyped(shown);
        onBlur?.();
      }}
    />
  );
}
