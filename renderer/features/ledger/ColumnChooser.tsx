import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons';
import { Button, Checkbox, InputNumber } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerColumnName, ShownColumns } from '../../../shared/api/ledger-view.contract';
import { useDraft } from '../../app/session.store';
import { FormDrawer } from '../../ui/FormDrawer';
import { hidden } from './ledger-columns';
import { useShownColumns } from './use-shown-columns';

/** Which columns the ledger shows, in which order and how wide. Alt with up or down moves a column, as its buttons do. */
export function ColumnChooser({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('views');
  const { columns: now, choose } = useShownColumns();
  const { draft: shown, isKept, keep, drop } = useDraft<ShownColumns>('ledger/columns', now);
  const [dragged, setDragged] = useState<number>();
  const done = (columns: ShownColumns | undefined) => {
    choose(columns);
    drop();
    onClose();
  };
  const move = (from: number, to: number) => {
    const its = shown[from];
    if (!its || to < 0 || to >= shown.length) return;
    keep(shown.toSpliced(from, 1).toSpliced(to, 0, its));
  };
  return (
    <FormDrawer
      title={t('title--columns')}
      act={t('action--showThese')}
      busy={false}
      isKept={isKept}
      onEmpty={drop}
      onAct={() => done(shown)}
      onClose={onClose}
    >
      <p className="quiet">{t('hint--columns')}</p>
      <ul className="columns" aria-label={t('title--columns')}>
        {shown.map(({ column, width }, i) => (
          <ShownLine
            key={column}
            column={column}
            width={width}
            isOnly={shown.length === 1}
            onMove={(by) => move(i, i + by)}
            onHide={() => keep(shown.toSpliced(i, 1))}
            onWidth={(wanted) => keep(shown.with(i, wanted === null ? { column } : { column, width: wanted }))}
            onDrag={() => setDragged(i)}
            onDrop={() => dragged !== undefined && move(dragged, i)}
          />
        ))}
        {hidden(shown).map((column) => (
          <li key={column}>
            <span className="columns-grip" />
            <ColumnBox column={column} checked={false} onChange={() => keep([...shown, { column }])} />
          </li>
        ))}
      </ul>
      <Button type="link" onClick={() => done(undefined)}>
        {t('action--programColumns')}
      </Button>
    </FormDrawer>
  );
}

interface BoxProps {
  column: LedgerColumnName;
  checked: boolean;
  disabled?: boolean;
  onChange: () => void;
}

function ColumnBox({ column, checked, disabled = false, onChange }: BoxProps) {
  const { t } = useTranslation('ledger');
  return (
    <Checkbox checked={checked} disabled={disabled} onChange={onChange}>
      {t(`label--${column}`)}
    </Checkbox>
  );
}

interface ShownLineProps {
  column: LedgerColumnName;
  width: number | undefined;
  isOnly: boolean;
  onMove: (by: number) => void;
  onHide: () => void;
  onWidth: (width: number | null) => void;
  onDrag: () => void;
  onDrop: () => void;
}

function ShownLine({ column, width, isOnly, onMove, onHide, onWidth, onDrag, onDrop }: ShownLineProps) {
  const { t } = useTranslation(['views', 'ledger']);
  const name = t(`ledger:label--${column}`);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(by);
  };
  return (
    <li
      draggable
      onKeyDownCapture={onKeyDown}
      onDragStart={onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <HolderOutlined className="columns-grip" aria-hidden />
      <ColumnBox column={column} checked disabled={isOnly} onChange={onHide} />
      <InputNumber
        size="small"
        min={48}
        max={900}
        precision={0}
        placeholder={t('views:hint--width')}
        aria-label={t('views:label--widthOf', { name })}
        value={width ?? null}
        onChange={onWidth}
        keyboard={false}
      />
      <Button size="small" aria-label={t('views:action--up', { name })} onClick={() => onMove(-1)}>
        <ArrowUpOutlined aria-hidden />
      </Button>
      <Button size="small" aria-label={t('views:action--down', { name })} onClick={() => onMove(1)}>
        <ArrowDownOutlined aria-hidden />
      </Button>
    </li>
  );
}
