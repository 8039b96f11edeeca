import { useEffect, useRef, useState } from 'react';
import { AppError } from '../../shared/api/errors';
import { type FormFrame, MOST_ATTACHMENT_PAGES, type PrintedAttachment } from '../../shared/api/print.contract';
import { closePdf, drawPage, openPdf } from '../ui/attachments/pdf';
import { drawTurned, openPicture } from '../ui/attachments/pictures';
import { fontsLaidOut } from './fonts';
import { SheetFoot } from './Sheet';
import { word } from './words';
import './attachment.css';

/** Two hundred dots an inch on the longer side of A4. */
const LONGEST = 2_340;

interface AttachmentSheetsProps {
  frame: FormFrame;
  attachment: PrintedAttachment;
  onLaidOut?: (() => void) | undefined;
  onFailed?: ((failure: unknown) => void) | undefined;
}

interface Page {
  number: number;
  /** A JPEG: a hundred pages as they are drawn would not fit into the memory. */
  url: string;
}

/** A scan on paper as it is turned on the screen: each page as large as a sheet allows, with what it belongs to and the anchor. */
export function AttachmentSheets({ frame, attachment, onLaidOut, onFailed }: AttachmentSheetsProps) {
  const [pages, setPages] = useState<Page[]>();
  const failed = useRef(onFailed);
  useEffect(() => {
    let gone = false;
    draw(attachment).then(
      (its) => !gone && setPages(its),
      (failure) => !gone && failed.current?.(failure),
    );
    return () => {
      gone = true;
    };
  }, [attachment]);
  useLaidOut(pages, onLaidOut);
  return pages?.map(({ number, url }) => (
    <section key={number} className="sheet sheet-attachment" data-page={number}>
      <p className="attachment-what">
        <span>{frame.company}</span>
        <span>{[attachment.number, attachment.record].filter(Boolean).join(' ')}</span>
        <span>{attachment.itemTitle}</span>
        <span>{attachment.name}</span>
      </p>
      <div className="attachment-scan">
        <img src={url} alt={word('text--scan', { name: attachment.name, page: number })} />
      </div>
      <SheetFoot frame={frame} page={number} pages={pages.length} />
    </section>
  ));
}

async function draw(attachment: PrintedAttachment): Promise<Page[]> {
  const asPage = (number: number, canvas: HTMLCanvasElement) => ({ number, url: canvas.toDataURL('image/jpeg', 0.9) });
  if (attachment.kind !== 'pdf') {
    const picture = await openPicture(attachment);
    const drawn = asPage(1, drawTurned(picture, attachment.rotation, LONGEST));
    picture.close();
    return [drawn];
  }
  const pdf = await openPdf(attachment);
  const { numPages } = pdf;
  try {
    if (numPages > MOST_ATTACHMENT_PAGES)
      throw new AppError('conflict', 'attachmentTooLongToPrint', { pages: numPages, most: MOST_ATTACHMENT_PAGES });
    const pages: Page[] = [];
    for (let number = 1; number <= numPages; number += 1)
      pages.push(asPage(number, await drawPage(pdf, number, attachment.rotation, LONGEST, 'print')));
    return pages;
  } finally {
    closePdf(pdf);
  }
}

/** Laid out when every picture stands. */
function useLaidOut(pages: Page[] | undefined, onLaidOut: (() => void) | undefined) {
  useEffect(() => {
    const place = document.querySelector<HTMLElement>('.paper-form');
    if (!pages || !place) return;
    const pictures = [...place.querySelectorAll('img')];
    void Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)))
      .then(() => fontsLaidOut(place))
      .then(onLaidOut);
  }, [pages, onLaidOut]);
}
