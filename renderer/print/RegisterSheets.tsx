import { type ReactNode, useMemo } from 'react';
import type { Form, FormFrame } from '../../shared/api/print.contract';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { word } from './words';

export interface RegisterColumn<R> extends Column {
  cell: (row: R, no: number) => ReactNode;
  /** Middle of the cell, its end, or unbroken words; left otherwise. */
  look?: 'middle' | 'end' | 'middle kept' | 'kept';
}

interface RegisterSheetsProps<R> {
  form: Form;
  /** In place of the form's own. */
  title?: string;
  frame: FormFrame;
  columns: readonly RegisterColumn<R>[];
  rows: readonly R[];
  /** What the list was narrowed by, so that nobody takes a part for the whole; and its order. */
  filter: string;
  order: string;
  /** What it adds up to. */
  sums: string;
  onLaidOut?: (() => void) | undefined;
}

/** A list as it was filtered on its page, a record to a line, on lying sheets. */
export function RegisterSheets<R extends { id: number }>(its: RegisterSheetsProps<R>) {
  const { form, title, frame, columns, rows, filter, order, sums, onLaidOut } = its;
  const lines = useMemo(
    () =>
      rows.map((row, index) => ({ key: String(row.id), cells: <Cells columns={columns} row={row} no={index + 1} /> })),
    [rows, columns],
  );
  const head = [
    [
      { label: word('label--filter'), value: filter, places: 2 as const },
      { label: word('label--order'), value: order },
    ],
  ];
  return (
    <ListSheets
      form={form}
      title={title}
      frame={frame}
      head={<Fields lines={head} />}
      laterHead={
        <p className="later-head">
          <span>{filter}</span>
          <span>{frame.printedOn}</span>
        </p>
      }
      columns={columns}
      rows={lines}
      closing={
        <>
          <p className="total">
            <b>{sums}</b>
          </p>
          <p className="blank-below">{word('text--blankBelow')}</p>
        </>
      }
      onLaidOut={onLaidOut}
    />
  );
}

function Cells<R>({ columns, row, no }: { columns: readonly RegisterColumn<R>[]; row: R; no: number }) {
  return columns.map(({ name, look, cell }) => (
    <td key={name} className={look ? `fine ${look}` : 'fine'}>
      {cell(row, no)}
    </td>
  ));
}
