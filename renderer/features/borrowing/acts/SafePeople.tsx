import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BorrowingLine } from '../../../../shared/api/borrowing-slip.contract';
import { useColleagues, useSafeHolders } from '../borrowing.queries';

export interface SafeTwo {
  custodianId?: number;
  secondId?: number;
}

/** Who opens the safe for the title documents on a slip: holders of its key and its combination. */
export function SafePeople({ value, onChange }: { value: SafeTwo; onChange: (two: SafeTwo) => void }) {
  const { t } = useTranslation('borrowing');
  const { data: safes = [] } = useSafeHolders();
  const holders = new Map(safes.flatMap(({ custody }) => custody).map(({ holderId, holder }) => [holderId, holder]));
  const options = [...holders].map(([id, name]) => ({ value: id, label: name }));
  return (
    <div className="pair borrowing-gap">
      {(['custodianId', 'secondId'] as const).map((name) => (
        <div className="field" key={name}>
          <label htmlFor={name}>{t(`label--${name}`)}</label>
          <Select
            id={name}
            {...(value[name] !== undefined && { value: value[name] })}
            showSearch={{ optionFilterProp: 'label' }}
            options={options}
            onChange={(id: number) => onChange({ ...value, [name]: id })}
          />
        </div>
      ))}
    </div>
  );
}

/** Whom the draft names, else the only ones who hold key and combination of the safes in which these titles lie. */
export function useSafeTwo(lines: readonly BorrowingLine[], draft: SafeTwo): SafeTwo {
  const { data: safes = [] } = useSafeHolders();
  const places = new Set(lines.filter(({ kind }) => kind === 'title').map(({ place }) => place));
  const custody = safes
    .filter((safe) => safe.compartments.some(({ name }) => places.has(`${safe.name} ${name}`)))
    .flatMap((safe) => safe.custody);
  const only = (kind: 'key' | 'combination') => {
    const holders = new Set(custody.filter((its) => its.kind === kind).map(({ holderId }) => holderId));
    return holders.size === 1 ? [...holders][0] : undefined;
  };
  const custodianId = draft.custodianId ?? only('key');
  const secondId = draft.secondId ?? only('combination');
  return { ...(custodianId !== undefined && { custodianId }), ...(secondId !== undefined && { secondId }) };
}

/** The name of somebody by number. */
export function useNameOf() {
  const { data = [] } = useColleagues();
  return (id: number | undefined) => data.find((one) => one.id === id)?.name ?? '';
}
