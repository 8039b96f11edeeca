import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TITLE_COLUMNS, type TitleColumn, type TitlePasteReading } from '../../../shared/api/title-handover.contract';
import { cutCells } from '../../../shared/entry/clipboard-cells';
import { Kbd } from '../../ui/Kbd';
import { useDialog, useKeys } from '../../ui/use-keys';

interface PasteColumnsProps {
  text: string;
  reading: TitlePasteReading;
  onPutIn: (columns: (TitleColumn | null)[]) => void;
  onClose: () => void;
}

/** Asks what the columns of a block are whose headings were not all recognised. */
export function PasteColumns({ text, reading, onPutIn, onClose }: PasteColumnsProps) {
  const { t } = useTranslation('titleHandovers');
  useDialog();
  const [columns, setColumns] = useState(() => reading.columns.map(({ field }) => field ?? null));
  const putIn = () => onPutIn(columns);
  useKeys({ 'ctrl+enter': putIn }, 'everywhere');
  const sample = cutCells(text)[reading.headingRecognised ? 1 : 0] ?? [];
  /** No two columns are the same field. */
  const choose = (at: number, field: TitleColumn | null) =>
    setColumns((all) => all.map((its, i) => (i === at ? field : its === field ? null : its)));
  const options = [
    { value: '', label: t('label--columnLeftOut') },
    ...TITLE_COLUMNS.map((column) => ({ value: column as string, label: t(`label--column-${column}`) })),
  ];
  const footer = (
    <>
      <Button onClick={onClose}>
        {t('action--stay')} <Kbd>Esc</Kbd>
      </Button>
      <Button type="primary" onClick={putIn}>
        {t('action--putIn', { count: reading.entries.length })} <Kbd>Ctrl Enter</Kbd>
      </Button>
    </>
  );
  return (
    <Modal open centered closable={false} width={640} title={t('title--paste')} footer={footer} onCancel={onClose}>
      <p className="quiet">{t('hint--paste')}</p>
      <table className="rows title-paste">
        <thead>
          <tr>
            <th>{t('label--pastedHeading')}</th>
            <th>{t('label--pastedSample')}</th>
            <th>{t('label--columnMeans')}</th>
          </tr>
        </thead>
        <tbody>
          {reading.columns.map(({ heading }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their number
            <tr key={at}>
              <td>{heading || <span className="quiet">{t('label--noHeading')}</span>}</td>
              <td>{(sample[at] ?? '').slice(0, 40)}</td>
              <td>
                <Select
                  autoFocus={at === 0}
                  value={columns[at] ?? ''}
                  options={options}
                  aria-label={t('label--columnOf', { no: at + 1 })}
                  onChange={(chosen) => choose(at, chosen === '' ? null : (chosen as TitleColumn))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
