import type { Form } from '../../../shared/api/print.contract';
import { client, useDo, useRead } from '../../api/client';

export const useForm = (form: Form, id: number) => useRead(client.print.form, { form, id });

export const useSavePdf = () => useDo(client.print.savePdf);

export const useToPrinter = () => useDo(client.print.toPrinter);
