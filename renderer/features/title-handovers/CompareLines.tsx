import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TitleHandoverLine } from '../../../shared/api/title-handover.contract';
import { StateWord } from '../../ui/StateWord';
import { thenFocus } from '../../ui/then-focus';
import { useBeginHere } from '../../ui/use-begin-here';
import { isComposing } from '../../ui/use-keys';
import { agrees, type Found, isCompared } from './compare';
import { Differs } from './Differs';
import { useDifferenceWords } from './use-difference-words';

interface CompareLinesProps {
  lines: readonly TitleHandoverLine[];
  comparable: boolean;
  onFound: (lineId: number, found: Found) => void;
}

/** The certificates, large enough to be compared with those in hand. */
export function CompareLines({ lines, comparable, onFound }: CompareLinesProps) {
  const { t } = useTranslation('titleHandovers');
  const body = useRef<HTMLTableElement>(null);
  const [differing, setDiffering] = useState<{ index: number; quantity: string }>();
  const begin = Math.max(0, comparable ? lines.findIndex((line) => !isCompared(line)) : 0);
  useBeginHere(body, `[data-line="${begin}"]`);
  const lineAt = (index: number) => body.current?.querySelector<HTMLElement>(`[data-line="${index}"]`);
  const goTo = (index: number) => lineAt(index)?.focus();
  const press = (event: KeyboardEvent, index: number) => {
    const line = lines[index];
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent) || !line) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: lines.length - 1 };
    const step = steps[event.key];
    if (step !== undefined) goTo(Math.min(Math.max(0, step), lines.length - 1));
    else if (!comparable) return;
    else if (event.key === ' ' || event.key === 'Enter') {
      onFound(line.id, { nameAgrees: true, numberAgrees: true, quantityFound: line.quantity, remark: '' });
      goTo(Math.min(index + 1, lines.length - 1));
    } else if (event.key === 'F2' || /^\d$/.test(event.key))
      setDiffering({ index, quantity: event.key === 'F2' ? String(line.quantityFound ?? line.quantity) : event.key });
    else return;
    event.preventDefault();
  };
  const close = (index: number) =>
    thenFocus(
      () => setDiffering(undefined),
      () => lineAt(index),
    );
  return (
    <table className="rows compare-lines" ref={body} aria-label={t('label--compare')}>
      <thead>
        <tr>
          <th className="n">{t('label--row')}</th>
          <th>{t('label--column-name')}</th>
          <th>{t('label--column-certificateNo')}</th>
          <th className="n">{t('label--column-quantity')}</th>
          <th>{t('label--found')}</th>
        </tr>
      </thead>
      {lines.map((line, index) => (
        <tbody key={line.id}>
          <tr
            tabIndex={index === begin ? 0 : -1}
            data-line={index}
            className={stateOf(line)}
            onKeyDown={(event) => press(event, index)}
          >
            <td className="n quiet">{line.ordinal}</td>
            <td>
              <b>{line.name}</b>
              <small>
                {t(`titleKind--${line.kind}`)} · {line.owner}
              </small>
            </td>
            <td>
              <b>{line.certificateNo}</b>
              {line.storage === 'electronic' && <small>{t('hint--noStorage')}</small>}
              {line.remarks && <small>{line.remarks}</small>}
            </td>
            <td className="n">
              <b>{line.quantity}</b>
            </td>
            <td>
              <FoundWords line={line} />
              {comparable && (
                <button
                  type="button"
                  className="compare-differs"
                  tabIndex={-1}
                  onClick={() => setDiffering({ index, quantity: String(line.quantityFound ?? line.quantity) })}
                >
                  {t('action--differs')}
                </button>
              )}
            </td>
          </tr>
          {differing?.index === index && (
            <tr className="compare-form">
              <td />
              <td colSpan={4}>
                <Differs
                  line={line}
                  quantity={differing.quantity}
                  onNote={(found) => {
                    onFound(line.id, found);
                    close(Math.min(index + 1, lines.length - 1));
                  }}
                  onClose={() => close(index)}
                />
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

const stateOf = (line: TitleHandoverLine): string | undefined =>
  isCompared(line) ? (agrees(line) ? 'compare-agrees' : 'compare-wrong') : undefined;

function FoundWords({ line }: { line: TitleHandoverLine }) {
  const { t } = useTranslation('titleHandovers');
  const words = useDifferenceWords();
  if (!isCompared(line)) return <StateWord tone="plain">{t('state--open')}</StateWord>;
  return (
    <>
      <StateWord tone={agrees(line) ? 'done' : 'late'}>{agrees(line) ? t('state--agrees') : words(line)}</StateWord>
      {agrees(line) && line.checkRemark && <small>{line.checkRemark}</small>}
      {line.titleId !== undefined && (
        <small>
          <Link to={`/titles/${line.titleId}`}>{t('label--titleLink')}</Link>
        </small>
      )}
    </>
  );
}
