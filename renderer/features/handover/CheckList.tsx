import { Alert, Button } from 'antd';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/api/handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { LINE_HEIGHT, useLineWindow } from '../../ui/use-line-window';
import { CheckLine } from './CheckLine';
import { useCheckKeys, useFocusedField } from './use-check-keys';
import type { FindingsWork } from './use-findings';

/** The list item by item: Enter agrees with the pages that the list says, another number is a difference. */
export function CheckList({ handover, work }: { handover: HandoverView; work: FindingsWork }) {
  const { t } = useTranslation('handover');
  const { items } = work;
  const { checkable } = handover;
  const { scroller, look, show, first, last } = useLineWindow(items.length, LINE_HEIGHT);
  const begin = checkable ? items.findIndex(({ pagesFound }) => pagesFound === null) : 0;
  const [place, goTo] = useFocusedField(scroller, show, Math.max(0, begin), items.length - 1);
  const { onKey, onFound } = useCheckKeys(work, goTo);
  const onRemark = (index: number, remark: string) => {
    const row = items[index];
    if (row && remark !== row.remark) work.find(row, row.pagesFound, remark);
  };
  useKeptOnLeaving(scroller, (index, field, text) =>
    field === 'found' ? onFound(index, text) : onRemark(index, text),
  );

  return (
    <>
      <NotWritten work={work} />
      <div className="check" ref={scroller} onScroll={look}>
        <table className="check-lines" aria-rowcount={items.length + 1}>
          <CheckHead checkable={checkable} />
          <tbody style={{ height: items.length * LINE_HEIGHT }}>
            {items.slice(first, last).map((row, offset) => (
              <CheckLine
                key={row.item.id}
                row={row}
                index={first + offset}
                checkable={checkable}
                active={checkable && place?.index === first + offset}
                onKey={onKey}
                onFound={(text) => onFound(first + offset, text)}
                onRemark={(remark) => onRemark(first + offset, remark)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="check-keys quiet">{t(checkable ? 'hint--checkKeys' : 'hint--readOnly')}</p>
    </>
  );
}

/** A field that goes with its page is not left first: what stands in it is taken from it, as leaving it would. */
function useKeptOnLeaving(
  scroller: RefObject<HTMLElement | null>,
  keep: (index: number, field: string, text: string) => void,
) {
  const latest = useRef(keep);
  latest.current = keep;
  useLayoutEffect(() => {
    const list = scroller.current;
    const end = () => {
      const field = document.activeElement;
      if (!(field instanceof HTMLInputElement) || !list?.contains(field) || field.value === field.defaultValue) return;
      const [index, name = ''] = (field.dataset.check ?? '').split('-');
      latest.current(Number(index), name, field.value.trim());
    };
    window.addEventListener('beforeunload', end);
    return () => {
      window.removeEventListener('beforeunload', end);
      end();
    };
  }, [scroller]);
}

function NotWritten({ work }: { work: FindingsWork }) {
  const { t } = useTranslation('handover');
  const errorText = useErrorText();
  if (!work.failure) return null;
  const button = (
    <Button size="small" onClick={work.writeAgain}>
      {t('action--writeAgain')}
    </Button>
  );
  return <Alert type="error" title={t('error--notWritten', { why: errorText(work.failure) })} action={button} />;
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
