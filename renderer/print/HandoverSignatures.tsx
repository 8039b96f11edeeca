import type { HandoverKind, HandoverView, SignatureView } from '../../shared/api/handover.contract';
import { clockTime, inFours } from './days';
import { word } from './words';

type Role = SignatureView['role'];

interface Signer {
  label: string;
  /** Under which of these roles the person signs; the last one is the final word. */
  roles: readonly Role[];
}

const asGiver = (label: string) => word('label--asGiver', { role: label });
const asReceiver = (label: string) => word('label--asReceiver', { role: label });
const A = word('label--signA');
const B = word('label--signB');
const ARCHIVIST = word('label--signArchivist');

/** Who signs where: the archivist signs the copy in the papers too when they pass from A to B. */
const SIGNERS: Readonly<Record<HandoverKind, readonly Signer[]>> = {
  aToB: [
    { label: asGiver(A), roles: ['giver', 'a'] },
    { label: asReceiver(B), roles: ['receiver', 'b'] },
    { label: ARCHIVIST, roles: ['archivist'] },
    { label: word('label--signSupervisor'), roles: [] },
  ],
  bToArchive: [
    { label: A, roles: ['a'] },
    { label: asGiver(B), roles: ['giver', 'b'] },
    { label: asReceiver(ARCHIVIST), roles: ['receiver', 'archivist'] },
    { label: word('label--signSupervisor'), roles: [] },
  ],
};

/** Of a dossier without a project: its keeper gives it straight to the archive. */
const SIGNERS_WITHOUT_PROJECT: readonly Signer[] = [
  { label: asGiver(word('label--signKeeper')), roles: ['giver', 'b'] },
  { label: asReceiver(ARCHIVIST), roles: ['receiver', 'archivist'] },
  { label: word('label--signSupervisor'), roles: [] },
];

/** The line of signatures: what was signed in the program with its proof, the rest to be signed in ink. */
export function HandoverSignatures({ handover }: { handover: HandoverView }) {
  return (
    <div className="signatures">
      {(handover.byKeeper ? SIGNERS_WITHOUT_PROJECT : SIGNERS[handover.kind]).map(({ label, roles }) => (
        <div key={label}>
          <h2>{label}</h2>
          <Signature signature={handover.signatures.findLast(({ role }) => roles.includes(role))} />
        </div>
      ))}
    </div>
  );
}

export function Signature({
  signature,
}: {
  signature: Pick<SignatureView, 'name' | 'at' | 'contentHash'> | undefined;
}) {
  if (!signature) return <p className="in-ink">{word('text--dayBlank')}</p>;
  return (
    <>
      <p className="signed-name">{signature.name}</p>
      <p>{word('text--signedAt', { time: clockTime(signature.at) })}</p>
      <p className="proof">{word('text--signedCode', { code: inFours(signature.contentHash.slice(0, 16)) })}</p>
    </>
  );
}
