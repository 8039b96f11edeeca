import { Input, type InputRef } from 'antd';
import type { PasswordProps } from 'antd/es/input';
import { type Ref, useState } from 'react';

/** A password or PIN. Tab leads on to the next field and not to the eye; Alt+F8 shows what was typed, as in Windows. */
export function SecretInput({ onKeyDown, ...field }: PasswordProps & { ref?: Ref<InputRef> }) {
  const [visible, setVisible] = useState(false);
  return (
    <Input.Password
      {...field}
      visibilityToggle={{ visible, onVisibleChange: setVisible, tabIndex: -1 }}
      onKeyDown={(event) => {
        if (event.altKey && event.key === 'F8') setVisible(!visible);
        onKeyDown?.(event);
      }}
    />
  );
}
