import type { Subject } from '../../../shared/api/print.contract';
import { client, useDo, useRead } from '../../api/client';

export const useForm = (subject: Subject) => useRead(client.print.form, subject);

export const useSavePdf = () => useDo(client.print.savePdf);

export const useToPrinter = () => useDo(client.print.toPrinter);
