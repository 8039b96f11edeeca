import './people.css';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/use-may';
import { useSettingsArea } from '../../ui/areas';
import { PageHead } from '../../ui/PageHead';
import { PermissionTable } from './PermissionTable';
import { useStaff } from './people.queries';
import { StaffSheet } from './StaffSheet';

/** Answers: who works here, and who may do what? */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const may = useMay();
  const { data: staff = [] } = useStaff();
  const active = staff.filter(({ employment }) => employment !== 'left').length;
  const tabs = [
    { key: 'staff', label: t('title--staff'), children: <StaffSheet />, needs: 'people.manage' },
    { key: 'permissions', label: t('title--permissions'), children: <PermissionTable />, needs: 'permission.manage' },
  ] as const;
  return (
    <div className="page">
      <PageHead title={t('title--people')} area={useSettingsArea()}>
        {t('lead--people', { count: active })}
      </PageHead>
      <Tabs
        className="people-tabs"
        items={tabs.filter(({ needs }) => may(needs)).map(({ needs: _needs, ...tab }) => tab)}
      />
    </div>
  );
}
