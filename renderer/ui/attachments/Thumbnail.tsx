import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AttachmentRow } from '../../../shared/api/attachment.contract';
import { closePdf, drawPage, openPdf } from './pdf';
import { drawTurned, openPicture } from './pictures';

const LONGEST = 160;

/** A small picture of it as a data URL: kept with everything else that the window knows, and forgotten with it at a lock. */
async function draw(row: AttachmentRow): Promise<string> {
  if (row.kind !== 'pdf') {
    const picture = await openPicture(row);
    const url = drawTurned(picture, row.rotation, LONGEST).toDataURL('image/jpeg', 0.8);
    picture.close();
    return url;
  }
  const pdf = await openPdf(row);
  try {
    return (await drawPage(pdf, 1, row.rotation, LONGEST)).toDataURL('image/jpeg', 0.8);
  } finally {
    closePdf(pdf);
  }
}

/** A large photo is not read from end to end for a picture the size of a stamp. */
const MOST_BYTES_DRAWN = 16 * 1_048_576;

/** What cannot be drawn is shown by its kind. */
export function Thumbnail({ row }: { row: AttachmentRow }) {
  const { id, kind, rotation } = row;
  const [place, isSeen] = useSeen();
  const isDrawn = isSeen && (kind === 'pdf' || row.bytes <= MOST_BYTES_DRAWN);
  const { data } = useQuery({
    queryKey: ['attachment.thumbnail', id, rotation],
    queryFn: () => draw(row),
    enabled: isDrawn,
    retry: false,
  });
  return (
    <span className="thumbnail" ref={place} aria-hidden>
      {data ? <img src={data} alt="" /> : <b>{kind === 'jpeg' ? 'JPG' : kind.toUpperCase()}</b>}
    </span>
  );
}

/** Whether it has ever come into sight: of a long list only what somebody sees is read. */
function useSeen() {
  const place = useRef<HTMLSpanElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current || isSeen) return;
    const observer = new IntersectionObserver((entries) => entries.some((its) => its.isIntersecting) && setSeen(true));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isSeen]);
  return [place, isSeen] as const;
}
