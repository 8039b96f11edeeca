import type { InputOf } from '../../../shared/api/contract';
import { client, useRead } from '../../api/client';

export type ExtensionChoice = NonNullable<InputOf<(typeof client.extension.list)['method']>['which']>;

export const useExtensions = (which: ExtensionChoice) =>
  useRead(client.extension.list, { which }, { keepPrevious: true });
