import { readYuan } from '../../shared/money/read-yuan';
import { ReadField, type ReadFieldProps } from './ReadField';
import { yuan } from './yuan';

const grouped = (amount: number | string): string =>
  typeof amount === 'number' ? yuan(Math.round(amount * 100)) : amount;

/** An amount in yuan, typed as people write it. Its form needs `yuanRule`. */
export function YuanField(field: ReadFieldProps<number>) {
  return <ReadField {...field} read={readYuan} show={grouped} />;
}

/** Refuses what a YuanField holds that is no amount. */
export const yuanRule = (message: string) => ({
  validator: (_rule: unknown, amount: number | string | undefined) =>
    typeof amount === 'string' ? Promise.reject(new Error(message)) : Promise.resolve(),
});
