import type { TitleRow } from '../../../../shared/api/title.contract';
import type { TitleFields } from '../../../../shared/api/title-fields';
import type { Written } from '../../../../shared/api/title-move.contract';
import { useActs, useStaff } from '../titles.queries';
import type { SignedValues, Signing, Told } from './SignedForm';
import { type SafeAct, takenBy } from './safe-acts';

/** What is typed for an act; each act has some of it. */
export interface ActValues extends SignedValues {
  party?: string;
  dueOn?: string;
  /** `home`: each where it lay before. */
  compartmentId?: number | 'home';
  projectId?: number;
  /** By title: how many pieces, from which compartment. */
  quantity?: Record<string, number | undefined>;
  from?: Record<string, number | undefined>;
  becomes?: Omit<TitleFields, 'valueFen' | 'issuedOn' | 'expiresOn'> & {
    yuan?: number;
    issuedOn?: string;
    expiresOn?: string;
  };
}

/** Asks main for what was typed. */
export function useActInput(act: SafeAct, rows: readonly TitleRow[]) {
  const acts = useActs();
  const { data: staff = [] } = useStaff();
  const run = (typed: ActValues & Signing, told: Told<Written & { titleId?: number }>) => {
    const { reason, basis, remarks, movedOn, secondId, signatures, party = '', dueOn = '' } = typed;
    const shared = {
      ...{ reason, basis, secondId, signatures },
      ...(remarks && { remarks }),
      ...(movedOn && { movedOn }),
    };
    const partyStaffId = staff.find(({ name }) => name === party)?.id;
    const out = { ...shared, party, dueOn, ...(partyStaffId !== undefined && { partyStaffId }) };
    const compartmentId = typeof typed.compartmentId === 'number' ? typed.compartmentId : 0;
    switch (act) {
      case 'sendToRegistry':
        return acts.sendToRegistry.mutate({ ...out, pieces: piecesOf(act, rows, typed) }, told);
      case 'giveBack':
      case 'takeBack':
        return acts[act].mutate({ ...shared, pieces: backPiecesOf(act, rows, typed) }, told);
      case 'move':
        return acts.move.mutate({ ...shared, pieces: piecesOf(act, rows, typed), compartmentId }, told);
      case 'release':
        return acts.release.mutate({ ...shared, titleIds: rows.map(({ id }) => id), party }, told);
      case 'remortgage': {
        const titleIds = rows.map(({ id }) => id);
        return acts.remortgage.mutate({ ...shared, titleIds, projectId: typed.projectId ?? 0 }, told);
      }
      case 'exchange': {
        const becomes = becomesOf(typed);
        const place = compartmentId > 0 && becomes.storage === 'paper' ? { compartmentId } : {};
        return acts.exchange.mutate({ ...shared, party, titleId: rows[0]?.id ?? 0, becomes, ...place }, told);
      }
    }
  };
  const { isPending, error } = acts[act];
  return { run, isPending, error };
}

/** Pieces that go: all of them, unless fewer were typed. */
function piecesOf(act: SafeAct, rows: readonly TitleRow[], typed: Pick<ActValues, 'quantity' | 'from'>) {
  return rows.map((row) => {
    const compartmentId = typed.from?.[row.id];
    const there = takenBy(act, row)
      .filter((its) => compartmentId === undefined || its.compartmentId === compartmentId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const quantity = typed.quantity?.[row.id];
    return {
      titleId: row.id,
      ...(quantity !== undefined && quantity !== there && { quantity }),
      ...(compartmentId !== undefined && { compartmentId }),
    };
  });
}

/** What comes back, each to where it lay before or all into one compartment. */
function backPiecesOf(act: SafeAct, rows: readonly TitleRow[], typed: ActValues) {
  return piecesOf(act, rows, { quantity: typed.quantity }).map(({ titleId, quantity }, index) => {
    const row = rows[index];
    const home = row && takenBy(act, row)[0]?.homeId;
    const compartmentId = typeof typed.compartmentId === 'number' ? typed.compartmentId : (home ?? 0);
    return { titleId, compartmentId, ...(quantity !== undefined && { quantity }) };
  });
}

function becomesOf({ becomes }: ActValues): TitleFields {
  const { yuan, issuedOn, expiresOn, ...fields } = becomes ?? ({} as NonNullable<ActValues['becomes']>);
  return {
    ...fields,
    remarks: fields.remarks ?? '',
    issuedBy: fields.issuedBy ?? '',
    ...(issuedOn && { issuedOn }),
    ...(expiresOn && { expiresOn }),
    ...(yuan !== undefined && { valueFen: Math.round(yuan * 100) }),
  };
}
