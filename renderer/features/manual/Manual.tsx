import './manual.css';
import { Button, Drawer } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { FindField } from '../../ui/FindField';
import { isComposing, isDialogOpen, useDialog } from '../../ui/use-keys';
import { FindingList } from './FindingList';
import { findInManual } from './find';
import { SectionText } from './SectionText';
import { SECTIONS, type SectionId, sectionOf } from './sections';
import { useManual } from './use-manual';

interface ManualProps {
  /** The address of the page behind it. */
  path: string;
  onClose: () => void;
}

/** A short manual beside the page that it speaks of. What was typed there stays as it is; the keys of the page rest meanwhile. */
export function Manual({ path, onClose }: ManualProps) {
  const { words, sections } = useManual();
  const here = sectionOf(path);
  const [shown, setShown] = useState<SectionId | 'all'>(here);
  const [word, setWord] = useState('');
  // A form stands at the right: whoever reads about it sees it, too.
  const [placement] = useState<'left' | 'right'>(() => (isDialogOpen() ? 'left' : 'right'));
  const panel = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  useDialog();
  const focusField = () => panel.current?.querySelector('input')?.focus();
  const go = (place: SectionId | 'all') => {
    setShown(place);
    setWord('');
    text.current?.scrollTo(0, 0);
    focusField();
  };
  const findings = findInManual(word, sections);
  const isFinding = word.trim() !== '';
  const pressInField = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const found = findings[0];
    if (event.key === 'Enter' && found) go(found.id);
    else if (SCROLLS[event.key]) text.current?.scrollBy(0, (SCROLLS[event.key] ?? 0) * text.current.clientHeight);
    else return;
    event.preventDefault();
  };
  return (
    <Drawer
      open
      title={words.title}
      size={560}
      placement={placement}
      rootClassName="manual"
      onClose={onClose}
      afterOpenChange={(isOpen) => isOpen && focusField()}
    >
      <div ref={panel} className="manual-panel" onKeyDownCapture={keepFromForms(onClose)}>
        <div className="manual-head" onKeyDownCapture={pressInField}>
          <FindField label={words.find} value={word} onChange={setWord} />
          {shown !== 'all' && <Button onClick={() => go('all')}>{words.all}</Button>}
          {shown !== here && <Button onClick={() => go(here)}>{words.toThisPage}</Button>}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <article ref={text} tabIndex={0} aria-label={words.title}>
          {isFinding && <FindingList word={word} findings={findings} onGo={go} />}
          {!isFinding && shown === 'all' && <SectionList here={here} onGo={go} />}
          {!isFinding && shown !== 'all' && (
            <>
              <h2>
                {sections[shown].title} {shown === here && <small>{words.thisPage}</small>}
              </h2>
              <SectionText section={sections[shown]} onGo={go} />
            </>
          )}
        </article>
      </div>
    </Drawer>
  );
}

/** How much of what is seen a key goes on by, while the keys are in the field above the text. */
const SCROLLS: Readonly<Record<string, number>> = { ArrowDown: 0.1, ArrowUp: -0.1, PageDown: 0.9, PageUp: -0.9 };

/** Whoever reads does not sign: keys of a form or dialog under the manual rest. The search takes its place, and the window can be locked. */
const keepFromForms = (onClose: () => void) => (event: KeyboardEvent) => {
  if (!event.ctrlKey && !event.metaKey) return;
  const key = event.key.toLowerCase();
  if (key === 'k') onClose();
  else if (key !== 'l') event.stopPropagation();
};

/** Every section in the order of the office's day. */
function SectionList({ here, onGo }: { here: SectionId; onGo: (id: SectionId) => void }) {
  const { words, sections } = useManual();
  return (
    <>
      <h2>{words.all}</h2>
      <ul className="manual-list">
        {SECTIONS.map(({ id }) => (
          <li key={id}>
            <button type="button" className="manual-link" onClick={() => onGo(id)}>
              {sections[id].title}
            </button>{' '}
            {id === here && <small>{words.thisPage}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
