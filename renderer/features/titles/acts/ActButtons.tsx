import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TitleAct } from '../../../../shared/api/title.contract';
import { Kbd } from '../../../ui/Kbd';
import { useKeys } from '../../../ui/use-keys';
import { ACT_KEYS } from './safe-acts';

/** A button and a key for each act that can be done now. */
export function ActButtons<A extends TitleAct>({ acts, onAct }: { acts: readonly A[]; onAct: (act: A) => void }) {
  const { t } = useTranslation('titles');
  useKeys(Object.fromEntries(acts.map((act) => [`alt+${ACT_KEYS[act].toLowerCase()}`, () => onAct(act)])));
  return acts.map((act) => (
    <Button key={act} onClick={() => onAct(act)}>
      {t(`act--${act}`)} <Kbd>{`Alt ${ACT_KEYS[act]}`}</Kbd>
    </Button>
  ));
}
