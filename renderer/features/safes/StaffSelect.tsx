import { Select } from 'antd';
import { useStaff } from './safes.queries';

interface StaffSelectProps {
  id?: string;
  value?: number;
  onChange?: (id: number) => void;
  /** Who cannot be chosen. */
  barred?: readonly number[];
  /** Only whoever is chairman or general manager. */
  executives?: boolean;
  autoFocus?: boolean;
  'aria-label'?: string;
  placeholder?: string;
}

/** Somebody who works here, found by typing a part of the name. */
export function StaffSelect({ barred = [], executives = false, ...field }: StaffSelectProps) {
  const { data = [] } = useStaff();
  const may = data.filter(
    ({ id, employment, positions }) =>
      employment !== 'left' && !barred.includes(id) && (!executives || positions.some((its) => EXECUTIVES.has(its))),
  );
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      options={may.map(({ id, name, department }) => ({ value: id, label: `${name}　${department}` }))}
    />
  );
}

const EXECUTIVES: ReadonlySet<string> = new Set(['chairman', 'generalManager']);
