import type { SupplementPaper } from '../../../../shared/api/supplement.contract';
import { rowOf, unwritten } from '../../../../shared/dossier/supplement-papers';
import { exchange, type Ids, insertBelow, isBlank, newRow, type Row, type Rows } from './volume-draft';

/** Rows as papers are looked for among them. */
const listed = (rows: Rows, ids: Ids) =>
  rows.filter((row) => !isBlank(row)).map((row) => ({ ...row.values, key: row.key, part: row.part, id: ids[row.key] }));

/** What of the confirmed papers the list on screen does not have yet. */
export const stillUnwritten = (papers: readonly SupplementPaper[], rows: Rows, ids: Ids): SupplementPaper[] =>
  unwritten(papers, listed(rows, ids));

/** The list with the confirmed papers in it: in the row that waits for each, or as a new one at the end of its part. */
export function putPapersIn(rows: Rows, papers: readonly SupplementPaper[], ids: Ids): Rows {
  return stillUnwritten(papers, rows, ids).reduce<Rows>((so, paper) => {
    const key = rowOf(paper, listed(so, ids))?.key;
    const row = so.find((one) => one.key === key);
    return row ? exchange(so, filled(row, paper)) : insertBelow(so, rowFor(paper));
  }, rows);
}

const rowFor = ({ part, title, pages, handedOn, no }: SupplementPaper): Row =>
  newRow(part, { title, pages, datedOn: handedOn, remarks: no });

/** A signature that came later brings no pages; what a person has written of the paper stays. */
function filled(row: Row, { fault, pages, handedOn, no }: SupplementPaper): Row {
  const { values, typed } = row;
  const { pages: _, signatureComplete: __, ...others } = typed;
  const counted = fault === 'unsigned' && values.pages > 0 ? values.pages : Math.max(values.pages, pages);
  const about = { datedOn: values.datedOn ?? handedOn, remarks: values.remarks || no };
  return {
    ...row,
    values: { ...values, ...about, pages: counted, signatureComplete: true },
    typed: others,
  };
}
