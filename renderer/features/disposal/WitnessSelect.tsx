import { Select } from 'antd';
import { useSession } from '../../app/session.store';
import { useColleagues } from './disposal.queries';

interface WitnessSelectProps {
  id?: string;
  value?: number;
  onChange?: (id: number) => void;
  /** Who has a hand in the list otherwise. */
  barred?: readonly number[];
  autoFocus?: boolean;
}

/** Who watches: anybody who works here and neither made, appraised nor approved the list. */
export function WitnessSelect({ barred = [], ...field }: WitnessSelectProps) {
  const me = useSession((session) => session.me?.staffId);
  const { data = [] } = useColleagues();
  const may = data.filter(({ id, employment }) => employment !== 'left' && id !== me && !barred.includes(id));
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      options={may.map(({ id, name, department }) => ({ value: id, label: `${name}　${department}` }))}
    />
  );
}
