import type { ReactNode } from 'react';
import type { Form, FormFrame } from '../../shared/api/print.contract';
import { Barcode } from './Barcode';
import { inFours } from './days';
import { word } from './words';

/** Which copy of a form in several copies, and who keeps it. */
export interface Copy {
  mark: string;
  keeper: string;
}

/** As many digits of the ledger's name as the name of a backup has. */
const LEDGER_LENGTH = 8;

/** A piece of A4 paper with what every form carries: company, title, barcode, copy mark, page x of y, the journal's anchor. */
export function Sheet(props: {
  form: Form;
  /** In place of the form's own. */
  title?: string | undefined;
  frame: FormFrame;
  page: number;
  pages: number;
  copy?: Copy | undefined;
  children: ReactNode;
}) {
  const { form, title, frame, page, pages, copy, children } = props;
  return (
    <section className={`sheet sheet-${form}`} data-page={page}>
      <header className="sheet-head">
        <CopyMark copy={copy} />
        <div>
          <p className="sheet-company">{frame.company}</p>
          <h1>{title ?? word(`title--${form}`)}</h1>
        </div>
        <Barcode text={frame.barcode} />
      </header>
      <div className="sheet-body">{children}</div>
      <SheetFoot frame={frame} page={page} pages={pages} />
    </section>
  );
}

function CopyMark({ copy }: { copy: Copy | undefined }) {
  if (!copy) return <div />;
  return (
    <div className="copy-mark">
      <b>{copy.mark}</b>
      <span>{copy.keeper}</span>
    </div>
  );
}

/** Where every sheet is tied to the journal, with its page and who printed it. */
export function SheetFoot({ frame, page, pages }: { frame: FormFrame; page: number; pages: number }) {
  return (
    <footer className="sheet-foot">
      <span>
        {word('label--journal', {
          ledger: frame.anchor.ledgerId.slice(0, LEDGER_LENGTH),
          seq: frame.anchor.seq,
          code: inFours(frame.anchor.code),
        })}
      </span>
      <span className="sheet-page">{word('label--pageOf', { page, pages })}</span>
      <span>{word('label--printed', { day: frame.printedOn, name: frame.printedBy })}</span>
    </footer>
  );
}
