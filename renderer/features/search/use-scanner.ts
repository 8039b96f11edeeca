import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { readBarcode } from '../../../shared/search/barcode';
import { useSession } from '../../app/session.store';
import { isDialogTaking, isTakingScans, offerScan } from '../../ui/scanned';
import { isDialogOpen } from '../../ui/use-keys';
import { pathOfBarcode } from './hits';
import { createScanBuffer } from './scanner';

const TYPES_INTO = 'input, textarea, [contenteditable="true"]';

/**
 * A scanner is a keyboard that types AJ-… and Enter. Outside of fields that opens the record at once; in the search field, too,
 * whatever an input method makes of the letters meanwhile. What was scanned in part is shown in the search field, which says so.
 */
export function useScanner() {
  const navigate = useNavigate();
  const go = useRef(navigate);
  go.current = navigate;
  useEffect(() => {
    const { press } = createScanBuffer();
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const inSearch = target?.closest('.palette') !== null && target?.closest('.palette') !== undefined;
      const typesElsewhere = target?.closest(TYPES_INTO) && !isTakingScans(target);
      if (!inSearch && (typesElsewhere || (isDialogOpen() && !isDialogTaking()))) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const scanned = press(event);
      if (scanned === undefined) return;
      // The Enter is the scanner's: it must not open what happens to have the focus.
      event.preventDefault();
      event.stopPropagation();
      if (!inSearch && offerScan(scanned)) return;
      const path = pathOfBarcode(scanned);
      if (path === undefined) return useSession.setState({ searching: true, searchFor: scanned });
      useSession.setState({ searching: false });
      void go.current(path);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}

/** Whether a text is a barcode that was read in part, or of no kind that we know. */
export const isTorn = (text: string): boolean => {
  const read = readBarcode(text);
  return read !== undefined && 'torn' in read;
};
