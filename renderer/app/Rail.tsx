import {
  BookOutlined,
  CheckSquareOutlined,
  CommentOutlined,
  InboxOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SaveOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import type { AreaPage } from '../ui/AreaNav';
import { useHandoverArea, useLedgerArea, useRulesArea, useSettingsArea, useTitlesArea } from '../ui/areas';
import { useKeys } from '../ui/use-keys';
import { useDeskCount, useOpenHandoverCount } from './frame.queries';
import { useMay } from './use-may';

/** Where one can go, at most ten places; what the person may not see is not shown. Alt with 1 to 9 and 0 goes to the entry of that place. */
export function Rail() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { daily, rare } = useEntries();
  const all = [...daily, ...rare];
  const keyOf = (entry: Entry) => `Alt+${(all.indexOf(entry) + 1) % 10}`;
  useKeys(Object.fromEntries(all.map((entry) => [keyOf(entry).toLowerCase(), () => void navigate(entry.to)])));
  const { pathname } = useLocation();
  const draw = (entry: Entry) => {
    const { to, icon, word, count } = entry;
    const here = isIn(entry, pathname) && { className: 'active', 'aria-current': 'page' as const };
    return (
      <Link key={to} to={to} title={keyOf(entry)} {...here}>
        {icon}
        {word}
        {count}
      </Link>
    );
  };
  return (
    <nav className="rail" aria-label={t('label--pages')}>
      {daily.map(draw)}
      <hr />
      {rare.map(draw)}
    </nav>
  );
}

interface Entry {
  to: string;
  icon: ReactNode;
  word: string;
  count?: ReactNode;
  /** Where its pages are, if not all below `to`. */
  area?: readonly string[];
}

const isIn = ({ to, area = [to] }: Entry, page: string) =>
  area.some((its) => page === its || (its !== '/' && page.startsWith(`${its}/`)));

/** What is opened every day, and what is opened now and then. */
function useEntries(): { daily: Entry[]; rare: Entry[] } {
  const { t } = useTranslation('app');
  const may = useMay();
  const ledger = useLedgerArea();
  const rules = useRulesArea();
  const handovers = useHandoverArea();
  const titles = useTitlesArea();
  const settings = useSettingsArea();
  const first = (pages: readonly AreaPage[], how: Omit<Entry, 'to'>, others: readonly string[] = []): Entry[] =>
    pages.slice(0, 1).map(({ to }) => ({ to, ...how, area: [...pages.map((its) => its.to), ...others] }));
  const shown = (entry: Entry, allowed: boolean) => (allowed ? [entry] : []);
  return {
    daily: [
      { to: '/', icon: <InboxOutlined />, word: t('title--desk'), count: <DeskCount /> },
      ...first(ledger, { icon: <BookOutlined />, word: t('title--ledger') }, ['/dossier']),
      ...first(handovers, { icon: <SwapOutlined />, word: t('title--handovers'), count: <HandoverCount /> }),
      ...first(titles, { icon: <SafetyCertificateOutlined />, word: t('title--titles') }),
      ...shown({ to: '/borrowing', icon: <ReadOutlined />, word: t('title--borrowing') }, may('borrowing.ask')),
      ...shown({ to: '/clients', icon: <TeamOutlined />, word: t('title--clients') }, may('client.read')),
      ...shown({ to: '/complaints', icon: <CommentOutlined />, word: t('title--complaints') }, may('complaint.read')),
    ],
    rare: [
      ...shown({ to: '/backup', icon: <SaveOutlined />, word: t('title--backup') }, may('backup.make')),
      ...first(rules, { icon: <CheckSquareOutlined />, word: t('title--rules') }),
      ...first(settings, { icon: <SettingOutlined />, word: t('title--settings') }),
    ],
  };
}

function DeskCount() {
  const { t } = useTranslation('app');
  const { late, all } = useDeskCount();
  if (late > 0)
    return (
      <i className="late" title={t('hint--lateOnDesk', { count: late })}>
        {late}
      </i>
    );
  return all > 0 ? <i title={t('hint--onDesk', { count: all })}>{all}</i> : null;
}

function HandoverCount() {
  const { t } = useTranslation('app');
  const count = useOpenHandoverCount();
  return count > 0 ? <i title={t('hint--openHandovers', { count })}>{count}</i> : null;
}
