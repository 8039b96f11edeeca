import type { Part } from '../api/dossier.contract';
import type { SupplementPaper } from '../api/supplement.contract';
import { sameTitle } from './same-title';

interface Listed {
  id?: number | undefined;
  part: Part;
  title: string;
  pages: number;
  signatureComplete: boolean;
}

/** The row of an in-volume list that a paper is; the annex is papers of its own, under the same titles. */
export const rowOf = <R extends Listed>(paper: SupplementPaper, rows: readonly R[]): R | undefined => {
  const ofItsKind = rows.filter(({ part }) => (part === 'annex') === (paper.part === 'annex'));
  return (
    ofItsKind.find(({ id }) => id !== undefined && id === paper.itemId) ??
    ofItsKind.find(({ title }) => sameTitle(title) === sameTitle(paper.title))
  );
};

/** Does the list say of it what was confirmed: all its pages, or that it is signed? */
const isWritten = (paper: SupplementPaper, row: Listed | undefined): boolean => {
  if (!row || row.pages === 0) return false;
  return paper.fault === 'unsigned' ? row.signatureComplete : row.pages >= paper.pages;
};

/** What was confirmed for supplement lists and does not stand so in the in-volume list; of papers confirmed twice the last. */
export function unwritten(papers: readonly SupplementPaper[], rows: readonly Listed[]): SupplementPaper[] {
  const keyOf = ({ part, title, fault }: SupplementPaper) => `${fault} ${part === 'annex'} ${sameTitle(title)}`;
  const last = new Map(papers.map((paper) => [keyOf(paper), paper]));
  return [...last.values()].filter((paper) => !isWritten(paper, rowOf(paper, rows)));
}
