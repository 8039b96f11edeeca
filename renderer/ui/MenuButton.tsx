import { Button, Dropdown, type MenuProps } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useDialog, useKeys } from './use-keys';

interface MenuButtonProps {
  items: NonNullable<MenuProps['items']>;
  onChoose: (key: string) => void;
  /** What opens the menu from anywhere on the page, as in `useKeys`. */
  shortcut?: string;
  disabled?: boolean;
  children: ReactNode;
}

/** A button with a menu below it; the arrows and Enter choose, Esc closes it and does not leave the page. */
export function MenuButton({ items, onChoose, shortcut, disabled = false, children }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  useDialog(open);
  useKeys(shortcut === undefined ? {} : { [shortcut]: () => setOpen(!disabled) });
  const onClick = ({ key }: { key: string }) => {
    setOpen(false);
    onChoose(key);
  };
  return (
    <Dropdown
      menu={{ items, onClick, onKeyDownCapture: takeMarked }}
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      autoFocus
    >
      <Button disabled={disabled} aria-haspopup="menu" aria-expanded={open}>
        {children}
      </Button>
    </Dropdown>
  );
}

/**
 * An arrow marks an entry at once, but the menu moves the focus there a frame later: on a busy computer Enter would take the entry
 * before. What is marked is taken.
 */
function takeMarked(event: KeyboardEvent<HTMLElement>): void {
  const marked = event.currentTarget.querySelector<HTMLElement>('.ant-dropdown-menu-item-active');
  if (event.key !== 'Enter' || marked === null || marked.contains(event.target as Node)) return;
  event.preventDefault();
  event.stopPropagation();
  marked.click();
}
