import { useTranslation } from 'react-i18next';
import type { ExportedList, ExportFormat } from '../../shared/api/export.contract';
import { client, useDo, useRead } from '../api/client';

/** Words by which states and events are called; main writes the file and knows none of them. */
const NEEDED = /^(sheet|heading|mark|value|action|table|column|position|kind|field)--/;

/** Takes a list along in the language of the window. */
export function useExport(list: ExportedList) {
  const { i18n } = useTranslation();
  const save = useDo(client.export.save);
  const cancel = useDo(client.export.cancel);
  const { data: progress } = useRead(client.export.progress, {}, { enabled: save.isPending });
  const begin = (format: ExportFormat) => {
    // Only this list speaks of what is wrong with a row.
    const files = list.name === 'importFaults' ? ['export', 'import'] : ['app', 'audit', 'export'];
    const texts = files.flatMap((file) =>
      Object.entries(i18n.getResourceBundle(i18n.language, file) as Record<string, string>),
    );
    const words = Object.fromEntries(texts.filter(([key]) => NEEDED.test(key)));
    if (!save.isPending) save.mutate({ list, format, words });
  };
  // Short exports are over before anybody reads how far they are.
  return { begin, cancel: () => cancel.mutate({}), save, progress: save.isPending && progress?.done ? progress : null };
}
