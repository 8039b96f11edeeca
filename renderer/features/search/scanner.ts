import { asPrinted } from '../../../shared/search/barcode';

/** A scanner types a sign every few milliseconds; a busy PC may hand them on more slowly, a person is slower still. */
const GAP_MS = 250;

export interface ScanKey {
  key: string;
  /** The key's place on the keyboard: an input method may keep what it means to itself, never where it lies. */
  code: string;
  timeStamp: number;
}

/** Keys as a scanner presses them; `press` answers what was scanned when Enter ends it. */
export function createScanBuffer() {
  let typed = '';
  let last = Number.NEGATIVE_INFINITY;
  return {
    press: (event: ScanKey): string | undefined => {
      if (event.key === 'Shift' || event.key === 'CapsLock') return undefined;
      if (event.timeStamp - last > GAP_MS) typed = '';
      last = event.timeStamp;
      if (event.key === 'Enter' || event.code === 'Enter' || event.code === 'NumpadEnter') {
        const scanned = typed;
        typed = '';
        return scanned.startsWith('AJ-') ? scanned : undefined;
      }
      const sign = signOf(event);
      typed = sign === undefined ? '' : typed + sign;
      return undefined;
    },
  };
}

/** The sign that a scanner meant by a key. */
function signOf({ key, code }: ScanKey): string | undefined {
  if ([...key].length === 1) {
    const sign = asPrinted(key);
    return /^[A-Z0-9-]$/.test(sign) ? sign : undefined;
  }
  if (key !== 'Process' && key !== 'Unidentified') return undefined;
  if (code === 'Minus' || code === 'NumpadSubtract') return '-';
  return /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).find(Boolean);
}
