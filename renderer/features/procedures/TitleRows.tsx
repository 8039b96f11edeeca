import { Button, Input } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../ui/use-keys';

interface TitleRowsProps<T> {
  /** What the rows are, for whoever does not see them. */
  label: string;
  rows: readonly T[];
  titleOf: (row: T) => string;
  renamed: (row: T, title: string) => T;
  /** A row with an empty title. */
  fresh: () => T;
  most: number;
  onChange: (rows: T[]) => void;
}

/** A short list of titles, one a line: Enter adds a line below, the line's button takes it out. */
export function TitleRows<T>({ label, rows, titleOf, renamed, fresh, most, onChange }: TitleRowsProps<T>) {
  const { t } = useTranslation('procedures');
  const list = useRef<HTMLDivElement>(null);
  const goTo = useRef<number>(undefined);
  useEffect(() => {
    if (goTo.current === undefined) return;
    list.current?.querySelectorAll('input')[goTo.current]?.focus();
    goTo.current = undefined;
  });
  const add = (at: number) => {
    if (rows.length >= most) return;
    goTo.current = at;
    onChange(rows.toSpliced(at, 0, fresh()));
  };
  const remove = (at: number) => {
    goTo.current = Math.max(0, at - 1);
    onChange(rows.toSpliced(at, 1));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a second frame
    <div className="procedure-titles" ref={list} role="group" aria-label={label}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, and its text changes with every key
        <div key={at} className="procedure-title-row">
          <Input
            maxLength={40}
            aria-label={t('label--rowOf', { label, no: at + 1 })}
            value={titleOf(row)}
            onChange={(event) => onChange(rows.with(at, renamed(row, event.target.value)))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || isComposing(event.nativeEvent)) return;
              event.preventDefault();
              add(at + 1);
            }}
          />
          <Button
            type="text"
            aria-label={t('action--removeRow', { label, name: titleOf(row) })}
            onClick={() => remove(at)}
          >
            ×
          </Button>
        </div>
      ))}
      <Button type="dashed" size="small" disabled={rows.length >= most} onClick={() => add(rows.length)}>
        {t('action--addRow')}
      </Button>
    </div>
  );
}
