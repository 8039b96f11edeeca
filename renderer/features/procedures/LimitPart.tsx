import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { LIMIT_UNITS, type Limit } from '../../../shared/complaint/procedure';
import { Labelled } from '../../ui/Labelled';
import type { PartProps } from './BasicsPart';
import { replaced } from './procedure-draft';
import { WhenFields } from './WhenFields';

const PROMISED = 'promised';

/** One limit: from which step or day to which step, how long, and in which cases. */
export function LimitPart({ its, limit, begins, onChange }: PartProps & { limit: Limit; begins: boolean }) {
  const { t } = useTranslation('procedures');
  const set = (next: Limit) => onChange(replaced(its, 'limit', next));
  const change = (some: Partial<Limit>) => set({ ...limit, ...some });
  const id = `limit-${limit.code}`;
  const daysOf = (code: string | undefined) =>
    its.steps.find((step) => step.code === code)?.fields.filter(({ type }) => type === 'day') ?? [];
  const [registration] = its.steps;
  const fromStep = 'step' in limit.from ? limit.from.step : registration?.code;
  const { count, promised, ...rest } = limit;
  /** A number of units, or the day that was promised: one of the two. */
  const measure = (unit: string) => {
    const found = LIMIT_UNITS.find((one) => one === unit);
    const day = daysOf(fromStep)[0]?.code ?? '';
    set(found ? { ...rest, count: count ?? 1, unit: found } : { ...rest, promised: day });
  };
  return (
    <>
      <Labelled id={`${id}-title`} label={t('what--title')}>
        <Input
          id={`${id}-title`}
          autoFocus={begins}
          maxLength={60}
          value={limit.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Labelled>
      <div className="pair">
        <Labelled id={`${id}-from`} label={t('what--from')}>
          <Select
            id={`${id}-from`}
            value={JSON.stringify(limit.from)}
            options={[
              ...its.steps.map(({ code, title }) => ({ value: JSON.stringify({ step: code }), label: title })),
              ...daysOf(registration?.code).map(({ code, title }) => ({
                value: JSON.stringify({ day: code }),
                label: t('text--dayOf', { title }),
              })),
            ]}
            onChange={(from: string) => change({ from: JSON.parse(from) as Limit['from'] })}
          />
        </Labelled>
        <Labelled id={`${id}-to`} label={t('what--to')}>
          <Select
            id={`${id}-to`}
            {...(limit.to !== '' && { value: limit.to })}
            options={its.steps.map(({ code, title }) => ({ value: code, label: title }))}
            onChange={(to) => change({ to })}
          />
        </Labelled>
      </div>
      <div className="pair">
        <Labelled id={`${id}-unit`} label={t('what--unit')}>
          <Select
            id={`${id}-unit`}
            value={promised === undefined ? limit.unit : PROMISED}
            options={[...LIMIT_UNITS, PROMISED].map((value) => ({
              value,
              label: t(`unit--${value}` as 'unit--hours'),
            }))}
            onChange={measure}
          />
        </Labelled>
        {promised === undefined ? (
          <Labelled id={`${id}-count`} label={t('what--count')} hint={t('hint--sameDay')}>
            <InputNumber
              id={`${id}-count`}
              value={count ?? null}
              onChange={(value) => set(value === null ? rest : { ...rest, count: value })}
            />
          </Labelled>
        ) : (
          <Labelled id={`${id}-promised`} label={t('what--promised')}>
            <Select
              id={`${id}-promised`}
              {...(promised !== '' && { value: promised })}
              options={daysOf(fromStep).map(({ code, title }) => ({ value: code, label: title }))}
              onChange={(day: string) => set({ ...rest, promised: day })}
            />
          </Labelled>
        )}
      </div>
      <h3>{t('title--when')}</h3>
      <WhenFields
        id={id}
        its={its}
        when={limit.when}
        earlier={its.steps.length}
        onChange={(when) => {
          const { when: _, ...others } = limit;
          set(when ? { ...others, when } : others);
        }}
      />
    </>
  );
}
