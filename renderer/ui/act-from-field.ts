import type { KeyboardEvent } from 'react';
import { isComposing } from './use-keys';

/** Ctrl+Enter anywhere among the fields does it: a list of choices would take the key for itself and open. */
export const actFromField = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event.nativeEvent)) return;
  event.preventDefault();
  event.stopPropagation();
  act();
};
