import { type RefObject, useEffect, useRef } from 'react';
import type { FormFrame } from '../../shared/api/print.contract';
import type { ContactLetter } from '../../shared/api/staff-handover.contract';
import { longDay } from './days';
import { fontsLaidOut } from './fonts';
import { Sheet } from './Sheet';
import { word } from './words';
import './contact-letter.css';

interface ContactLettersProps {
  frame: FormFrame;
  letters: readonly ContactLetter[];
  onLaidOut?: (() => void) | undefined;
}

/** A letter to each client whose contact has changed, each with page numbers of its own. */
export function ContactLetters({ frame, letters, onLaidOut }: ContactLettersProps) {
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (first.current) void fontsLaidOut(first.current).then(onLaidOut);
  }, [onLaidOut]);
  return letters.map((letter, index) => (
    <Letter
      key={letter.clientId}
      frame={frame}
      letter={letter}
      seq={index + 1}
      place={index === 0 ? first : undefined}
    />
  ));
}

interface LetterProps {
  frame: FormFrame;
  letter: ContactLetter;
  seq: number;
  place: RefObject<HTMLDivElement | null> | undefined;
}

/** As many projects as fit below the words of the letter, and on a sheet of their own. */
const ON_FIRST = 8;
const ON_LATER = 24;

function Letter({ frame, letter, seq, place }: LetterProps) {
  const { projects } = letter;
  const later = Array.from({ length: Math.ceil(Math.max(0, projects.length - ON_FIRST) / ON_LATER) }, (_, sheet) =>
    projects.slice(ON_FIRST + sheet * ON_LATER, ON_FIRST + (sheet + 1) * ON_LATER),
  );
  const pages = 1 + later.length;
  return (
    <>
      <Sheet form="contact-letter" frame={frame} page={1} pages={pages}>
        <div className="letter" ref={place}>
          <p className="letter-no">{word('text--letterNo', { no: letter.no, seq })}</p>
          <Words letter={letter} />
          <Projects projects={projects.slice(0, ON_FIRST)} from={1} />
          <Closing frame={frame} letter={letter} />
        </div>
      </Sheet>
      {later.map((its, sheet) => (
        <Sheet key={its[0]?.contractNo} form="contact-letter" frame={frame} page={sheet + 2} pages={pages}>
          <div className="letter">
            <p className="letter-no">{word('text--letterNo', { no: letter.no, seq })}</p>
            <p>
              {letter.client}
              {word('text--letterMore')}
            </p>
            <Projects projects={its} from={1 + ON_FIRST + sheet * ON_LATER} />
          </div>
        </Sheet>
      ))}
    </>
  );
}

function Words({ letter }: { letter: ContactLetter }) {
  const { client, isPerson, from, department, closedOn, successor, successorDepartment } = letter;
  const places = { from, department, day: longDay(closedOn), successor, successorDepartment };
  return (
    <>
      <p className="letter-to">{word('text--letterTo', { client })}</p>
      <p>{word(isPerson ? 'text--letterGreetingPerson' : 'text--letterGreetingCompany')}</p>
      <p>{word(isPerson ? 'text--letterBodyPerson' : 'text--letterBodyCompany', places)}</p>
    </>
  );
}

function Projects({ projects, from }: { projects: ContactLetter['projects']; from: number }) {
  if (projects.length === 0) return null;
  return (
    <>
      {from === 1 && <p>{word('text--letterProjects')}</p>}
      <ol className="letter-projects" start={from}>
        {projects.map((its) => (
          <li key={its.contractNo}>{word('text--letterProject', { ...its })}</li>
        ))}
      </ol>
    </>
  );
}

function Closing({ frame, letter }: { frame: FormFrame; letter: ContactLetter }) {
  return (
    <>
      <p>{word('text--letterContractsStay')}</p>
      <dl className="letter-contact">
        <dt>{word('label--letterContact')}</dt>
        <dd>{letter.successor}</dd>
        <dt>{word('label--department')}</dt>
        <dd>{letter.successorDepartment}</dd>
        <dt>{word('label--letterPhone')}</dt>
        <dd className="letter-blank" />
      </dl>
      <p>{word(letter.isPerson ? 'text--letterClosingPerson' : 'text--letterClosing')}</p>
      <div className="letter-seal">
        <p>{frame.company}</p>
        <p>{word('label--letterSeal')}</p>
        <p>{longDay(frame.printedOn)}</p>
      </div>
    </>
  );
}
