import { useEffect } from 'react';
import type { FormData } from '../../shared/api/print.contract';
import { keyInGroups } from '../../shared/print/paper-key';
import { clockTime } from './days';
import { Fields } from './Fields';
import { qrOf } from './qr';
import { Sheet } from './Sheet';
import { word } from './words';
import './backup-key.css';

type Key = Extract<FormData, { form: 'backup-key' }>;

/** One for each of two places: paper burns. */
const COPIES = [
  { mark: word('copy--first'), keeper: word('copy--firstKeeper') },
  { mark: word('copy--second'), keeper: word('copy--secondKeeper') },
];

/** The private key of encrypted backups, as QR and in letters, in two copies. */
export function BackupKeySheets({ data, onLaidOut }: { data: Key; onLaidOut?: (() => void) | undefined }) {
  useEffect(() => onLaidOut?.(), [onLaidOut]);
  return COPIES.map((copy, at) => (
    <Sheet key={copy.mark} form="backup-key" frame={data.frame} page={at + 1} pages={COPIES.length} copy={copy}>
      <Fields
        lines={[
          [
            { label: word('label--keyMadeAt'), value: clockTime(data.key.madeAt) },
            { label: word('label--keyMadeBy'), value: data.frame.printedBy, places: 2 },
          ],
          [{ label: word('label--publicKey'), value: data.key.recipient, places: 3 }],
        ]}
      />
      <Letters privateKey={data.key.privateKey} />
      <p className="key-note">{word('text--keyKeep')}</p>
      <p className="key-note">{word('text--keyUse')}</p>
      <p className="key-note">{word('text--keyWithout')}</p>
      <div className="key-signatures">
        <span>{word('label--signKeyKeeper')}</span>
        <span>{word('label--keyKeptAt')}</span>
        <span>{word('label--keyKeptSince')}</span>
      </div>
    </Sheet>
  ));
}

function Letters({ privateKey }: { privateKey: string }) {
  const { size, path } = qrOf(privateKey);
  const { prefix, groups } = keyInGroups(privateKey);
  return (
    <div className="key-letters">
      <svg className="key-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={word('label--keyQr')}>
        <path d={path} fillRule="evenodd" />
      </svg>
      <div>
        <p className="key-prefix">{prefix}</p>
        <ol className="key-groups">
          {groups.map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same letters may stand in two places
            <li key={at}>{group}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}
