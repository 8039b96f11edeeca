import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { InputOf } from '../../shared/api/contract';
import type { importing } from '../../shared/api/import.contract';
import { textRows, workbookOf } from '../unit/spreadsheet/made-files';
import type { Office } from './office';

export type Plan = InputOf<typeof importing.write>['plan'];

/** Lays a small ledger in the data folder, as the file that the next dialog answers with. */
export function layLedger(office: Office, rows: readonly (readonly string[])[]): void {
  const path = join(office.dataDir, 'ledger.xlsx');
  const head = ['档号', '题名', '客户', '合同号', 'A角', 'B角', '归档日期', '存放位置', '业务类型'];
  writeFileSync(path, workbookOf({ sheets: { 台账: textRows([head, ...rows]) } }));
  office.chosenFiles = [path];
}

/** The rows of such a ledger, numbered from `from`. */
export const oldRows = (from: number, count: number): string[][] =>
  Array.from({ length: count }, (_, i) => {
    const no = String(from + i).padStart(3, '0');
    return [
      `旧${no}号`,
      `旧卷${no}`,
      '松江五金商行',
      `旧合${no}`,
      '顾行简',
      '罗书意',
      '2019-03-09',
      '旧库 1柜 2层 3盒',
      '借款',
    ];
  });

/** What the program makes of the file that a window has read, as the window would send it back. */
export async function guessedPlan(office: Office, windowId = 1): Promise<Plan> {
  const reply = await office.reply('import.opened', {}, windowId);
  const file = (reply.ok ? reply.data : null) as {
    sheet: number;
    sheets: { guess: Plan & { remembered: boolean } }[];
  } | null;
  const { remembered: _, ...guess } = file?.sheets[file.sheet]?.guess ?? {
    headingRow: 1,
    columns: [],
    remembered: false,
  };
  return { ...guess, sheet: file?.sheet ?? 0 };
}

/** Until search finds everything that was brought in. */
export async function caughtUp(office: Office): Promise<void> {
  while ((await office.call('search.behind', {})).left > 0) await setImmediate();
}
