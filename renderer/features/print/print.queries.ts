import type { Subject } from '../../../shared/api/print.contract';
import { client, useDo, useRead } from '../../api/client';

/** While labels are laid anew the old ones stay on screen. */
export const useForm = (subject: Subject) => useRead(client.print.form, subject, { keepPrevious: true });

export const useSavePdf = () => useDo(client.print.savePdf);

export const useToPrinter = () => useDo(client.print.toPrinter);
