import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Form, FormFrame } from '../../shared/api/print.contract';
import { fontsLaidOut } from './fonts';
import { type MeasuredRow, paginate, type Room } from './paginate';
import { type Copy, Sheet } from './Sheet';

export interface Column {
  name: string;
  /** Millimetres; together they are as wide as the form (print.css). */
  width: number;
}

export interface ListRow {
  key: string;
  /** Its `td`s. */
  cells: ReactNode;
  /** What kind of line it is, for its looks. */
  kind?: 'part' | 'note';
  /** Must stand on the same sheet as the line after it. */
  holdsNext?: boolean;
}

export interface ListForm {
  form: Form;
  /** In place of the form's own. */
  title?: string | undefined;
  frame: FormFrame;
  /** Above the table on the first sheet, and on every later one. */
  head: ReactNode;
  laterHead: ReactNode;
  columns: readonly Column[];
  rows: readonly ListRow[];
  /** Totals and signatures, below the table of the last sheet; never alone on a sheet. */
  closing: ReactNode;
  /** One copy without a mark, when absent. */
  copies?: readonly Copy[];
  onLaidOut?: (() => void) | undefined;
}

/** A form made of one long table: measured once, then laid into sheets, copy by copy, each copy with its own page numbers. */
export function ListSheets(list: ListForm) {
  const { frame, form, title, head, laterHead, closing, rows, columns, onLaidOut } = list;
  const measuring = useRef<HTMLDivElement>(null);
  const [laid, setLaid] = useState<{ rows: readonly ListRow[]; sheets: number[][] }>();
  // Other rows are measured anew.
  const sheets = laid?.rows === rows ? laid.sheets : undefined;

  useEffect(() => {
    let current = true;
    const place = measuring.current;
    if (place) void fontsLaidOut(place).then(() => current && setLaid({ rows, sheets: layOut(place, rows) }));
    return () => {
      current = false;
    };
  }, [rows]);
  useEffect(() => {
    if (sheets) onLaidOut?.();
  }, [sheets, onLaidOut]);

  if (!sheets) return <Measuring list={list} place={measuring} />;
  return (list.copies ?? [undefined]).map((copy, copyIndex) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: copies and sheets have no other name than their number
    <Fragment key={copyIndex}>
      {sheets.map((indexes, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Sheet key={index} form={form} title={title} frame={frame} page={index + 1} pages={sheets.length} copy={copy}>
          {index === 0 ? head : laterHead}
          <Table columns={columns} rows={indexes.flatMap((row) => rows[row] ?? [])} />
          {index === sheets.length - 1 && closing}
        </Sheet>
      ))}
    </Fragment>
  ));
}

function Table({ columns, rows }: { columns: readonly Column[]; rows: readonly ListRow[] }) {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <table className="list">
      <colgroup>
        {columns.map(({ name, width }) => (
          <col key={name} style={{ width: `${(width / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.kind}>
            {row.cells}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Both kinds of sheet with an empty table, all rows, and the closing, out of sight: what `layOut` reads its heights from. */
function Measuring({ list, place }: { list: ListForm; place: React.RefObject<HTMLDivElement | null> }) {
  const { form, frame, head, laterHead, columns, rows, closing } = list;
  const copy = list.copies?.[0];
  const empty = (above: ReactNode) => (
    <Sheet form={form} frame={frame} page={1} pages={1} copy={copy}>
      {above}
      <Table columns={columns} rows={[]} />
      <div className="rest" />
    </Sheet>
  );
  return (
    <div className="measuring" ref={place} aria-hidden="true">
      {empty(head)}
      {empty(laterHead)}
      <div className="measured">
        <Table columns={columns} rows={rows} />
        <div className="closing">{closing}</div>
      </div>
    </div>
  );
}

/** Heights are whole pixels (see print.css), so that they add up, and no zoom of the preview reaches them. */
function layOut(place: HTMLElement, rows: readonly ListRow[]): number[][] {
  const [first = 0, later = 0] = [...place.querySelectorAll<HTMLElement>('.rest')].map((rest) => rest.offsetHeight);
  const room: Room = { first, later };
  const lines = [...place.querySelectorAll<HTMLElement>('.measured tbody tr')];
  const closing = place.querySelector<HTMLElement>('.closing')?.offsetHeight ?? 0;
  const measured = lines.map((line, index): MeasuredRow => {
    const last = index === lines.length - 1;
    return { height: line.offsetHeight, holdsNext: last || rows[index]?.holdsNext === true };
  });
  return paginate([...measured, { height: closing }], room).map((sheet) => sheet.filter((row) => row < rows.length));
}
