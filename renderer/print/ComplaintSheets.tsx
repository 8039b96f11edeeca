import { useEffect, useMemo, useRef } from 'react';
import type { ComplaintView, TakenStep } from '../../shared/api/complaint.contract';
import type { ContactView } from '../../shared/api/complaint-contact';
import type { COMPLAINT_FORMS, FormFrame } from '../../shared/api/print.contract';
import { rmbCapitals } from '../../shared/money/rmb-capitals';
import { clockTime, longDay } from './days';
import { type Field, Fields } from './Fields';
import { fontsLaidOut } from './fonts';
import { type Column, type ListRow, ListSheets } from './ListSheets';
import { Sheet } from './Sheet';
import { textRows } from './text-rows';
import { type Word, word } from './words';
import './contact-letter.css';
import './handover.css';

type ComplaintForm = (typeof COMPLAINT_FORMS)[number];

interface ComplaintSheetsProps {
  form: ComplaintForm;
  frame: FormFrame;
  its: ComplaintView;
  onLaidOut?: (() => void) | undefined;
}

/** The forms of a complaint, each under the title that its procedure gives it: entry, handling, reply, feedback. */
export function ComplaintSheets(props: ComplaintSheetsProps) {
  return props.form === 'complaint-reply' ? <Reply {...props} /> : <Form {...props} />;
}

const COLUMNS: readonly Column[] = [
  { name: word('column--field'), width: 36 },
  { name: word('column--said'), width: 138 },
];
const FORM_NAMES = {
  'complaint-register': 'register',
  'complaint-handling': 'handling',
  'complaint-reply': 'reply',
  'complaint-feedback': 'feedback',
} as const;

function Form({ form, frame, its, onLaidOut }: ComplaintSheetsProps) {
  const rows = useMemo(() => ROWS[form as keyof typeof ROWS](its), [form, its]);
  return (
    <ListSheets
      form={form}
      title={its.forms[FORM_NAMES[form]]}
      frame={frame}
      head={<Fields lines={headOf(its)} />}
      laterHead={
        <p className="later-head">
          <span>{its.client ?? its.complainant ?? word('text--anonymous')}</span>
          <span>{its.no}</span>
        </p>
      }
      columns={COLUMNS}
      rows={rows}
      closing={<Signatures names={form === 'complaint-feedback' ? FEEDBACK_SIGNS : HANDLING_SIGNS} />}
      onLaidOut={onLaidOut}
    />
  );
}

const headOf = (its: ComplaintView): Field[][] => [
  [
    { label: word('label--handoverNo'), value: its.no },
    { label: word('label--registeredAt'), value: clockTime(its.registeredAt) },
    { label: word('label--channel'), value: word(`channel--${its.channel}`) },
  ],
  [
    { label: word('label--complainant'), value: its.client ?? its.complainant ?? word('text--anonymous') },
    { label: word('label--contactOf'), value: its.contact },
    { label: word('label--about'), value: its.about },
  ],
  [
    { label: word('label--unitOf'), value: its.unit },
    { label: word('label--accusedOf'), value: its.accused.map(({ name }) => name).join(word('text--listComma')) },
    { label: word('label--kindOf'), value: its.kind },
  ],
  [
    { label: word('label--handlerOf'), value: its.handler },
    { label: word('label--registrar'), value: its.registeredBy },
    { label: word('label--happenedOn'), value: longDay(its.happenedOn) },
  ],
];

const ROWS = {
  'complaint-register': (its: ComplaintView) => [
    ...textRows('facts', word('label--facts'), its.facts),
    ...textRows('demand', word('label--demand'), its.demand),
    ...saidRows(its.taken[0]),
  ],
  'complaint-handling': (its: ComplaintView) => [
    ...textRows('facts', word('label--facts'), its.facts),
    ...textRows('demand', word('label--demand'), its.demand),
    ...its.deadlines.flatMap((one) => textRows(`limit ${one.code}`, one.title, limitWords(one))),
    ...textRows('avoided', word('label--avoided'), avoided(its)),
    ...its.taken.flatMap((one) => [heading(one, its.round > 1), ...saidRows(one)]),
    ...contactRows(its.contacts),
  ],
  'complaint-feedback': (its: ComplaintView) => [
    ...textRows('facts', word('label--facts'), its.facts),
    ...its.taken
      .filter(({ does }) => does === 'answer' || does === 'explain' || does === 'feedback')
      .flatMap((one) => [heading(one, its.round > 1), ...saidRows(one)]),
  ],
};

/** By when something was to be done, whether that was worked out without knowing the days off, and what became of it. */
export const limitWords = ({ dueOn, isGuess, metOn, late, earlier }: ComplaintView['deadlines'][number]): string =>
  [
    word('text--limitBy', { day: isGuess ? word('text--guess', { day: dueOn, year: dueOn.slice(0, 4) }) : dueOn }),
    ...earlier.map(({ dueOn: day, decidedOn: on, ...its }) => word('text--limitBefore', { day, on, ...its })),
    metOn ? word('text--limitMet', { day: metOn }) : '',
    late ? word('text--limitLate') : '',
  ]
    .filter(Boolean)
    .join(word('text--between'));

/** Nobody who is complained of has taken a step: the program lets nobody. */
const avoided = ({ accused }: ComplaintView): string =>
  accused.length === 0
    ? word('text--nobodyNamed')
    : word('text--avoided', { names: accused.map(({ name }) => name).join(word('text--listComma')) });

const heading = (one: TakenStep, withRound: boolean): ListRow => ({
  key: `step ${one.id}`,
  kind: 'part',
  holdsNext: one.said.length > 0,
  cells: (
    <td colSpan={2}>
      <b>
        {one.title}
        {withRound && word('text--roundOf', { round: one.round })}
      </b>
      <span>
        {one.on} {one.by}
        {one.signed && word('text--signedInProgram')}
      </span>
    </td>
  ),
});

/** What was said in a step, field by field. */
function saidRows(one: TakenStep | undefined): ListRow[] {
  return (one?.said ?? []).flatMap(({ code, title, core, text, yes, fen }) => {
    const name = core && one ? word(`field--${one.does}-${code}` as Word) : title;
    const amount =
      fen === undefined ? '' : word('text--amountOf', { yuan: (fen / 100).toFixed(2), capitals: rmbCapitals(fen) });
    const answer = yes === undefined ? text : word(yes ? 'text--yes' : 'text--no');
    return textRows(`${one?.id} ${code}`, name, `${answer}${amount}`);
  });
}

/** What was spoken and written, as it happened; what was put right stays and says so. */
const contactRows = (contacts: readonly ContactView[]): ListRow[] =>
  contacts.length === 0
    ? []
    : [
        {
          key: 'contacts',
          kind: 'part',
          holdsNext: true,
          cells: (
            <td colSpan={2}>
              <b>{word('part--contacts')}</b>
            </td>
          ),
        },
        ...contacts.flatMap((one) => textRows(`contact ${one.id}`, `${one.on} ${one.time}`, contactWords(one))),
      ];

const contactWords = ({ direction, channel, withWhom, staff, said, correctsId, correctedById }: ContactView): string =>
  [
    word('text--contact', {
      ...{ direction: word(`direction--${direction}`), channel: word(`channel--${channel}`), withWhom, staff, said },
    }),
    correctsId === undefined ? '' : word('text--contactCorrects'),
    correctedById === undefined ? '' : word('text--contactCorrected'),
  ].join('');

const HANDLING_SIGNS = ['label--signHandler', 'label--signApprover', 'label--signCloser'] as const;
const FEEDBACK_SIGNS = ['label--signClient', 'label--signCaller'] as const;

function Signatures({ names }: { names: readonly Word[] }) {
  return (
    <div className="signatures">
      {names.map((name) => (
        <div key={name}>
          <h2>{word(name)}</h2>
          <p className="signature-line" />
        </div>
      ))}
    </div>
  );
}

/** The letter to the client: what happened, what was found, why, and what is done; polite above all where it was not justified. */
function Reply({ frame, its, onLaidOut }: ComplaintSheetsProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current) void fontsLaidOut(place.current).then(onLaidOut);
  }, [onLaidOut]);
  const said = (does: TakenStep['does'], code: string) =>
    its.taken.findLast((one) => one.does === does)?.said.find((one) => one.code === code);
  const justified = said('assess', 'justified')?.yes !== false;
  const measures = said('carryOut', 'done')?.text ?? said('propose', 'solution')?.text;
  const answer = said('answer', 'answer')?.text;
  const explanation = said('explain', 'explanation')?.text;
  const client = its.client ?? its.complainant ?? word('text--clientUnnamed');
  return (
    <Sheet form="complaint-reply" title={its.forms.reply} frame={frame} page={1} pages={1}>
      <div className="letter" ref={place}>
        <p className="letter-no">{its.no}</p>
        <p className="letter-to">{word('text--letterTo', { client })}</p>
        <p>{word('text--replyThanks', { day: longDay(its.registeredOn), channel: word(`channel--${its.channel}`) })}</p>
        <p>{word('text--replyFacts', { facts: its.facts })}</p>
        <p>{word(justified ? 'text--replyJustified' : 'text--replyNotJustified')}</p>
        {explanation && <p>{explanation}</p>}
        {measures && <p>{word('text--replyMeasures', { measures })}</p>}
        {answer && <p>{answer}</p>}
        <p>{word('text--replyClosing')}</p>
        <div className="letter-seal">
          <p>{frame.company}</p>
          <p>{word('label--letterSeal')}</p>
          <p>{longDay(frame.printedOn)}</p>
        </div>
      </div>
    </Sheet>
  );
}
