import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { StaffRow } from '../../../shared/api/people.contract';
import { ExportButton } from '../../ui/ExportButton';
import { Kbd } from '../../ui/Kbd';
import { PrintListButton } from '../../ui/PrintListButton';
import { useKeys } from '../../ui/use-keys';
import { DepartmentForm } from './DepartmentForm';
import { useStaff } from './people.queries';
import { StaffForm } from './StaffForm';
import { StaffTable } from './StaffTable';

type Open = { form: 'staff'; person?: StaffRow } | { form: 'department' };

export function StaffSheet() {
  const { t } = useTranslation('people');
  const { data: staff } = useStaff();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  useKeys({ 'ctrl+n': () => setOpen({ form: 'staff' }) });

  // A hit of the search is a member of staff: ?staff=7 opens his or her sheet.
  const [params, setParams] = useSearchParams();
  const found = staff?.find(({ id }) => id === Number(params.get('staff')));
  useEffect(() => {
    if (!found) return;
    setOpen({ form: 'staff', person: found });
    setParams({}, { replace: true });
  }, [found, setParams]);

  if (!staff) return null;
  return (
    <>
      <div className="bar">
        <Button type="primary" onClick={() => setOpen({ form: 'staff' })}>
          {t('action--engage')} <Kbd>Ctrl N</Kbd>
        </Button>
        <Button onClick={() => setOpen({ form: 'department' })}>{t('action--addDepartment')}</Button>
        <PrintListButton list={{ name: 'staff' }} />
        <ExportButton list={{ name: 'staff' }} />
      </div>
      <StaffTable staff={staff} onOpen={(person) => setOpen({ form: 'staff', person })} />
      {open?.form === 'staff' && <StaffForm key={open.person?.id} known={open.person} onClose={close} />}
      {open?.form === 'department' && <DepartmentForm onClose={close} />}
    </>
  );
}
