import type { SlipSignature, SlipView } from '../../shared/api/title-move.contract';
import { clockTime, inFours } from './days';
import { word } from './words';

type Proof = Pick<SlipSignature, 'name' | 'at' | 'contentHash'>;

/** Who signs in one field: in the program, or in ink under the name that is known. */
export interface SlipSigner {
  label: string;
  role?: SlipSignature['role'];
  name?: string;
  /** Signed on another paper: the approval of the borrowing slip. */
  signature?: Proof;
}

/** The line of signatures of a slip: the two who opened the safe with their proof, the others in ink. */
export function SlipSignatures({ slip, signers }: { slip: SlipView; signers: readonly SlipSigner[] }) {
  return (
    <div className="signatures">
      {signers.map((its) => (
        <div key={its.label}>
          <h2>{its.label}</h2>
          <Signed its={its} signature={its.signature ?? slip.signatures.find(({ role }) => role === its.role)} />
        </div>
      ))}
    </div>
  );
}

function Signed({ its, signature }: { its: SlipSigner; signature: Proof | undefined }) {
  if (!signature)
    return (
      <>
        {its.name && <p className="quiet-name">{its.name}</p>}
        <p className="in-ink">{word('text--dayBlank')}</p>
      </>
    );
  return (
    <>
      <p className="signed-name">{signature.name}</p>
      <p>{word('text--signedAt', { time: clockTime(signature.at) })}</p>
      <p className="proof">{word('text--signedCode', { code: inFours(signature.contentHash.slice(0, 16)) })}</p>
    </>
  );
}
