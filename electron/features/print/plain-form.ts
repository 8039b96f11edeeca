import { AppError } from '../../../shared/api/errors';
import type { PlainList } from '../../../shared/api/export.contract';
import { type FormData, type FormFrame, MOST_LEDGER_ROWS, type Subject } from '../../../shared/api/print.contract';
import type { SignedInContext } from '../../ipc/context';
import type { Shown } from './shown';

/** A list on paper is whole: one that is too long is refused, not cut. */
export const demandShort = (total: number, reason: string): void => {
  if (total > MOST_LEDGER_ROWS) throw new AppError('conflict', reason, { count: total, most: MOST_LEDGER_ROWS });
};

const PERSONS = ['borrowerId', 'actorId', 'responsibleId', 'staffId'];

/** How what a list was narrowed to is called, where it is named by a number. */
function namesIn({ staffNameOf, safes, checklistNameOf }: Shown, asked: PlainList): Record<string, string> {
  const ways = new Map<string, (id: number) => string | undefined>([
    ...PERSONS.map((key) => [key, staffNameOf] as const),
    ['safeId', (id) => safes.one(id).name],
    ...(asked.name === 'checklist' ? [['id', checklistNameOf] as const] : []),
  ]);
  return Object.fromEntries(
    Object.entries(asked).flatMap(([key, id]) => {
      const way = ways.get(key);
      return way === undefined || id === undefined ? [] : [[key, way(Number(id)) ?? String(id)]];
    }),
  );
}

/** A list without a form of its own, with the columns with which it is taken along. */
export function plainForm(
  shown: Shown,
  { form, asked }: Extract<Subject, { form: 'office-list' }>,
  frame: FormFrame,
  ctx: SignedInContext,
): FormData {
  const { total, ...list } = shown.plainOf(asked, MOST_LEDGER_ROWS, ctx);
  demandShort(total, 'listTooLongToPrint');
  const counted = asked.name === 'countedComplaints' ? shown.complaints.namesOf(asked, ctx) : {};
  return { form, frame, asked, names: { ...namesIn(shown, asked), ...counted }, list };
}
