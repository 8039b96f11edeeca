import { Alert, Button } from 'antd';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/api/handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { isComposing } from '../../ui/use-keys';
import { LINE_HEIGHT, useLineWindow } from '../../ui/use-line-window';
import { type CheckField, CheckLine } from './CheckLine';
import { readFound } from './check.rules';
import type { FindingsWork } from './use-findings';

interface Place {
  index: number;
  field: CheckField;
}

/** The list item by item: Enter agrees with the pages that the list says, another number is a difference. */
export function CheckList({ handover, work }: { handover: HandoverView; work: FindingsWork }) {
  const { t } = useTranslation('handover');
  const errorText = useErrorText();
  const { items } = work;
  const { scroller, look, show, first, last } = useLineWindow(items.length, LINE_HEIGHT);
  const [place, goTo] = useFocusedField(
    scroller,
    show,
    handover.checkable
      ? Math.max(
          0,
          items.findIndex(({ pagesFound }) => pagesFound === null),
        )
      : 0,
  );

  const read = (index: number, text: string, agrees: boolean) => {
    const row = items[index];
    if (!row) return undefined;
    const found = agrees && text.trim() === '' ? row.item.pages : readFound(text);
    if (found === undefined) work.keepUnread(row, text);
    else if (found !== row.pagesFound || row.unread !== undefined) work.find(row, found, row.remark);
    return found;
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>, index: number, field: CheckField) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const step = steps[event.key];
    if (event.key === 'Enter' && field === 'found') {
      const found = read(index, event.currentTarget.value, true);
      const differs = found !== undefined && found !== items[index]?.item.pages;
      if (found === undefined) goTo({ index, field });
      else goTo(differs ? { index, field: 'remark' } : { index: index + 1, field: 'found' });
    } else if (event.key === 'Enter') goTo({ index: index + 1, field: 'found' });
    else if (step) goTo({ index: index + step, field });
    else return;
    event.preventDefault();
  };

  return (
    <>
      {work.failure && (
        <Alert
          type="error"
          title={t('error--notWritten', { why: errorText(work.failure) })}
          action={
            <Button size="small" onClick={work.writeAgain}>
              {t('action--writeAgain')}
            </Button>
          }
        />
      )}
      <div className="check" ref={scroller} onScroll={look}>
        <table className="check-lines" aria-rowcount={items.length + 1}>
          <CheckHead checkable={handover.checkable} />
          <tbody style={{ height: items.length * LINE_HEIGHT }}>
            {items.slice(first, last).map((row, offset) => (
              <CheckLine
                key={row.item.id}
                row={row}
                index={first + offset}
                checkable={handover.checkable}
                active={handover.checkable && place?.index === first + offset}
                onKey={onKey}
                onFound={(text) => void read(first + offset, text, false)}
                onRemark={(remark) => remark !== row.remark && work.find(row, row.pagesFound, remark)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="check-keys quiet">{t(handover.checkable ? 'hint--checkKeys' : 'hint--readOnly')}</p>
    </>
  );
}

/** Moves the focus to a field, also to one that is not drawn yet. */
function useFocusedField(scroller: { current: HTMLElement | null }, show: (index: number) => void, begin: number) {
  const [place, setPlace] = useState<Place>();
  const began = useRef(begin);
  useEffect(() => setPlace({ index: began.current, field: 'found' }), []);
  useLayoutEffect(() => {
    if (!place) return;
    show(place.index);
    const focus = () =>
      scroller.current?.querySelector<HTMLInputElement>(`[data-check="${place.index}-${place.field}"]`);
    const field = focus();
    if (field) select(field);
    else requestAnimationFrame(() => requestAnimationFrame(() => select(focus())));
  }, [place, show, scroller]);
  const goTo = (next: Place) => setPlace({ index: Math.max(0, next.index), field: next.field });
  return [place, goTo] as const;
}

function select(field: HTMLInputElement | null | undefined) {
  field?.focus({ preventScroll: true });
  field?.select();
}

function CheckHead({ checkable }: { checkable: boolean }) {
  const { t } = useTranslation('handover');
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className="n">{t('label--order')}</th>
        <th>{t('label--title')}</th>
        <th>{t('label--documentNo')}</th>
        <th>{t('label--originality')}</th>
        <th className="n">{t('label--copies')}</th>
        <th className="n">{t('label--pages')}</th>
        <th className="n">{t('label--found')}</th>
        <th>{t(checkable ? 'label--checkRemark' : 'label--remarks')}</th>
      </tr>
    </thead>
  );
}
