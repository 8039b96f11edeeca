import {
  BookOutlined,
  FileSearchOutlined,
  InboxOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useDeskCount, useOpenHandoverCount } from './frame.queries';
import { useMay } from './use-may';

/** Where one can go; what the person may not see is not shown. */
export function Rail() {
  const { t } = useTranslation('app');
  const may = useMay();
  const staff = may('people.manage') || may('permission.manage');
  return (
    <nav className="rail" aria-label={t('label--pages')}>
      <Entry to="/" icon={<InboxOutlined />} word={t('title--desk')} count={<DeskCount />} />
      {may('ledger.read') && <Entry to="/ledger" icon={<BookOutlined />} word={t('title--ledger')} />}
      {may('dossier.read') && (
        <Entry to="/handover" icon={<SwapOutlined />} word={t('title--handovers')} count={<HandoverCount />} />
      )}
      {may('client.read') && <Entry to="/clients" icon={<TeamOutlined />} word={t('title--clients')} />}
      <hr />
      {may('audit.read') && <Entry to="/audit" icon={<FileSearchOutlined />} word={t('title--audit')} />}
      {staff && <Entry to="/people" icon={<UserOutlined />} word={t('title--people')} />}
      <Entry to="/settings" icon={<SettingOutlined />} word={t('title--settings')} />
    </nav>
  );
}

interface EntryProps {
  to: string;
  icon: ReactNode;
  word: string;
  count?: ReactNode;
}

function Entry({ to, icon, word, count }: EntryProps) {
  return (
    <NavLink to={to} end={to === '/'}>
      {icon}
      {word}
      {count}
    </NavLink>
  );
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
