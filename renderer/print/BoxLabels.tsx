import type { BoxLabel } from '../../shared/api/label.contract';
import type { FormData } from '../../shared/api/print.contract';
import { LABEL_LAYOUTS, type LayoutName } from '../../shared/print/label-layouts';
import { Bars } from './Barcode';
import { fitText } from './fit-text';
import { LabelSheets } from './LabelSheets';
import { LABEL_LOOKS } from './label-looks';
import { word } from './words';

type Boxes = Extract<FormData, { form: 'box-labels' }>;

/** A label for each box: where it stands, which numbers are in it, how many volumes. */
export function BoxLabels({ data, onLaidOut }: { data: Boxes; onLaidOut?: (() => void) | undefined }) {
  const { frame, look, boxes } = data;
  return (
    <LabelSheets
      data={data}
      layout={LABEL_LAYOUTS[look.layout]}
      labels={boxes.map((box) => <Label key={box.placeId} box={box} company={frame.company} layout={look.layout} />)}
      onLaidOut={onLaidOut}
    />
  );
}

function Label({ box, company, layout }: { box: BoxLabel; company: string; layout: LayoutName }) {
  const { width, height } = LABEL_LAYOUTS[layout];
  const { padX, padY, module, bars, box: number, title, small, run } = LABEL_LOOKS[layout];
  const { room: store, cabinet, shelf, box: name } = box.place;
  const room = { length: (width - 2 * padX) * 0.55, breadth: number * 1.2, least: 2.2, most: number, line: 1.2 };
  return (
    <div className="box-label" style={{ padding: `${padY}mm ${padX}mm` }}>
      {height > 30 && (
        <p className="label-line" style={{ fontSize: `${small}mm` }}>
          <span>{company}</span>
          <span>{word('text--boxHolds', { count: box.dossiers })}</span>
        </p>
      )}
      <p className="box-place">
        <b style={{ fontSize: `${fitText(name, room)}mm` }}>{name}</b>
        <span style={{ fontSize: `${title}mm` }}>{[store, cabinet, shelf].join(' ')}</span>
      </p>
      <div className="box-runs" style={{ fontSize: `${run}mm` }}>
        <Runs box={box} layout={layout} />
      </div>
      <div className="label-code">
        <Bars text={box.barcode} module={module} tall={bars} />
        <span style={{ fontSize: `${small}mm` }}>{box.barcode}</span>
      </div>
    </div>
  );
}

/** The first and last number of each class; where there is no room for all of them, how many more are in the box. */
function Runs({ box: { runs }, layout }: { box: BoxLabel; layout: LayoutName }) {
  const most = LABEL_LOOKS[layout].runs;
  if (runs.length === 0) return <p>{word('text--boxEmpty')}</p>;
  const more = runs.slice(most).reduce((sum, run) => sum + run.dossiers, 0);
  return (
    <>
      {runs.slice(0, most).map(({ first, last, dossiers }) => (
        <p key={first}>
          {first === last ? first : word('text--fromTo', { from: first, to: last })}
          {runs.length > 1 && <span>{word('text--volumesOf', { count: dossiers })}</span>}
        </p>
      ))}
      {more > 0 && <p>{word('text--andMore', { count: more })}</p>}
    </>
  );
}
