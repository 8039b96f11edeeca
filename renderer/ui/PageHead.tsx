import type { ReactNode } from 'react';

interface PageHeadProps {
  title: ReactNode;
  /** What tells the record from its like: client, contract, day. */
  aside?: ReactNode;
  /** The sentence that answers the page's question. */
  children?: ReactNode;
}

export function PageHead({ title, aside, children }: PageHeadProps) {
  return (
    <>
      <h1>
        {title}
        {aside && <span className="page-head-aside">{aside}</span>}
      </h1>
      <p className="lead">{children}</p>
    </>
  );
}
