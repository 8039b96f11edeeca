const PREFIX = 'AGE-SECRET-KEY-1';
/** The letters of Bech32 look like no other of them; these others are read for one. */
const MISTAKEN: Readonly<Record<string, string>> = { O: '0', I: 'L', '1': 'L', B: '8' };
const BECH32 = /^[02-9AC-HJ-NP-Z]{58}$/;

/** The private key of encrypted backups as it stands on paper: what every such key begins with, and the rest in groups of four. */
export const keyInGroups = (key: string): { prefix: string; groups: string[] } => ({
  prefix: PREFIX,
  groups: key.slice(PREFIX.length).match(/.{1,4}/g) ?? [],
});

/** A private key as it was typed from paper or read by a scanner, with or without its beginning; nothing when it cannot be one. */
export function readKey(typed: string): string | undefined {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^AGESECRETKEY1/, '')
    .replace(/[O1IB]/g, (letter) => MISTAKEN[letter] ?? letter);
  return BECH32.test(letters) ? `${PREFIX}${letters}` : undefined;
}
