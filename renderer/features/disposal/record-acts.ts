import type { DisposalView } from '../../../shared/api/disposal.contract';

export const RECORD_ACTS = [
  'approve',
  'refuse',
  'list',
  'destroy',
  'handOut',
  'takeBack',
  'witnesses',
  'withdraw',
] as const;
export type RecordAct = (typeof RECORD_ACTS)[number];

/** What the person can do with the list as it stands. */
export function actsOf(its: DisposalView, mayPrepare: boolean): RecordAct[] {
  const { kind, state } = its;
  const isOpen = state === 'submitted' || (state === 'approved' && kind !== 'appraisal');
  const can: Record<RecordAct, boolean> = {
    approve: its.approvable,
    refuse: its.approvable,
    list: mayPrepare && its.leftToDestroy > 0,
    destroy: mayPrepare && kind === 'destruction' && state === 'approved',
    handOut: mayPrepare && kind === 'transfer' && state === 'approved',
    takeBack: mayPrepare && kind === 'transfer' && state === 'done',
    witnesses: mayPrepare && kind !== 'appraisal' && isOpen,
    withdraw: mayPrepare && isOpen,
  };
  return RECORD_ACTS.filter((act) => can[act]);
}
