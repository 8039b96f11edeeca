import { Select, Table } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ITEM_COLUMNS,
  type ItemColumn,
  type PastedItem,
  type PasteReading,
} from '../../../../shared/api/dossier.contract';

interface ReadRowsProps {
  reading: PasteReading;
  remarksCount: boolean;
  onColumn: (at: number, field: ItemColumn | null) => void;
}

const WIDTHS: Partial<Record<ItemColumn, number>> = {
  title: 210,
  remarks: 120,
  responsible: 140,
  documentNo: 160,
  part: 124,
  order: 76,
  originality: 82,
  copies: 76,
  pages: 76,
};

/** What was read, in the columns as they were pasted; each heading can be given another meaning. */
export function ReadRows({ reading, remarksCount, onColumn }: ReadRowsProps) {
  const { t } = useTranslation('dossier');
  const columns = useMemo(
    () =>
      reading.columns.map(({ heading, field }, at) => ({
        key: String(at),
        width: WIDTHS[field as ItemColumn] ?? 104,
        ellipsis: true,
        title: (
          <ColumnChoice
            heading={heading}
            field={field as ItemColumn | undefined}
            onChoose={(one) => onColumn(at, one)}
          />
        ),
        render: (_: unknown, item: PastedItem) => (
          <ReadCell item={item} field={field as ItemColumn | undefined} remarksCount={remarksCount} />
        ),
      })),
    [reading.columns, onColumn, remarksCount],
  );
  const line = { key: 'line', dataIndex: 'line', width: 56, align: 'right' as const, title: t('label--pasteRow') };
  return (
    <Table<PastedItem>
      virtual
      size="small"
      rowKey="line"
      pagination={false}
      columns={[line, ...columns]}
      dataSource={reading.items}
      scroll={{ x: columns.reduce((sum, { width }) => sum + width, 56), y: reading.refused.length > 0 ? 200 : 320 }}
      locale={{ emptyText: t('hint--nothingRead') }}
    />
  );
}

interface ColumnChoiceProps {
  heading: string;
  field?: ItemColumn;
  onChoose: (field: ItemColumn | null) => void;
}

function ColumnChoice({ heading, field, onChoose }: ColumnChoiceProps) {
  const { t } = useTranslation('dossier');
  const options = [
    { value: '', label: t('label--columnLeftOut') },
    ...ITEM_COLUMNS.map((column) => ({ value: column as string, label: t(`label--column-${column}`) })),
  ];
  return (
    <div className="paste-column">
      <span className="quiet small">{heading || t('label--noHeading')}</span>
      <Select
        size="small"
        value={field ?? ''}
        options={options}
        popupMatchSelectWidth={false}
        aria-label={t('label--columnMeans', { heading })}
        onChange={(chosen) => onChoose(chosen === '' ? null : (chosen as ItemColumn))}
      />
    </div>
  );
}

function ReadCell({ item, field, remarksCount }: { item: PastedItem; field?: ItemColumn; remarksCount: boolean }) {
  const { t } = useTranslation('dossier');
  if (!field || field === 'order') return null;
  const alarming = field === 'remarks' && item.remarkSaysUnsigned && remarksCount;
  return <span className={alarming ? 'late' : undefined}>{wordsOf(item, field, t)}</span>;
}

function wordsOf(item: PastedItem, field: Exclude<ItemColumn, 'order'>, t: TFunction<'dossier'>): string {
  if (field === 'part') return t(`label--part-${item.part}`);
  if (field === 'originality') return t(`label--originality-${item.originality}`);
  return String(item[field] ?? '').slice(0, 200);
}
