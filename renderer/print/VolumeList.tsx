import { useMemo } from 'react';
import type { DossierItem, DossierView } from '../../shared/api/dossier.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { number, total } from '../../shared/dossier/pagination';
import { pageRange } from './days';
import { EachVolume } from './EachVolume';
import { Fields } from './Fields';
import { type Column, ListSheets } from './ListSheets';
import { linesByPart, remark, shortRemark, totalInWords } from './lines';
import { volumeInWords } from './volume-words';
import { word } from './words';

const COLUMNS: readonly Column[] = [
  { name: word('column--no'), width: 13 },
  { name: word('column--documentNo'), width: 38 },
  { name: word('column--responsible'), width: 30 },
  { name: word('column--title'), width: 41 },
  { name: word('column--datedOn'), width: 19 },
  { name: word('column--pageNo'), width: 16 },
  { name: word('column--remarks'), width: 17 },
];

interface VolumeLine extends DossierItem {
  no?: number;
  pageNo: string;
}

/** List of what is in a volume, after the standard for the arrangement of files: one line per item, grouped by part. */
export function VolumeList(props: { frame: FormFrame; dossier: DossierView; onLaidOut?: (() => void) | undefined }) {
  const { frame, dossier, onLaidOut } = props;
  return (
    <EachVolume volumes={dossier.volumes} onLaidOut={onLaidOut}>
      {(volume, onVolume) => (
        <OneVolume key={volume} frame={frame} dossier={dossier} volume={volume} onLaidOut={onVolume} />
      )}
    </EachVolume>
  );
}

interface OfVolume {
  dossier: DossierView;
  volume: number;
}

function OneVolume({ frame, dossier, volume, onLaidOut }: OfVolume & { frame: FormFrame; onLaidOut: () => void }) {
  const rows = useMemo(
    () => linesByPart(volumeLines(dossier.items, volume), COLUMNS.length, cells),
    [dossier.items, volume],
  );
  return (
    <ListSheets
      form="volume-list"
      frame={frame}
      head={<Head dossier={dossier} volume={volume} />}
      laterHead={<LaterHead dossier={dossier} volume={volume} />}
      columns={COLUMNS}
      rows={rows}
      closing={<Closing dossier={dossier} volume={volume} />}
      onLaidOut={onLaidOut}
    />
  );
}

/** The items of one volume, numbered through all of them, with their pages in it. */
function volumeLines(items: readonly DossierItem[], volume: number): VolumeLine[] {
  const its = number(items).filter(({ item }) => item.volume === volume);
  return its.map(({ item, no, pageFrom, pageTo }) => ({
    ...item,
    ...(no === undefined ? {} : { no }),
    pageNo: pageRange(pageFrom, pageTo),
    remarks: remark(
      item.pages === 0 && word('text--missing'),
      !item.signatureComplete && word('text--signatureIncomplete'),
      item.remarks,
    ),
  }));
}

function cells(line: VolumeLine) {
  return (
    <>
      <td className="middle">{line.no}</td>
      <td>
        {line.documentNo}
        {line.contractCode && <span className="code">{line.contractCode}</span>}
      </td>
      <td>{line.responsible}</td>
      <td>{line.title}</td>
      <td className="middle">{line.datedOn}</td>
      <td className="middle">{line.pageNo}</td>
      <td className="fine">{shortRemark(line.remarks)}</td>
    </>
  );
}

function Head({ dossier, volume }: OfVolume) {
  const words = volumeInWords({ volume, volumes: dossier.volumes });
  return (
    <Fields
      lines={[
        ...(words ? [[{ label: word('label--volumeNo'), value: words, places: 3 as const }]] : []),
        [
          { label: word('label--dossierTitle'), value: dossier.title, places: 2 },
          { label: word('label--archiveNo'), value: dossier.archiveNo ?? word('text--numberPending') },
        ],
        [
          { label: word('label--client'), value: dossier.client, places: 2 },
          { label: word('label--contractNo'), value: dossier.contractNo },
        ],
      ]}
    />
  );
}

function LaterHead({ dossier, volume }: OfVolume) {
  return (
    <p className="later-head">
      <span>{dossier.title}</span>
      <span>
        {dossier.archiveNo} {volumeInWords({ volume, volumes: dossier.volumes })}
      </span>
    </p>
  );
}

function Closing({ dossier, volume }: OfVolume) {
  const items = dossier.items.filter((item) => item.volume === volume);
  const { annexPages } = total(items);
  return (
    <>
      <p className="total">
        <b>{totalInWords(items)}</b>
        {annexPages > 0 && <span>{word('text--annexPages', { pages: annexPages })}</span>}
      </p>
      <p className="blank-below">{word('text--blankBelow')}</p>
    </>
  );
}
