import type { ReactNode } from 'react';
import { AreaNav, type AreaPage } from './AreaNav';

interface PageHeadProps {
  title: ReactNode;
  /** What tells the record from its like: client, contract, day. */
  aside?: ReactNode;
  /** The sentence that answers the page's question. */
  children?: ReactNode;
  /** The pages of the area that this one belongs to. */
  area?: readonly AreaPage[];
}

export function PageHead({ title, aside, children, area = [] }: PageHeadProps) {
  return (
    <>
      <h1>
        {title}
        {aside && <span className="page-head-aside">{aside}</span>}
      </h1>
      <p className="lead">{children}</p>
      <AreaNav pages={area} />
    </>
  );
}
