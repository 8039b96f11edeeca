import { asRead, type Finding } from './find';
import type { SectionId } from './sections';
import { useManual } from './use-manual';

interface FindingListProps {
  word: string;
  findings: readonly Finding[];
  onGo: (id: SectionId) => void;
}

/** Where the manual says a word: the section, and the sentence that says it. */
export function FindingList({ word, findings, onGo }: FindingListProps) {
  const { words, sections } = useManual();
  if (findings.length === 0) return <p role="status">{words.nothing.replace('{word}', word.trim())}</p>;
  return (
    <ul className="manual-findings">
      {findings.map(({ id, said }) => (
        <li key={id}>
          <button type="button" className="manual-link" onClick={() => onGo(id)}>
            {sections[id].title}
          </button>
          {said !== undefined && (
            <p>
              <Marked text={asRead(said, sections)} word={word.trim()} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The word stands out in the text, where it is said first. */
function Marked({ text, word }: { text: string; word: string }) {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0) return text;
  const end = at + word.length;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  );
}
