import type { DossierState } from '../../../shared/api/dossier.contract';
import type { ImportPlan } from '../../../shared/api/import.contract';
import type { RowCells } from './row-cells.rules';
import { readState } from './values.rules';

type Cells = Pick<RowCells, 'line' | 'value'> & { plan: ImportPlan };

const isOut = (state: DossierState | undefined): boolean => state === 'lent' || state === 'partlyLent';

/** What is lent stands on the shelf once the person has agreed to that: no slip can be made of a spreadsheet. */
export const onShelfIfAgreed = (state: DossierState, { lent }: ImportPlan): DossierState =>
  isOut(state) && lent === 'onShelf' ? 'received' : state;

/** With whom it was when it came in, for the remarks of a dossier that stands on the shelf for the ledger only. */
export function lentInWords({ plan, line, value }: Cells): string | undefined {
  if (plan.lent !== 'onShelf') return undefined;
  const state = value('state', readState, 'stateUnknown');
  if (!isOut(state)) return undefined;
  const [to, since, until] = [line('lentTo'), line('lentOn'), line('backBy')];
  const about = [to, since && `${since} 借出`, until && `应还 ${until}`].filter(Boolean).join('，');
  const word = state === 'lent' ? '导入时借出' : '导入时部分借出';
  return about === '' ? word : `${word}：${about}`;
}
