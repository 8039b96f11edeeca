import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LINE_HEIGHT } from '../../ui/use-line-window';
import { type CheckedItem, isDifferent } from './check.rules';

export type CheckField = 'found' | 'remark';

interface CheckLineProps {
  row: CheckedItem;
  index: number;
  checkable: boolean;
  active: boolean;
  onKey: (event: KeyboardEvent<HTMLInputElement>, index: number, field: CheckField) => void;
  onFound: (text: string) => void;
  onRemark: (remark: string) => void;
}

/** One item of the list with what was found of it. */
export function CheckLine(props: CheckLineProps) {
  const { t } = useTranslation('handover');
  const { row, index, checkable, active } = props;
  const { item, pagesFound, unread } = row;
  const different = isDifferent(row);
  const state = different || unread !== undefined ? 'different' : pagesFound === null ? 'open' : 'agreed';
  return (
    <tr
      aria-rowindex={index + 2}
      className={`check-line check-${state}${active ? ' check-active' : ''}`}
      style={{ transform: `translateY(${index * LINE_HEIGHT}px)` }}
    >
      <td className="n">{item.no ?? t('label--annexNo')}</td>
      <td title={item.title.slice(0, 600)}>{item.title.slice(0, 300)}</td>
      <td title={item.documentNo}>{item.documentNo}</td>
      <td>{t(`label--${item.originality}`)}</td>
      <td className="n">{item.copies}</td>
      <td className="n">{item.pages}</td>
      <td className="n check-found">{checkable ? <FoundField {...props} /> : pagesFound}</td>
      <td className="check-remark">
        {unread !== undefined && <span className="late small">{t('error--found')}</span>}
        {different && (
          <span className="late small">{t('state--differs', { expected: item.pages, found: pagesFound ?? 0 })}</span>
        )}
        {checkable ? <RemarkField {...props} /> : <Remarks row={row} />}
      </td>
    </tr>
  );
}

function FoundField({ row: { item, pagesFound, unread }, index, onKey, onFound }: CheckLineProps) {
  const { t } = useTranslation('handover');
  const shown = String(unread ?? pagesFound ?? '');
  return (
    <input
      key={shown}
      data-check={`${index}-found`}
      defaultValue={shown}
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      aria-label={t('label--foundOf', { title: item.title })}
      aria-invalid={unread !== undefined || undefined}
      onKeyDown={(event) => onKey(event, index, 'found')}
      onBlur={(event) => event.target.value !== shown && onFound(event.target.value)}
    />
  );
}

function RemarkField({ row: { item, remark }, index, onKey, onRemark }: CheckLineProps) {
  const { t } = useTranslation('handover');
  return (
    <input
      key={remark}
      data-check={`${index}-remark`}
      defaultValue={remark}
      maxLength={200}
      autoComplete="off"
      aria-label={t('label--remarkOf', { title: item.title })}
      placeholder={item.signatureComplete ? undefined : t('hint--unsigned')}
      onKeyDown={(event) => onKey(event, index, 'remark')}
      onBlur={(event) => onRemark(event.target.value.trim())}
    />
  );
}

/** What was remarked at the check, and in the list itself. */
function Remarks({ row: { item, remark } }: { row: CheckedItem }) {
  const words = [remark, item.remarks].filter(Boolean).join(' · ');
  return <span className={item.signatureComplete ? undefined : 'late'}>{words}</span>;
}
