import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TitleAct } from '../../../../shared/api/title.contract';
import { Kbd } from '../../../ui/Kbd';
import { useKeys } from '../../../ui/use-keys';
import { ACT_KEYS } from './safe-acts';

interface ActButtonsProps<A extends TitleAct> {
  acts: readonly A[];
  /** They are out on a borrowing slip, and come back there. */
  borrowed: boolean;
  onAct: (act: A) => void;
}

/** A button and a key for each act that can be done now. */
export function ActButtons<A extends TitleAct>({ acts, borrowed, onAct }: ActButtonsProps<A>) {
  const { t } = useTranslation('titles');
  useKeys(Object.fromEntries(acts.map((act) => [`alt+${ACT_KEYS[act].toLowerCase()}`, () => onAct(act)])));
  return acts.map((act) => (
    <Button key={act} onClick={() => onAct(act)}>
      {t(act === 'giveBack' && borrowed ? 'act--giveBackOnSlip' : `act--${act}`)} <Kbd>{`Alt ${ACT_KEYS[act]}`}</Kbd>
    </Button>
  ));
}
