import type { PenaltyState } from '../../../shared/api/penalty.contract';
import type { Tone } from '../../ui/StateWord';

export const STATE_TONES: Readonly<Record<PenaltyState, Tone>> = {
  proposed: 'wait',
  decided: 'done',
  refused: 'plain',
  withdrawn: 'plain',
};
