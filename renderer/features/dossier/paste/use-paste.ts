import { useState } from 'react';
import type { Part } from '../../../../shared/api/dossier.contract';
import { useDraft } from '../../../app/session.store';
import { thenFocus } from '../../../ui/then-focus';
import type { Row, Rows } from '../grid/volume-draft';
import { type PastedBlock, putIn, type Way } from './pasted-block';

/** A block on its way into a list: kept until it is taken over or dropped, also when its panel is closed or the page left. */
export function usePaste(
  dossierId: number,
  rows: Rows,
  onChange: (rows: Rows) => void,
  grid: () => { focus(): void } | null,
) {
  const { draft: block, keep, drop } = useDraft<PastedBlock | undefined>(`paste/${dossierId}`, undefined);
  const [shown, setShown] = useState(false);
  const close = () => thenFocus(() => setShown(false), grid);
  const dropBlock = () => {
    drop();
    close();
  };
  return {
    block,
    shown: block !== undefined && shown,
    begin: (text: string, part: Part) => {
      keep({ text, part });
      setShown(true);
    },
    goOn: () => setShown(true),
    mend: keep,
    take: (added: Row[], way: Way, rest: PastedBlock | undefined) => {
      onChange(putIn(rows, added, way));
      if (rest) keep(rest);
      else dropBlock();
    },
    drop: dropBlock,
    close,
  };
}
