import { useEffect, useRef } from 'react';
import type { DossierView } from '../../shared/api/dossier.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { total } from '../../shared/dossier/pagination';
import { longDay, span } from './days';
import { fontsLaidOut } from './fonts';
import { Sheet } from './Sheet';
import { type Word, word } from './words';
import './cover.css';

/** A title longer than this is set smaller. */
const LONG_TITLE = 45;

/** Cover of a volume, with the fields of GB/T 9705. */
export function DossierCover(props: { frame: FormFrame; dossier: DossierView; onLaidOut?: (() => void) | undefined }) {
  const { frame, dossier, onLaidOut } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current) void fontsLaidOut(place.current).then(onLaidOut);
  }, [onLaidOut]);
  return (
    <Sheet form="dossier-cover" frame={frame} page={1} pages={1}>
      <div className="cover" ref={place}>
        <p className="cover-company">{frame.company}</p>
        <p className="cover-class">
          {word(dossier.projectId === undefined ? 'text--classFile' : 'text--projectFile', {
            type: dossier.className,
            year: dossier.year,
          })}
        </p>
        <div className="cover-title">
          <h2>{word('label--dossierTitle')}</h2>
          <p className={dossier.title.length > LONG_TITLE ? 'long' : undefined}>{dossier.title}</p>
        </div>
        <CoverFields dossier={dossier} />
      </div>
    </Sheet>
  );
}

function CoverFields({ dossier }: { dossier: DossierView }) {
  const { items, pages, annexItems } = total(dossier.items);
  const annex = annexItems > 0 ? word('text--annexCount', { count: annexItems }) : '';
  const archiveNo = dossier.archiveNo ?? word('text--numberPending');
  const count = word('text--count', { count: items }) + annex;
  return (
    <dl className="cover-fields">
      <Field label="label--client" value={dossier.client} place="wide" />
      <Field label="label--span" value={spanOf(dossier)} place="wide" />
      <Field label="label--contractNo" value={dossier.contractNo} />
      <Field label="label--retention" value={dossier.retention} place="end" />
      <Field label="label--items" value={count} />
      <Field label="label--pages" value={word('text--pageCount', { count: pages })} place="end" />
      <Field label="label--archiveNo" value={archiveNo} place="last" />
      <Field label="label--secrecy" value={word(`state--${dossier.secrecy}`)} place="end last" />
    </dl>
  );
}

function Field({ label, value, place }: { label: Word; value: string | undefined; place?: string }) {
  return (
    <div className={place}>
      <dt>{word(label)}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Days of the first and the last paper in the volume; the annex is not of the volume. */
function spanOf(dossier: DossierView): string {
  const days = span(dossier.items.filter(({ part }) => part !== 'annex').map(({ datedOn }) => datedOn));
  return days ? word('text--spanOfDays', { from: longDay(days.from), to: longDay(days.to) }) : '';
}
