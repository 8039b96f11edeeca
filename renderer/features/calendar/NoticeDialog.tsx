import { Button, Input, Modal } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeReading } from '../../../shared/api/calendar.contract';
import { useErrorText } from '../../api/use-error-text';
import { Kbd } from '../../ui/Kbd';
import { Refusal } from '../../ui/Refusal';
import { isComposing, useDialog, useKeys } from '../../ui/use-keys';
import { useSettled } from '../../ui/use-settled';
import { useNoticeReading, useTakeNotice } from './calendar.queries';
import { YearInWords } from './YearInWords';

interface NoticeDialogProps {
  /** Counts where the text names no year. */
  year: number;
  text: string;
  onType: (text: string) => void;
  onDone: (taken: { year: number; recomputed: number }) => void;
  onClose: () => void;
}

/** An official notice: pasted on the left, what is read of it on the right, taken over whole or not at all. */
export function NoticeDialog({ year, text, onType, onDone, onClose }: NoticeDialogProps) {
  const { t } = useTranslation('calendar');
  const errorText = useErrorText();
  const { data: reading, error } = useNoticeReading(useSettled(text, 200), year);
  const take = useTakeNotice();
  useDialog();
  const ready = text.trim() !== '' && reading !== undefined && reading.days.length > 0 && reading.unread.length === 0;
  const act = () => ready && take.mutate({ text, year }, { onSuccess: onDone });
  useKeys({ 'ctrl+enter': act }, 'everywhere');
  const actFromField = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const footer = (
    <div className="notice-footer">
      <span className="quiet small">{t('hint--noticeKept')}</span>
      <Button onClick={onClose}>
        {t('action--later')} <Kbd>Esc</Kbd>
      </Button>
      <Button type="primary" disabled={!ready} loading={take.isPending} onClick={act}>
        {t('action--takeNotice', { year: reading?.year ?? year })} <Kbd>Ctrl Enter</Kbd>
      </Button>
    </div>
  );
  return (
    <Modal
      open
      centered
      width={1080}
      title={t('title--notice')}
      onCancel={onClose}
      mask={{ closable: false }}
      closable={false}
      wrapProps={{ onKeyDown: actFromField }}
      footer={footer}
    >
      <div className="notice">
        <Input.TextArea
          autoFocus
          value={text}
          maxLength={20_000}
          aria-label={t('label--notice')}
          placeholder={t('hint--notice')}
          onChange={(event) => {
            take.reset();
            onType(event.target.value);
          }}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="notice-read" aria-live="polite" tabIndex={0} aria-label={t('label--noticeRead')}>
          {text.trim() !== '' && reading && <ReadWords reading={reading} />}
          <Refusal>{errorText(take.error ?? error)}</Refusal>
        </section>
      </div>
    </Modal>
  );
}

function ReadWords({ reading: { year, days, unread, removed } }: { reading: NoticeReading }) {
  const { t } = useTranslation('calendar');
  const off = days.filter(({ kind }) => kind === 'holiday').length;
  if (year === undefined) return <p className="late">{t('lead--noYear')}</p>;
  return (
    <>
      <p>{days.length > 0 ? t('lead--read', { year, off, on: days.length - off }) : t('lead--readNothing')}</p>
      {unread.length > 0 && (
        <>
          <p className="late">{t('lead--unread', { count: unread.length })}</p>
          <ul className="notice-unread">
            {unread.map(({ line, text, fault }) => (
              <li key={`${line} ${text}`}>
                <b>{t('label--line', { line })}</b> {t(`fault--${fault}`)}
                <q>{text}</q>
              </li>
            ))}
          </ul>
        </>
      )}
      {removed > 0 && unread.length === 0 && <p className="amber">{t('lead--removed', { year, count: removed })}</p>}
      <YearInWords days={days} />
    </>
  );
}
