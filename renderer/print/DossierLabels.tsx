import type { VolumeLabel } from '../../shared/api/label.contract';
import type { FormData } from '../../shared/api/print.contract';
import { LABEL_LAYOUTS, type LayoutName } from '../../shared/print/label-layouts';
import { Bars } from './Barcode';
import { fitText } from './fit-text';
import { LabelSheets } from './LabelSheets';
import { LABEL_LOOKS } from './label-looks';
import { placeInWords, volumeInWords } from './volume-words';
import { word } from './words';

type Dossiers = Extract<FormData, { labels: VolumeLabel[] }>;

/** A label for each volume: its number, title and barcode. */
export function DossierLabels({ data, onLaidOut }: { data: Dossiers; onLaidOut?: (() => void) | undefined }) {
  const { frame, look, labels } = data;
  return (
    <LabelSheets
      data={data}
      layout={LABEL_LAYOUTS[look.layout]}
      labels={labels.map((label) => (
        <Label key={`${label.dossierId} ${label.volume}`} label={label} company={frame.company} layout={look.layout} />
      ))}
      onLaidOut={onLaidOut}
    />
  );
}

function Label({ label, company, layout }: { label: VolumeLabel; company: string; layout: LayoutName }) {
  const { width, height } = LABEL_LAYOUTS[layout];
  const { padX, padY, module, bars, number, title, lines, small } = LABEL_LOOKS[layout];
  const inner = width - 2 * padX;
  const no = label.archiveNo ?? word('text--numberPending');
  const meta = [word('text--yearOf', { year: label.year }), label.retention, volumeInWords(label)].filter(Boolean);
  const room = { length: inner, breadth: number * 1.2, least: 2.2, most: number, line: 1.2 };
  const titleRoom = { length: inner, breadth: title * 1.25 * lines, least: 1.8, most: title };
  return (
    <div className="dossier-label" style={{ padding: `${padY}mm ${padX}mm` }}>
      {height > 30 && (
        <p className="label-line" style={{ fontSize: `${small}mm` }}>
          <span>{company}</span>
          <span>{placeInWords(label.place)}</span>
        </p>
      )}
      <p className="label-no" style={{ fontSize: `${fitText(no, room)}mm` }}>
        {no}
      </p>
      <p className="label-title" style={{ fontSize: `${fitText(label.title, titleRoom)}mm` }}>
        {label.title}
      </p>
      <p className="label-line" style={{ fontSize: `${small}mm` }}>
        <span>{meta.join('　')}</span>
      </p>
      <div className="label-code">
        <Bars text={label.barcode} module={module} tall={bars} />
        <span style={{ fontSize: `${small}mm` }}>{label.barcode}</span>
      </div>
    </div>
  );
}
