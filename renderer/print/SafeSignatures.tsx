import type { SafeSignature } from '../../shared/api/safe-closing.contract';
import { clockTime, inFours } from './days';
import { word } from './words';

interface SafeSignaturesProps {
  signers: readonly { label: string; signature: SafeSignature | undefined }[];
}

/** Signatures given in the program with their proof, and room below each for ink. */
export function SafeSignatures({ signers }: SafeSignaturesProps) {
  return (
    <div className="signatures">
      {signers.map(({ label, signature }) => (
        <div key={label}>
          <h2>{label}</h2>
          {signature && (
            <>
              <p className="signed-name">{signature.name}</p>
              <p>{word('text--signedAt', { time: clockTime(signature.at) })}</p>
              <p className="proof">{word('text--signedCode', { code: inFours(signature.contentHash.slice(0, 16)) })}</p>
            </>
          )}
          <p className="in-ink">{word('text--inInk')}</p>
        </div>
      ))}
    </div>
  );
}
