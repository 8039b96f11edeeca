import type { Position } from '../api/people.contract';
import type { Procedure } from './procedure';

/** `notYet`: a copy that nobody has put into force. */
export type ProcedureState = 'inUse' | 'notYet' | 'retired';

/** A procedure in its newest version, for whoever looks after them. */
export interface ManagedProcedure {
  id: number;
  firstId: number;
  version: number;
  title: string;
  source: string;
  state: ProcedureState;
  steps: number;
  limits: number;
  madeOn: string;
  madeBy?: string;
  openCases: number;
}

export interface ProcedureVersionRow {
  id: number;
  version: number;
  madeOn: string;
  madeBy?: string;
  /** Put into force by signature. */
  signed: boolean;
  /** Open cases that run by just this version. */
  openCases: number;
}

/** One version, with all the others and what is needed to edit it. */
export interface EditedProcedure extends ManagedProcedure {
  definition: Procedure;
  /** The newest first. */
  versions: ProcedureVersionRow[];
  /** What the version before said; absent for the first. */
  before?: Procedure;
  /** Who has which position now. */
  holders: { position: Position; names: string[] }[];
}
