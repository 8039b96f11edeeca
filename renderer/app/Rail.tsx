import {
  BookOutlined,
  CheckSquareOutlined,
  CommentOutlined,
  FileSearchOutlined,
  InboxOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SaveOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import { useHandoverArea, useRulesArea, useTitlesArea } from '../ui/areas';
import { useKeys } from '../ui/use-keys';
import { useDeskCount, useOpenHandoverCount } from './frame.queries';
import { useMay } from './use-may';

/** Where one can go; what the person may not see is not shown. Alt with a digit goes to the entry of that place. */
export function Rail() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { daily, rare } = useEntries();
  const all = [...daily, ...rare];
  useKeys(Object.fromEntries(all.map(({ to }, i) => [`alt+${(i + 1) % 10}`, () => void navigate(to)])));
  const draw = ({ to, icon, word, count }: Entry) => (
    <NavLink key={to} to={to} end={to === '/'} title={`Alt+${(all.findIndex((entry) => entry.to === to) + 1) % 10}`}>
      {icon}
      {word}
      {count}
    </NavLink>
  );
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
}

/** What is opened every day, and what is opened now and then. */
function useEntries(): { daily: Entry[]; rare: Entry[] } {
  const { t } = useTranslation('app');
  const may = useMay();
  const rules = useRulesArea();
  const handovers = useHandoverArea();
  const titles = useTitlesArea();
  const shown = (entry: Entry, allowed: boolean) => (allowed ? [entry] : []);
  return {
    daily: [
      { to: '/', icon: <InboxOutlined />, word: t('title--desk'), count: <DeskCount /> },
      ...shown({ to: '/ledger', icon: <BookOutlined />, word: t('title--ledger') }, may('ledger.read')),
      ...handovers.slice(0, 1).map(({ to }) => ({
        ...{ to, icon: <SwapOutlined />, word: t('title--handovers') },
        count: <HandoverCount />,
      })),
      ...titles.slice(0, 1).map(({ to }) => ({ to, icon: <SafetyCertificateOutlined />, word: t('title--titles') })),
      ...shown({ to: '/borrowing', icon: <ReadOutlined />, word: t('title--borrowing') }, may('borrowing.ask')),
      ...shown({ to: '/clients', icon: <TeamOutlined />, word: t('title--clients') }, may('client.read')),
      ...shown({ to: '/complaints', icon: <CommentOutlined />, word: t('title--complaints') }, may('complaint.read')),
    ],
    rare: [
      ...shown({ to: '/audit', icon: <FileSearchOutlined />, word: t('title--audit') }, may('audit.read')),
      ...shown(
        { to: '/people', icon: <UserOutlined />, word: t('title--people') },
        may('people.manage') || may('permission.manage'),
      ),
      ...shown({ to: '/backup', icon: <SaveOutlined />, word: t('title--backup') }, may('backup.make')),
      ...rules.slice(0, 1).map(({ to }) => ({ to, icon: <CheckSquareOutlined />, word: t('title--rules') })),
      { to: '/settings', icon: <SettingOutlined />, word: t('title--settings') },
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
