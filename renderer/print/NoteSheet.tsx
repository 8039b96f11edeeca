import { useMemo } from 'react';
import type { DossierView } from '../../shared/api/dossier.contract';
import type { NoteRow } from '../../shared/api/note.contract';
import type { Filing, FormData } from '../../shared/api/print.contract';
import { total } from '../../shared/dossier/pagination';
import { longDay } from './days';
import { EachVolume } from './EachVolume';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { volumeInWords } from './volume-words';
import { word } from './words';
import './note-sheet.css';

type Note = Extract<FormData, { form: 'note-sheet' }>;

const COLUMNS: readonly Column[] = [
  { name: word('column--notedOn'), width: 24 },
  { name: word('column--noteKind'), width: 18 },
  { name: word('column--situation'), width: 108 },
  { name: word('column--notedBy'), width: 24 },
];

/** Note sheet, the last sheet of a volume: what its list does not say, who put it together and who checked it. */
export function NoteSheet({ data, onLaidOut }: { data: Note; onLaidOut?: (() => void) | undefined }) {
  return (
    <EachVolume volumes={data.dossier.volumes} onLaidOut={onLaidOut}>
      {(volume, onVolume) => <OneVolume key={volume} data={data} volume={volume} onLaidOut={onVolume} />}
    </EachVolume>
  );
}

function OneVolume({ data, volume, onLaidOut }: { data: Note; volume: number; onLaidOut: () => void }) {
  const { frame, dossier, notes, filing } = data;
  const rows = useMemo(
    () =>
      notes
        .filter((note) => note.volume === undefined || note.volume === volume)
        .map((note) => ({ key: String(note.id), cells: cells(note) })),
    [notes, volume],
  );
  return (
    <ListSheets
      form="note-sheet"
      frame={frame}
      head={<Head dossier={dossier} volume={volume} />}
      laterHead={<Head dossier={dossier} volume={volume} />}
      columns={COLUMNS}
      rows={rows}
      closing={<Closing dossier={dossier} volume={volume} filing={filing} />}
      onLaidOut={onLaidOut}
    />
  );
}

function cells({ notedOn, kind, text, by, struck }: NoteRow) {
  return (
    <>
      <td className="middle">{notedOn}</td>
      <td className="middle">{word(`note--${kind}`)}</td>
      <td>
        {struck ? <s>{text}</s> : text}
        {struck && <span className="code">{word('text--struck', { ...struck })}</span>}
      </td>
      <td className="middle">{by}</td>
    </>
  );
}

function Head({ dossier, volume }: { dossier: DossierView; volume: number }) {
  const { title, archiveNo, year, retention, volumes } = dossier;
  return (
    <Fields
      lines={[
        [
          { label: word('label--dossierTitle'), value: title, places: 2 },
          { label: word('label--archiveNo'), value: archiveNo ?? word('text--numberPending') },
        ],
        [
          { label: word('label--volumeNo'), value: volumeInWords({ volume, volumes }) || word('text--onlyVolume') },
          { label: word('label--year'), value: String(year) },
          { label: word('label--retention'), value: retention },
        ],
      ]}
    />
  );
}

/** Room to write by hand, then counts and people. */
function Closing({ dossier, volume, filing }: { dossier: DossierView; volume: number; filing: Filing }) {
  const its = dossier.items.filter((item) => item.volume === volume);
  const listed = total(its);
  // A dossier from another ledger may have come without a list.
  const { items, pages } = dossier.items.length === 0 ? { items: dossier.itemCount, pages: dossier.pageCount } : listed;
  return (
    <div className="note-rest">
      <div className="note-room">
        <p>{word('text--noteRoom')}</p>
      </div>
      <dl className="note-sums">
        <Pair name={word('label--items')} value={word('text--count', { count: items })} />
        <Pair name={word('label--pages')} value={word('text--pageCount', { count: pages })} />
        <Pair name={word('label--keptBy')} value={filing.keeper} signed />
        <Pair name={word('label--keptOn')} value={longDay(filing.keptOn)} signed />
        <Pair name={word('label--checkedBy')} value={filing.checker} signed />
        <Pair name={word('label--checkedOn')} value={longDay(filing.checkedOn)} signed />
      </dl>
    </div>
  );
}

function Pair({ name, value, signed }: { name: string; value: string | undefined; signed?: boolean }) {
  return (
    <div className={signed ? 'signed' : undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
