import { useEffect, useRef } from 'react';
import type { DossierItem, DossierView } from '../../shared/api/dossier.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { total } from '../../shared/dossier/pagination';
import { longDay, span } from './days';
import { EachVolume } from './EachVolume';
import { fontsLaidOut } from './fonts';
import { Sheet } from './Sheet';
import { volumeInWords } from './volume-words';
import { type Word, word } from './words';
import './cover.css';

/** A title longer than this is set smaller. */
const LONG_TITLE = 45;

/** Cover of a volume, with the fields of GB/T 9705. */
export function DossierCover(props: { frame: FormFrame; dossier: DossierView; onLaidOut?: (() => void) | undefined }) {
  const { frame, dossier, onLaidOut } = props;
  return (
    <EachVolume volumes={dossier.volumes} onLaidOut={onLaidOut}>
      {(volume, onVolume) => (
        <OneCover key={volume} frame={frame} dossier={dossier} volume={volume} onLaidOut={onVolume} />
      )}
    </EachVolume>
  );
}

interface OneCoverProps {
  frame: FormFrame;
  dossier: DossierView;
  volume: number;
  onLaidOut: () => void;
}

function OneCover({ frame, dossier, volume, onLaidOut }: OneCoverProps) {
  const place = useRef<HTMLDivElement>(null);
  const volumeWords = volumeInWords({ volume, volumes: dossier.volumes });
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
          {volumeWords && <p className="cover-volume">{volumeWords}</p>}
        </div>
        <CoverFields dossier={dossier} items={dossier.items.filter((item) => item.volume === volume)} />
      </div>
    </Sheet>
  );
}

function CoverFields({ dossier, items: its }: { dossier: DossierView; items: readonly DossierItem[] }) {
  const { items, pages, annexItems } = countOf(dossier, its);
  const annex = annexItems > 0 ? word('text--annexCount', { count: annexItems }) : '';
  const archiveNo = dossier.archiveNo ?? word('text--numberPending');
  const count = word('text--count', { count: items }) + annex;
  return (
    <dl className="cover-fields">
      <Field label="label--client" value={dossier.client} place="wide" />
      <Field label="label--span" value={spanOf(its)} place="wide" />
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

/** A dossier from another ledger may have come without an in-volume list: then its own counts stand. */
const countOf = ({ items, itemCount, pageCount }: DossierView, its: readonly DossierItem[]) =>
  items.length === 0 ? { items: itemCount, pages: pageCount, annexItems: 0 } : total(its);

/** Days of the first and the last paper in the volume; the annex is not of the volume. */
function spanOf(items: readonly DossierItem[]): string {
  const days = span(items.filter(({ part }) => part !== 'annex').map(({ datedOn }) => datedOn));
  return days ? word('text--spanOfDays', { from: longDay(days.from), to: longDay(days.to) }) : '';
}
