import './calendar.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { CalendarYear } from '../../../shared/api/calendar.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { useDraft } from '../../app/session.store';
import { useMay } from '../../app/use-may';
import { useRulesArea } from '../../ui/areas';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { thenFocus } from '../../ui/then-focus';
import { useKeys } from '../../ui/use-keys';
import { useDeclareYear, useKnownYears, useToday, useYear } from './calendar.queries';
import { DayForm } from './DayForm';
import { NoticeDialog } from './NoticeDialog';
import { YearInWords } from './YearInWords';
import { YearPicture } from './YearPicture';

/** Years that the program reckons with. */
const FIRST = 1980;
const LAST = 2200;

export function CalendarPage() {
  const today = useToday();
  const [params] = useSearchParams();
  if (!today) return null;
  const asked = Number(params.get('year')) || Number(today.slice(0, 4));
  const year = Math.min(Math.max(asked, FIRST), LAST);
  return <Year today={today} year={year} />;
}

/** Answers: which days does the office work, and up to which year is that known? */
function Year({ today, year }: { today: Day; year: number }) {
  const { t } = useTranslation('calendar');
  const navigate = useNavigate();
  const manages = useMay()('calendar.manage');
  const { data: shown } = useYear(year);
  const [stood, setStood] = useState(today);
  const [open, setOpen] = useState<'day' | 'notice'>();
  const [done, setDone] = useState<string>();
  const { draft, keep, drop } = useDraft('notice', '');
  const at = stood.startsWith(`${year}-`) ? stood : `${year}-01-01`;
  const showYear = (to: number) => navigate(`/calendar?year=${to}`, { replace: true });
  const goTo = (day: Day) => {
    setStood(day);
    if (!day.startsWith(`${year}-`)) void showYear(Number(day.slice(0, 4)));
  };
  const begin = (what: 'day' | 'notice') => {
    setDone(undefined);
    setOpen(what);
  };
  const close = () =>
    thenFocus(
      () => setOpen(undefined),
      () => document.querySelector<HTMLElement>('.year-picture [tabindex="0"]'),
    );
  useKeys({
    pageup: () => showYear(year - 1),
    pagedown: () => showYear(year + 1),
    ...(manages && { 'ctrl+n': () => begin('notice') }),
    escape: () => navigate(-1),
  });
  const area = useRulesArea();
  if (!shown) return null;
  const words = (recomputed: number) => t('state--written', { count: recomputed });
  return (
    <div className="page">
      <PageHead title={t('title--calendar')} aside={t('label--year', { year: shown.year })} area={area}>
        <Lead shown={shown} />
      </PageHead>
      <CalendarBar shown={shown} onYear={showYear} onNotice={manages ? () => begin('notice') : undefined} />
      <div className="split calendar-split">
        <div className="page-scroll">
          <YearPicture
            shown={shown}
            today={today}
            at={at}
            onGo={goTo}
            onOpen={manages ? () => begin('day') : undefined}
          />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <aside className="side" tabIndex={0} aria-label={t('title--inWords')}>
          {done && (
            <p className="calendar-done" role="status">
              {done}
            </p>
          )}
          <h2>{t('title--inWords')}</h2>
          {shown.days.length > 0 ? <YearInWords days={shown.days} /> : <p className="quiet">{t('hint--noDays')}</p>}
        </aside>
      </div>
      {open === 'day' && (
        <DayForm
          key={at}
          day={at}
          special={shown.days.find(({ day }) => day === at)}
          onDone={(recomputed) => {
            setDone(words(recomputed));
            close();
          }}
          onClose={close}
        />
      )}
      {open === 'notice' && (
        <NoticeDialog
          year={year}
          text={draft}
          onType={keep}
          onDone={(taken) => {
            drop();
            setDone(words(taken.recomputed));
            void showYear(taken.year);
            close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}

function Lead({ shown: { year, source, days } }: { shown: CalendarYear }) {
  const { t } = useTranslation('calendar');
  const { data: known } = useKnownYears();
  const off = days.filter(({ kind }) => kind === 'holiday').length;
  return (
    <>
      {source ? (
        t('lead--known', { year, off, on: days.length - off, source: t(`source--${source}`) })
      ) : (
        <span className="amber">{t('lead--unknown', { year })}</span>
      )}
      {known && known.knownUntilYear > 0 && t('lead--knownUntil', { year: known.knownUntilYear })}
    </>
  );
}

interface CalendarBarProps {
  shown: CalendarYear;
  onYear: (year: number) => void;
  onNotice: (() => void) | undefined;
}

function CalendarBar({ shown: { year, source }, onYear, onNotice }: CalendarBarProps) {
  const { t } = useTranslation('calendar');
  const declare = useDeclareYear();
  const known = source !== undefined;
  return (
    <div className="bar">
      <Button disabled={year <= FIRST} onClick={() => onYear(year - 1)}>
        {t('action--yearBefore')} <Kbd>PgUp</Kbd>
      </Button>
      <Button disabled={year >= LAST} onClick={() => onYear(year + 1)}>
        {t('action--yearAfter')} <Kbd>PgDn</Kbd>
      </Button>
      {onNotice && (
        <>
          <Button type="primary" onClick={onNotice}>
            {t('action--pasteNotice')} <Kbd>Ctrl N</Kbd>
          </Button>
          <Button loading={declare.isPending} onClick={() => declare.mutate({ year, known: !known })}>
            {t(known ? 'action--declareUnknown' : 'action--declareKnown', { year })}
          </Button>
        </>
      )}
      <TakeAlong list={{ name: 'specialDays', year }} />
      <span className="bar-end small calendar-legend">
        <b className="day-mark holiday">{t('mark--holiday')}</b> {t('kind--holiday')}
        <b className="day-mark workday">{t('mark--workday')}</b> {t('kind--workday')}
      </span>
    </div>
  );
}
