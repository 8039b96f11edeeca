import { type ReactNode, useEffect, useRef } from 'react';
import type { LabelLook } from '../../shared/api/label.contract';
import type { FormFrame, LabelForm } from '../../shared/api/print.contract';
import { type LabelLayout, layLabels } from '../../shared/print/label-layouts';
import { fontsLaidOut } from './fonts';
import { word } from './words';
import './labels.css';

interface LabelSheetsProps {
  /** What was asked for: other data is laid out anew. */
  data: { form: LabelForm; frame: FormFrame; look: LabelLook };
  layout: LabelLayout;
  labels: readonly ReactNode[];
  /** What stands on each sheet beside the labels. */
  furniture?: (sheet: { page: number; pages: number; labels: number }) => ReactNode;
  onLaidOut?: (() => void) | undefined;
}

/** Labels on their sheets, each where the sheet has it to the tenth of a millimetre; copies of a label lie side by side. */
export function LabelSheets({ data, layout, labels, furniture, onLaidOut }: LabelSheetsProps) {
  const { form, frame, look } = data;
  const { copies } = look;
  // Spines are cut from plain paper: there is no sheet of them that was begun.
  const first = form === 'spine-label' ? 1 : look.begin;
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data is laid out anew
  useEffect(() => {
    if (place.current) void fontsLaidOut(place.current).then(onLaidOut);
  }, [data, onLaidOut]);
  const sheets = layLabels(labels.length * copies, layout, first);
  if (sheets.length === 0) return <NoLabel form={form} frame={frame} place={place} />;
  return sheets.map((placed, index) => (
    <section
      // biome-ignore lint/suspicious/noArrayIndexKey: sheets have no other name than their number
      key={index}
      className={`sheet label-sheet sheet-${form}`}
      data-page={index + 1}
      ref={index === 0 ? place : undefined}
    >
      {placed.map(({ index: number, x, y }) => (
        <div
          key={number}
          className="label"
          style={{ left: `${x}mm`, top: `${y}mm`, width: `${layout.width}mm`, height: `${layout.height}mm` }}
        >
          {labels[Math.floor(number / copies)]}
        </div>
      ))}
      {furniture?.({ page: index + 1, pages: sheets.length, labels: placed.length })}
    </section>
  ));
}

/** A sheet that says why it is empty. */
function NoLabel({
  form,
  frame,
  place,
}: Pick<LabelSheetsProps['data'], 'form' | 'frame'> & { place: React.Ref<HTMLDivElement> }) {
  return (
    <section className={`sheet label-sheet sheet-${form}`} data-page={1} ref={place}>
      <p className="no-label">
        {frame.company}　{word(form === 'box-labels' ? 'text--noBoxes' : 'text--noDossiers')}
      </p>
    </section>
  );
}
