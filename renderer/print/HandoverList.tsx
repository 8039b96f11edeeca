import { useMemo } from 'react';
import type { HandoverItem, HandoverView } from '../../shared/api/handover.contract';
import type { FormFrame } from '../../shared/api/print.contract';
import { limitDay, longDay } from './days';
import { Fields } from './Fields';
import { HandoverSignatures } from './HandoverSignatures';
import { type Column, ListSheets } from './ListSheets';
import { linesByPart, remark, shortRemark, totalInWords } from './lines';
import type { Copy } from './Sheet';
import { word } from './words';
import './handover.css';

const COLUMNS: readonly Column[] = [
  { name: word('column--row'), width: 11 },
  { name: word('column--name'), width: 53 },
  { name: word('column--originality'), width: 16 },
  { name: word('column--copies'), width: 11 },
  { name: word('column--pages'), width: 11 },
  { name: word('column--code'), width: 37 },
  { name: word('column--check'), width: 18 },
  { name: word('column--remarks'), width: 17 },
];

/** The list is made out in three: one for each side, one that stays with the papers. */
const COPIES: readonly Copy[] = ([1, 2, 3] as const).map((copy) => ({
  mark: word(`mark--${copy}`),
  keeper: word(`keeper--${copy}`),
}));

/** Without a project nobody is A: one copy for the keeper, one that stays with the papers. */
const COPIES_WITHOUT_PROJECT: readonly Copy[] = [
  { mark: word('mark--1'), keeper: word('keeper--giver') },
  { mark: word('mark--2'), keeper: word('keeper--3') },
];

/** List of what is handed over, item by item, with what the receiver found and who has signed. */
export function HandoverList(props: {
  frame: FormFrame;
  handover: HandoverView;
  onLaidOut?: (() => void) | undefined;
}) {
  const { frame, handover, onLaidOut } = props;
  const rows = useMemo(() => linesByPart(handover.items.map(withFindings), COLUMNS.length, cells), [handover.items]);
  return (
    <ListSheets
      form="handover-list"
      frame={frame}
      head={<Head handover={handover} frame={frame} />}
      laterHead={<LaterHead handover={handover} />}
      columns={COLUMNS}
      rows={rows}
      closing={<Closing handover={handover} />}
      copies={handover.byKeeper ? COPIES_WITHOUT_PROJECT : COPIES}
      onLaidOut={onLaidOut}
    />
  );
}

function withFindings(item: HandoverItem): HandoverItem {
  const unsigned = !item.signatureComplete && word('text--signatureIncomplete');
  return { ...item, remarks: remark(unsigned, item.remarks, item.checkRemark) };
}

function cells(item: HandoverItem) {
  return (
    <>
      <td className="middle">{item.no}</td>
      <td>{item.title}</td>
      <td className="middle">{word(`state--${item.originality}`)}</td>
      <td className="end">{item.copies}</td>
      <td className="end">{item.pages}</td>
      <td>{item.contractCode ?? item.documentNo}</td>
      <td className="middle">{finding(item)}</td>
      <td className="fine">{shortRemark(item.remarks)}</td>
    </>
  );
}

/** Nothing before the receiver has looked: the field is then filled in by hand. */
function finding({ pages, pagesFound }: HandoverItem) {
  if (pagesFound === undefined) return null;
  if (pagesFound === pages) return word('text--agrees');
  return <b className="in-red">{word('text--pagesFound', { pages: pagesFound })}</b>;
}

function Head({ handover, frame }: { handover: HandoverView; frame: FormFrame }) {
  const { no, kind, dossier, client, archiveNo, givenOn } = handover;
  const [giver, receiver] = parties(handover);
  const reason = handover.byKeeper
    ? 'text--reasonKeeper'
    : kind === 'aToB'
      ? 'text--reasonAToB'
      : 'text--reasonBToArchive';
  return (
    <Fields
      lines={[
        [
          { label: word('label--handoverNo'), value: no },
          { label: word('label--handoverReason'), value: word(reason), places: 2 },
        ],
        [
          { label: word('label--dossierTitle'), value: dossier, places: 2 },
          { label: word('label--archiveNo'), value: archiveNo ?? word('text--numberPending') },
        ],
        [{ label: word('label--client'), value: client, places: 3 }],
        [
          { label: word('label--giver'), value: giver },
          { label: word('label--receiver'), value: receiver },
          { label: word('label--supervisor'), value: '' },
        ],
        [
          { label: word('label--givenOn'), value: longDay(givenOn) },
          { label: word('label--dueOn'), value: dueWords(handover, frame) },
          { label: word('label--timeliness'), value: <Timeliness handover={handover} /> },
        ],
      ]}
    />
  );
}

/** The limit that counted, and the one before it where an approver had put it off. */
const dueWords = ({ dueOn, extendedFrom }: HandoverView, frame: FormFrame) => {
  const day = limitDay(dueOn, frame);
  return extendedFrom ? word('text--extended', { day, before: longDay(extendedFrom) }) : day;
};

function parties({ kind, giver, receiver, bManager, byKeeper }: HandoverView): [string, string] {
  if (kind === 'aToB') {
    return [word('text--partyA', { name: giver }), word('text--partyB', { name: receiver ?? bManager })];
  }
  const archive = receiver ? word('text--partyArchive', { name: receiver }) : word('text--archive');
  return [word(byKeeper ? 'text--partyKeeper' : 'text--partyB', { name: giver }), archive];
}

function Timeliness({ handover: { dueOn, lateDays } }: { handover: HandoverView }) {
  if (!dueOn) return null;
  if (lateDays <= 0) return word('text--onTime');
  return <b className="in-red">{word('text--late', { days: lateDays })}</b>;
}

function LaterHead({ handover }: { handover: HandoverView }) {
  return (
    <p className="later-head">
      <span>{handover.dossier}</span>
      <span>{handover.no}</span>
    </p>
  );
}

function Closing({ handover }: { handover: HandoverView }) {
  const { checkedCount, differences } = handover;
  const checked = checkedCount === 0 ? 'text--notChecked' : 'text--checked';
  return (
    <>
      <p className="total">
        <b>{totalInWords(handover.items)}</b>
        <span>{word(checked, { checked: checkedCount, differences })}</span>
      </p>
      <p className="opinion">{opinion(handover)}</p>
      <HandoverSignatures handover={handover} />
      <p className="explanation">{word(handover.byKeeper ? 'text--twoCopies' : 'text--threeCopies')}</p>
    </>
  );
}

function opinion({ state, differences, closedOn, reason }: HandoverView): string {
  if (state === 'given') return word('text--open');
  if (state === 'withdrawn') return word('text--withdrawn', { reason, day: longDay(closedOn) });
  if (state === 'sentBack') return word('text--sentBack', { reason, day: longDay(closedOn) });
  return word(differences > 0 ? 'text--acceptedWithDifferences' : 'text--accepted', { day: longDay(closedOn) });
}
