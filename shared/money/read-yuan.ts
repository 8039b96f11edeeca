import { halfWidth } from '../entry/read-entry';

const AMOUNT = /^(\d+(?:\.\d+)?)(万|亿)?$/;
const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
const MOST = 100_000_000_000;

/**
 * An amount in yuan as people type it: 1,800,000.00, ￥1800000元, 180万. `null` for anything else: to leave out what is no digit
 * would make 180 yuan of the last.
 */
export function readYuan(entry: string): number | null {
  const plain = halfWidth(entry)
    .replace(/[,，¥￥\s]/g, '')
    .replace(/元$/, '');
  const parts = AMOUNT.exec(plain);
  if (!parts) return null;
  const amount = Math.round(Number(parts[1]) * (TIMES[parts[2] ?? ''] ?? 1) * 100) / 100;
  return amount <= MOST ? amount : null;
}
