import type { StaffHandoverView, StaffSignature, StaffSignRole } from '../../shared/api/staff-handover.contract';
import { clockTime, inFours } from './days';
import { word } from './words';

const LABELS = {
  from: word('label--from'),
  to: word('label--to'),
  supervisor: word('label--supervisor'),
} as const satisfies Record<StaffSignRole, string>;

interface Place {
  role: StaffSignRole;
  name: string;
  signature?: StaffSignature;
}

const ORDER: readonly StaffSignRole[] = ['from', 'to', 'supervisor'];

/** A place for each who signs: signed in the program with its proof, or still to be signed in ink. */
function placesOf({ from, successors, supervisor = '', signatures, wanted }: StaffHandoverView): Place[] {
  const given = signatures.map((signature) => ({ role: signature.role, name: signature.name, signature }));
  const open = wanted.map(({ role, name }) => ({ role, name }));
  const all: Place[] = [...given, ...open];
  // Nobody is asked yet: the places for whoever will sign in ink.
  const foreseen = ORDER.flatMap((role) =>
    (role === 'to' ? successors : [role === 'from' ? from : supervisor]).map((name) => ({ role, name })),
  );
  return (all.length > 0 ? all : foreseen).sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}

const PLACES_IN_LINE = 4;

export function StaffSignatures({ handover }: { handover: StaffHandoverView }) {
  const places = placesOf(handover);
  const lines = Array.from({ length: Math.ceil(places.length / PLACES_IN_LINE) }, (_, line) =>
    places.slice(line * PLACES_IN_LINE, (line + 1) * PLACES_IN_LINE),
  );
  return lines.map((line) => (
    <div className="signatures" key={line.map(({ role, name }) => `${role} ${name}`).join()}>
      {line.map(({ role, name, signature }) => (
        <div key={`${role} ${name}`}>
          <h2>{LABELS[role]}</h2>
          <Signed place={{ role, name, ...(signature && { signature }) }} from={handover.from} />
        </div>
      ))}
    </div>
  ));
}

function Signed({ place: { name, signature }, from }: { place: Place; from: string }) {
  if (!signature) {
    return (
      <>
        <p>{name}</p>
        <p className="in-ink">{word('text--dayBlank')}</p>
      </>
    );
  }
  return (
    <>
      <p className="signed-name">{signature.name}</p>
      {signature.absence !== undefined && <p>{word('text--inPlace', { name: from })}</p>}
      <p>{word('text--signedAt', { time: clockTime(signature.at) })}</p>
      <p className="proof">{word('text--signedCode', { code: inFours(signature.contentHash.slice(0, 16)) })}</p>
    </>
  );
}
