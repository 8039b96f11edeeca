import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldsOf, type Procedure, type When } from '../../../shared/complaint/procedure';
import { Labelled } from '../../ui/Labelled';
import { useProcedureWords } from './use-procedure-words';

interface WhenFieldsProps {
  id: string;
  its: Procedure;
  when: When | undefined;
  /** How many of the first steps may be asked what they say. */
  earlier: number;
  onChange: (when: When | undefined) => void;
}

type Says = NonNullable<When['says']>;

/** Everything that a step before can have said for good: yes or no, or one of its choices. */
function sayable(its: Procedure, earlier: number): Says[] {
  return its.steps.slice(0, earlier).flatMap((step) =>
    fieldsOf(step).flatMap(({ code, type, choices }): Says[] => {
      const says = (is: string | boolean) => ({ step: step.code, field: code, is });
      if (type === 'yes') return [says(true), says(false)];
      return type === 'choice' ? (choices ?? []).map((one) => says(one.code)) : [];
    }),
  );
}

const ANY = 'any';

/** Only in these cases; what is left open holds always. */
export function WhenFields({ id, its, when = {}, earlier, onChange }: WhenFieldsProps) {
  const { t } = useTranslation('procedures');
  const { saysWords } = useProcedureWords(its);
  const change = (next: When) => onChange(Object.keys(next).length > 0 ? next : undefined);
  const set = <K extends keyof When>(key: K, value: When[K] | undefined) => {
    const { [key]: _, ...others } = when;
    change(value === undefined ? others : { ...others, [key]: value });
  };
  const says = sayable(its, earlier);
  const keyOf = (one: Says) => JSON.stringify([one.step, one.field, one.is]);
  return (
    <>
      <div className="procedure-three">
        {(['major', 'urgent', 'justified'] as const).map((name) => (
          <Labelled key={name} id={`${id}-${name}`} label={t(`when--${name}`)}>
            <Select
              id={`${id}-${name}`}
              value={when[name] === undefined ? ANY : String(when[name])}
              options={[
                { value: ANY, label: t('when--any') },
                { value: 'true', label: t(`when--${name}-yes`) },
                { value: 'false', label: t(`when--${name}-no`) },
              ]}
              onChange={(value: string) => set(name, value === ANY ? undefined : value === 'true')}
            />
          </Labelled>
        ))}
      </div>
      <div className="pair">
        <Labelled id={`${id}-kinds`} label={t('when--ofKinds')} hint={t('hint--allKinds')}>
          <Select
            id={`${id}-kinds`}
            mode="multiple"
            value={when.kinds ?? []}
            options={its.kinds.map(({ code, title }) => ({ value: code, label: title }))}
            onChange={(kinds: string[]) => set('kinds', kinds.length > 0 ? kinds : undefined)}
          />
        </Labelled>
        <Labelled id={`${id}-says`} label={t('when--ifSays')}>
          <Select
            id={`${id}-says`}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            {...(when.says && { value: keyOf(when.says) })}
            options={says.map((one) => ({ value: keyOf(one), label: saysWords(one) }))}
            onChange={(key: string | undefined) =>
              set(
                'says',
                says.find((one) => keyOf(one) === key),
              )
            }
          />
        </Labelled>
      </div>
    </>
  );
}
