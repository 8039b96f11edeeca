import type { ReactNode } from 'react';

interface ListedRowsProps {
  data: { rows: readonly unknown[]; total: number };
  /** Instead of rows where there are none. */
  empty: ReactNode;
  /** Said where there are more than are shown. */
  more: (counts: { shown: number; total: number }) => string;
  children: ReactNode;
}

/** The rows of a list; what to do where there are none; how many more there are than stand here. */
export const ListedRows = ({ data: { rows, total }, empty, more, children }: ListedRowsProps) => (
  <div className="page-scroll">
    {total > 0 ? children : empty}
    {total > rows.length && <p className="quiet">{more({ shown: rows.length, total })}</p>}
  </div>
);
