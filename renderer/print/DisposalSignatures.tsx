import type { DisposalKind, DisposalRole, DisposalSignature, DisposalView } from '../../shared/api/disposal.contract';
import { clockTime, inFours } from './days';
import { word } from './words';

interface Signer {
  label: string;
  /** Nobody of the program signs: the body outside does in ink. */
  roles: readonly DisposalRole[];
}

const SIGNERS: Readonly<Record<DisposalKind, readonly Signer[]>> = {
  appraisal: [
    { label: word('label--signAppraiser'), roles: ['maker'] },
    { label: word('label--signApprover'), roles: ['approver'] },
  ],
  destruction: [
    { label: word('label--signMaker'), roles: ['maker'] },
    { label: word('label--signApprover'), roles: ['approver'] },
    { label: word('label--signFirstWitness'), roles: ['firstWitness'] },
    { label: word('label--signSecondWitness'), roles: ['secondWitness'] },
  ],
  transfer: [
    { label: word('label--signHandingArchivist'), roles: ['archivist'] },
    { label: word('label--signReceiverOutside'), roles: [] },
    { label: word('label--signSupervisorOut'), roles: ['firstWitness'] },
    { label: word('label--signApprover'), roles: ['approver'] },
  ],
};

/** The line of signatures: what was signed in the program with its proof, the rest to be signed in ink. */
export function DisposalSignatures({ its }: { its: DisposalView }) {
  return (
    <div className="signatures">
      {SIGNERS[its.kind].map(({ label, roles }) => (
        <div key={label}>
          <h2>{label}</h2>
          <Signature signature={its.signatures.find(({ role }) => roles.includes(role))} />
        </div>
      ))}
    </div>
  );
}

function Signature({ signature }: { signature: DisposalSignature | undefined }) {
  if (!signature) return <p className="in-ink">{word('text--dayBlank')}</p>;
  return (
    <>
      <p className="signed-name">{signature.name}</p>
      <p>{word('text--signedAt', { time: clockTime(signature.at) })}</p>
      <p className="proof">{word('text--signedCode', { code: inFours(signature.contentHash.slice(0, 16)) })}</p>
    </>
  );
}
