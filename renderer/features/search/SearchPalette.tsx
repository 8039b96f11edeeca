import './search.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { halfWidth } from '../../../shared/entry/read-entry';
import { asPrinted, readBarcode } from '../../../shared/search/barcode';
import { useSession } from '../../app/session.store';
import { SearchBehind } from '../../ui/SearchBehind';
import { isComposing, useDialog } from '../../ui/use-keys';
import { useSettled } from '../../ui/use-settled';
import { HitList } from './HitList';
import { pathOf, pathOfBarcode } from './hits';
import { useSearch } from './search.queries';
import { isTorn } from './use-scanner';

const SETTLE_MS = 60;

/** Search everywhere: what is typed is looked up at once, arrows choose, Enter opens; a scanner types its code and Enter. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  useDialog();
  const scanned = useSession((session) => session.searchFor);
  const [typed, setTyped] = useState(scanned ?? '');
  useEffect(() => {
    if (scanned !== undefined) setTyped(scanned);
  }, [scanned]);
  const [chosen, setChosen] = useState(0);
  // Whoever types and presses Enter at once means what will be found for it.
  const [wanted, setWanted] = useState(false);
  const text = useSettled(halfWidth(typed), SETTLE_MS);
  const { data, isPlaceholderData } = useSearch(text);
  const groups = text === '' ? [] : (data ?? []);
  const hits = groups.flatMap((group) => group.hits);
  const fresh = text === halfWidth(typed) && !isPlaceholderData;

  const go = (path: string) => {
    onClose();
    void navigate(path);
  };
  const found = wanted && fresh ? hits[0] : undefined;
  const latestGo = useRef(go);
  latestGo.current = go;
  useEffect(() => {
    if (found) latestGo.current(pathOf(found));
  }, [found]);
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const hit = hits[chosen];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') {
      const path = pathOfBarcode(typed);
      if (path) go(path);
      // Half a number finds others that begin so: none of them is opened unless it is chosen.
      else if (isTorn(typed) && chosen === 0) useSession.setState({ searchFor: typed });
      else if (hit && fresh) go(pathOf(hit));
      else setWanted(!fresh);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Overlay onClose={onClose} onKeyDown={press}>
      <input
        className="palette-input"
        aria-label={t('label--search')}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="palette-hits"
        aria-activedescendant={hits.length > 0 ? `hit-${chosen}` : undefined}
        maxLength={200}
        spellCheck={false}
        value={typed}
        // biome-ignore lint/a11y/noAutofocus: the palette is opened in order to type into it
        autoFocus
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
          setWanted(false);
        }}
      />
      <SearchBehind className="palette-note" />
      <HitList groups={groups} chosen={chosen} onOpen={(hit) => go(pathOf(hit))} />
      {isTorn(typed) && (hits.length === 0 || scanned === typed) && (
        <p className="palette-note" role="alert">
          <b className="late">{t('error--torn', { text: asPrinted(typed) })}</b> {t('hint--torn')}
        </p>
      )}
      {fresh && text !== '' && hits.length === 0 && readBarcode(text) === undefined && (
        <p className="palette-note">
          <b>{t('state--nothing', { text })}</b> {t('hint--nothing')}
        </p>
      )}
      <p className="palette-note quiet">{text === '' ? t('hint--type') : t('hint--keys')}</p>
    </Overlay>
  );
}

interface OverlayProps {
  children: React.ReactNode;
  onClose: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function Overlay({ children, onClose, onKeyDown }: OverlayProps) {
  const { t } = useTranslation('search');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('label--search')}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
    >
      {children}
    </dialog>
  );
}
