import './export-button.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EXPORT_FORMATS, type ExportedList, type ExportFormat } from '../../shared/api/export.contract';
import { useErrorText } from '../api/use-error-text';
import { Kbd } from './Kbd';
import { MenuButton } from './MenuButton';
import { useExport } from './use-export';

/** Takes the list on the screen along, as it is filtered and sorted: a button, the formats, and how it went. */
export function ExportButton({ list }: { list: ExportedList }) {
  const { t } = useTranslation('export');
  const work = useExport(list);
  const items = EXPORT_FORMATS.map((format) => ({ key: format, label: t(`format--${format}`) }));
  return (
    <>
      <MenuButton
        items={items}
        onChoose={(format) => work.begin(format as ExportFormat)}
        shortcut="ctrl+e"
        disabled={work.save.isPending}
      >
        {t('action--export')} <Kbd>Ctrl E</Kbd>
      </MenuButton>
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
