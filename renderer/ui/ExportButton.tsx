import './export-button.css';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXPORT_FORMATS, type ExportedList, type ExportFormat } from '../../shared/api/export.contract';
import { useErrorText } from '../api/use-error-text';
import { Kbd } from './Kbd';
import { useExport } from './use-export';
import { useDialog, useKeys } from './use-keys';

/** Takes the list on the screen along, as it is filtered and sorted: a button, the formats, and how it went. */
export function ExportButton({ list }: { list: ExportedList }) {
  const { t } = useTranslation('export');
  const [open, setOpen] = useState(false);
  const work = useExport(list);
  const busy = work.save.isPending;
  // While the formats are shown, Esc closes them and does not leave the page.
  useDialog(open);
  useKeys({ 'ctrl+e': () => setOpen(!busy) });
  const items = EXPORT_FORMATS.map((format) => ({ key: format, label: t(`format--${format}`) }));
  const choose = ({ key }: { key: string }) => {
    setOpen(false);
    work.begin(key as ExportFormat);
  };
  return (
    <>
      <Dropdown menu={{ items, onClick: choose }} trigger={['click']} open={open} onOpenChange={setOpen} autoFocus>
        <Button disabled={busy} aria-haspopup="menu" aria-expanded={open}>
          {t('action--export')} <Kbd>Ctrl E</Kbd>
        </Button>
      </Dropdown>
      {work.progress && <Button onClick={work.cancel}>{t('action--cancel')}</Button>}
      <ExportOutcome work={work} />
    </>
  );
}

function ExportOutcome({ work: { save, progress } }: { work: ReturnType<typeof useExport> }) {
  const { t } = useTranslation('export');
  const failure = useErrorText()(save.error);
  const { path, rows = 0 } = save.data ?? {};
  return (
    <output className={failure ? 'export-outcome late' : 'export-outcome'}>
      {failure}
      {save.isPending && !progress && t('state--choosing')}
      {progress && t('state--exporting', { done: grouped(progress.done), shownTotal: grouped(progress.total) })}
      {save.data && (path ? t('state--exported', { count: rows, rows: grouped(rows), path }) : t('state--notExported'))}
    </output>
  );
}

/** 12486 as 12,486. */
const grouped = (number: number): string => number.toLocaleString('en-US');
