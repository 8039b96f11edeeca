import { Select } from 'antd';
import { type KeyboardEvent, useState } from 'react';

interface SeveralFieldProps<V> {
  id?: string;
  value?: V[];
  onChange?: (values: V[]) => void;
  options: { value: V; label: string }[];
}

/** Several of a list. Tab only leaves: in a list that stands open it would choose whatever is marked, a position for example. */
export function SeveralField<V extends string | number>({ ...field }: SeveralFieldProps<V>) {
  const [open, setOpen] = useState(false);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <div onKeyDownCapture={leave}>
      <Select
        {...field}
        mode="multiple"
        open={open}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </div>
  );
}
