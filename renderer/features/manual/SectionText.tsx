import { Fragment, type ReactNode } from 'react';
import type { SectionId } from './sections';
import type { Section } from './texts';
import { useManual } from './use-manual';

/** One section: what the page is for, what one does there, its keys, and what to do when it does not go. */
export function SectionText({ section, onGo }: { section: Section; onGo: (id: SectionId) => void }) {
  const { words } = useManual();
  const { about, tasks, keys = {}, troubles = [] } = section;
  const write = (text: string) => <Written text={text} onGo={onGo} />;
  return (
    <>
      {about.split('\n').map((paragraph) => (
        <p key={paragraph}>{write(paragraph)}</p>
      ))}
      {tasks.map(({ title, steps }) => (
        <Part key={title} title={title}>
          {steps.length === 1 ? (
            <p>{write(steps[0] ?? '')}</p>
          ) : (
            <ol>
              {steps.map((step) => (
                <li key={step}>{write(step)}</li>
              ))}
            </ol>
          )}
        </Part>
      ))}
      {Object.keys(keys).length > 0 && (
        <Part title={words.keys}>
          <dl>
            {Object.entries(keys).map(([key, does]) => (
              <div key={key}>
                <dt>
                  <Key name={key} />
                </dt>
                <dd>{write(does)}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {troubles.length > 0 && (
        <Part title={words.troubles}>
          <ul>
            {troubles.map((trouble) => (
              <li key={trouble}>{write(trouble)}</li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

/** `Ctrl+Enter` as it is drawn on the buttons; `Ctrl+Z Ctrl+Y` are two. */
function Key({ name }: { name: string }) {
  const { words } = useManual();
  return name.split(' ').map((key, at) => (
    <Fragment key={key}>
      {at > 0 && ' '}
      <kbd>{key === 'Space' ? words.space : key.replaceAll('+', ' ')}</kbd>
    </Fragment>
  ));
}

/** A text with its links and keys. */
function Written({ text, onGo }: { text: string; onGo: (id: SectionId) => void }) {
  const { sections } = useManual();
  return text.split(/(\[\w+\]|`[^`]+`)/).map((piece, at) => {
    // The pieces of one text never change their order.
    const place = `${at}`;
    if (piece.startsWith('`')) return <Key key={place} name={piece.slice(1, -1)} />;
    if (!piece.startsWith('[')) return piece;
    const id = piece.slice(1, -1) as SectionId;
    return (
      <button key={place} type="button" className="manual-link" onClick={() => onGo(id)}>
        {sections[id].title}
      </button>
    );
  });
}
