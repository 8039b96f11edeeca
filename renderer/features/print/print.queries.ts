import type { Printed } from '../../../shared/api/print.contract';
import { client, useDo, useRead } from '../../api/client';

/** While labels are laid anew the old ones stay on screen. */
export function useForm(subject: Printed) {
  const isKey = subject.form === 'backup-key';
  const key = useRead(client.print.keyForm, isKey ? subject : NO_KEY, { enabled: isKey });
  const form = useRead(client.print.form, isKey ? NOTHING : subject, { keepPrevious: true, enabled: !isKey });
  return isKey ? key : form;
}
const NO_KEY = { form: 'backup-key', id: 1 } as const;
const NOTHING = { form: 'client-list' } as const;

export const useSavePdf = () => useDo(client.print.savePdf);

/** Both answer alike; a subject stays what it is as long as its page stands. */
export const useToPrinter = (subject: Printed) =>
  useDo(
    (subject.form === 'backup-key'
      ? client.print.keyToPrinter
      : client.print.toPrinter) as typeof client.print.toPrinter,
  );
