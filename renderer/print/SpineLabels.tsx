import type { ReactNode } from 'react';
import type { VolumeLabel } from '../../shared/api/label.contract';
import type { FormData, FormFrame } from '../../shared/api/print.contract';
import { type LabelLayout, spineLayout } from '../../shared/print/label-layouts';
import { Bars } from './Barcode';
import { inFours } from './days';
import { emsOf, fitText } from './fit-text';
import { LabelSheets } from './LabelSheets';
import { volumeInWords } from './volume-words';
import { type Word, word } from './words';
import './spine.css';

type Spines = Extract<FormData, { labels: VolumeLabel[] }>;

/** A spine for each volume, several to a sheet, to be cut at the marks. */
export function SpineLabels({ data, onLaidOut }: { data: Spines; onLaidOut?: (() => void) | undefined }) {
  const { frame, look, labels } = data;
  const layout = spineLayout(look.width);
  return (
    <LabelSheets
      data={data}
      layout={layout}
      labels={labels.map((label) => (
        <Spine key={`${label.dossierId} ${label.volume}`} label={label} width={look.width} />
      ))}
      furniture={({ page, pages, labels: on }) => (
        <>
          <CutMarks layout={layout} labels={on} />
          <SpineFoot frame={frame} page={page} pages={pages} width={look.width} />
        </>
      )}
      onLaidOut={onLaidOut}
    />
  );
}

/** Between the frame of a spine and its cut, and between frame and letters. */
const FRAME = 1;
const INNER = 0.8;
const MODULE = 0.3;
/** On a thinner spine the barcode's own text would be too small to be read. */
const LEGIBLE = 10;

/** From top to bottom: number, year, title, retention, items, box, barcode. */
function Spine({ label, width }: { label: VolumeLabel; width: number }) {
  const breadth = width - 2 * FRAME - 2 * INNER;
  const archiveNo = label.archiveNo ?? word('text--numberPending');
  const volume = volumeInWords(label);
  const items = label.from === undefined ? word('text--count', { count: label.items }) : `${label.from}–${label.to}`;
  return (
    <div className="spine" style={{ inset: `${FRAME}mm` }}>
      <Cell name="label--archiveNo" height={50}>
        <Upright text={archiveNo} length={44} breadth={breadth} most={6.5} />
      </Cell>
      <Flat name="label--year" text={String(label.year)} breadth={breadth} />
      <Cell name="label--title" height={volume ? 74 : 84} bold>
        <Upright text={label.title} length={volume ? 70 : 80} breadth={breadth} most={8} />
      </Cell>
      {volume && (
        <Flat name="label--volumeNo" text={`${label.volume}/${label.volumes}`} breadth={breadth} height={10} />
      )}
      <Flat name="label--retention" text={label.retention} breadth={breadth} />
      <Flat name="label--itemNumbers" text={items} breadth={breadth} />
      <Flat name="label--boxNo" text={label.place?.box ?? ''} breadth={breadth} />
      <div className="spine-code">
        <Bars text={label.barcode} module={MODULE} tall={Math.min(breadth, 14)} upright />
        {breadth >= LEGIBLE && (
          <p style={{ fontSize: `${Math.min(2.4, breadth / emsOf(label.barcode) / 1.1)}mm` }}>{label.barcode}</p>
        )}
      </div>
    </div>
  );
}

/** Letters from top to bottom; what they are is plain without a name. */
function Cell({ name, height, bold, children }: { name: Word; height: number; bold?: boolean; children: ReactNode }) {
  return (
    <section
      className={bold ? 'spine-cell bold' : 'spine-cell'}
      style={{ height: `${height}mm` }}
      aria-label={word(name)}
    >
      {children}
    </section>
  );
}

/** A few signs across the spine, under the name of what they are. */
function Flat({ name, text, breadth, height = 14 }: { name: Word; text: string; breadth: number; height?: number }) {
  const caption = word(name);
  const nameSize = fitText(caption, { length: breadth, breadth: 3.2, least: 1.3, most: 2.2, line: 1.2 });
  const size = fitText(text, { length: breadth, breadth: height - 5, least: 1.6, most: 4.2, line: 1.15 });
  return (
    <section className="spine-flat" style={{ height: `${height}mm` }}>
      <h2 style={{ fontSize: `${nameSize}mm` }}>{caption}</h2>
      <p style={{ fontSize: `${size}mm` }}>{text}</p>
    </section>
  );
}

/** Runs of digits or letters, and rare characters, whose font does not know how tall they stand in a column. */
const RUNS = /([0-9A-Za-z]+|[\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{323af}])/u;

/** Up to three digits or letters stand upright in one square, as a typesetter sets them. */
const isSquare = (run: string): boolean => RUNS.test(run) && [...run].length <= 3;

function Upright({ text, length, breadth, most }: { text: string; length: number; breadth: number; most: number }) {
  const size = fitText(text, { length, breadth, least: 1.8, most: Math.min(most, breadth * 0.85), line: 1.2 });
  return (
    <p className="upright" style={{ fontSize: `${size}mm` }}>
      {text.split(RUNS).map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text never change their places
        <span key={index} className={isSquare(run) ? 'square' : undefined}>
          {run}
        </span>
      ))}
    </p>
  );
}

/** Short lines above and below every cut, and beside the first and the last. */
function CutMarks({ layout, labels }: { layout: LabelLayout; labels: number }) {
  const { left, top, width, height, columns } = layout;
  const used = Math.min(labels, columns);
  const right = left + used * width;
  const bottom = top + height;
  const cuts = Array.from({ length: used + 1 }, (_, cut) => left + cut * width);
  return (
    <svg className="cut-marks" viewBox="0 0 210 296.8" aria-hidden="true">
      {cuts.map((x) => (
        <path key={x} d={`M${x} ${top - 6}V${top - 1.5}M${x} ${bottom + 1.5}V${bottom + 6}`} />
      ))}
      {[top, bottom].map((y) => (
        <path key={y} d={`M${left - 6} ${y}H${left - 1.5}M${right + 1.5} ${y}H${right + 6}`} />
      ))}
    </svg>
  );
}

/** What every form carries stands where it is cut off. */
function SpineFoot({ frame, page, pages, width }: { frame: FormFrame; page: number; pages: number; width: number }) {
  const { ledgerId, seq, code } = frame.anchor;
  return (
    <footer className="spine-foot">
      <p>
        <span>
          {frame.company}　{word('title--spine-label')}　{word('text--spineWidth', { width })}
        </span>
        <span>{word('label--pageOf', { page, pages })}</span>
      </p>
      <p>
        <span>{word('label--journal', { ledger: ledgerId.slice(0, 8), seq, code: inFours(code) })}</span>
        <span>{word('label--printed', { day: frame.printedOn, name: frame.printedBy })}</span>
      </p>
    </footer>
  );
}
