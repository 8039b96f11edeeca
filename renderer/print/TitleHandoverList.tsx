import { useMemo } from 'react';
import type { FormFrame } from '../../shared/api/print.contract';
import type { TitleHandoverLine, TitleHandoverView } from '../../shared/api/title-handover.contract';
import { limitDay, longDay } from './days';
import { Fields } from './Fields';
import { Signature } from './HandoverSignatures';
import { type Column, type ListRow, ListSheets } from './ListSheets';
import { LONG_REMARK, remark, shortRemark } from './lines';
import type { Copy } from './Sheet';
import { word } from './words';
import './handover.css';

const COLUMNS: readonly Column[] = [
  { name: word('column--row'), width: 9 },
  { name: word('column--titleKind'), width: 31 },
  { name: word('column--titleName'), width: 30 },
  { name: word('column--certificateNo'), width: 44 },
  { name: word('column--titleOwner'), width: 22 },
  { name: word('column--titleQuantity'), width: 10 },
  { name: word('column--check'), width: 12 },
  { name: word('column--remarks'), width: 16 },
];

/** Made out in three: for A, for B, and for whoever keeps the titles. */
const COPIES: readonly Copy[] = [
  { mark: word('mark--1'), keeper: word('keeper--1') },
  { mark: word('mark--2'), keeper: word('keeper--2') },
  { mark: word('mark--3'), keeper: word('keeper--custodian') },
];

/** Who signs where; A gives and signs once more when the three have compared. */
const SIGNERS = [
  { label: word('label--asGiver', { role: word('label--signA') }), roles: ['giver', 'a'] },
  { label: word('label--signB'), roles: ['b'] },
  { label: word('label--asReceiver', { role: word('label--signCustodian') }), roles: ['custodian', 'sender'] },
];

/** The title documents of a project as three people compare them, apart from its dossier. */
export function TitleHandoverList(props: {
  frame: FormFrame;
  handover: TitleHandoverView;
  onLaidOut?: (() => void) | undefined;
}) {
  const { frame, handover, onLaidOut } = props;
  const rows = useMemo(() => handover.lines.flatMap(rowsOf), [handover.lines]);
  return (
    <ListSheets
      form="title-handover"
      frame={frame}
      head={<Head handover={handover} frame={frame} />}
      laterHead={
        <p className="later-head">
          <span>{handover.project}</span>
          <span>{handover.no}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={<Closing handover={handover} />}
      copies={COPIES}
      onLaidOut={onLaidOut}
    />
  );
}

/** A long remark stands on a line of its own, so that no row grows taller than a sheet. */
function rowsOf(line: TitleHandoverLine): ListRow[] {
  const electronic = line.storage === 'electronic' && word('text--noStorage');
  const remarks = remark(electronic, line.remarks, line.checkRemark);
  const row: ListRow = { key: String(line.id), cells: cells(line, shortRemark(remarks)) };
  if (remarks.length <= LONG_REMARK) return [row];
  const note = word('text--noteOf', { no: line.ordinal, note: remarks });
  return [row, { key: `${line.id} note`, kind: 'note', cells: <td colSpan={COLUMNS.length}>{note}</td> }];
}

function cells(line: TitleHandoverLine, remarks: string) {
  return (
    <>
      <td className="middle">{line.ordinal}</td>
      <td className="fine">{word(`titleKind--${line.kind}`)}</td>
      <td>{line.name}</td>
      <td>{line.certificateNo}</td>
      <td>{line.owner}</td>
      <td className="end">{line.quantity}</td>
      <td className="middle">{finding(line)}</td>
      <td className="fine">{remarks}</td>
    </>
  );
}

/** Nothing before anybody has looked: the field is then filled in by hand. */
function finding({ nameAgrees, numberAgrees, quantity, quantityFound }: TitleHandoverLine) {
  if (quantityFound === undefined) return null;
  if (nameAgrees && numberAgrees && quantityFound === quantity) return word('text--agrees');
  const wrong = [
    !nameAgrees && word('text--nameDiffers'),
    !numberAgrees && word('text--numberDiffers'),
    quantityFound !== quantity && word('text--quantityFound', { quantity: quantityFound }),
  ];
  return <b className="in-red">{wrong.filter(Boolean).join(word('text--between'))}</b>;
}

function Head({ handover, frame }: { handover: TitleHandoverView; frame: FormFrame }) {
  const { no, number, archiveNo, project, client, contractNo, obtainedOn, givenOn, dueOn, lateDays } = handover;
  const late = lateDays > 0 && <b className="in-red">{word('text--late', { days: lateDays })}</b>;
  return (
    <Fields
      lines={[
        [
          { label: word('label--handoverNo'), value: no },
          { label: word('label--projectNo'), value: number },
          { label: word('label--archiveNumber'), value: archiveNo ?? word('text--numberPending') },
        ],
        [
          { label: word('label--project'), value: project, places: 2 },
          { label: word('label--contractNo'), value: contractNo },
        ],
        [{ label: word('label--client'), value: client, places: 3 }],
        [
          { label: word('label--obtainedOn'), value: longDay(obtainedOn) },
          { label: word('label--givenOn'), value: longDay(givenOn) },
          {
            label: word('label--dueOn'),
            value: (
              <>
                {limitDay(dueOn, frame)} {late}
              </>
            ),
          },
        ],
      ]}
    />
  );
}

function Closing({ handover }: { handover: TitleHandoverView }) {
  const { titles, pieces, checked, differences } = handover;
  return (
    <>
      <p className="total">
        <b>{word('text--titlesTotal', { titles, pieces })}</b>
        <span>{word(checked === 0 ? 'text--notChecked' : 'text--checked', { checked, differences })}</span>
      </p>
      <p className="opinion">{opinion(handover)}</p>
      <div className="signatures">
        {SIGNERS.map(({ label, roles }) => (
          <div key={label}>
            <h2>{label}</h2>
            <Signature signature={handover.signatures.findLast(({ role }) => roles.includes(role))} />
          </div>
        ))}
      </div>
      <p className="explanation">{word('text--threeTitleCopies')}</p>
    </>
  );
}

function opinion({ state, closedOn, reason, slipNo }: TitleHandoverView): string {
  const told = { reason, day: longDay(closedOn), no: slipNo ?? '' };
  if (state === 'given') return word('text--titlesOpen');
  if (state === 'withdrawn') return word('text--withdrawn', told);
  return word(state === 'sentBack' ? 'text--sentBack' : 'text--titlesAccepted', told);
}
