import type { Standing, TitleRow } from '../../../shared/api/title.contract';
import type { RegisterLine, SlipRow } from '../../../shared/api/title-move.contract';
import { type ListColumn, named, own } from './export.columns';
import type { Say } from './say';

/** Where pieces of a title are, each place once: 一号柜 1-1 1；借出 1. */
const where = ({ standings }: TitleRow, say: Say): string =>
  standings
    .map(({ place, safe, compartment, party, quantity }) =>
      [safe && compartment ? `${safe} ${compartment}` : say(`value--to_place.${place}`), party, quantity]
        .filter(Boolean)
        .join(' '),
    )
    .join(say('mark--semicolon'));

const soonest = (standings: readonly Standing[]) =>
  standings
    .map(({ dueOn }) => dueOn)
    .filter((day) => day !== undefined)
    .sort()[0];

/** Titles as they are filtered on their page, with where they are now. */
export const TITLES: readonly ListColumn<TitleRow>[] = [
  own('number', 'text', 20),
  named('kind', 'kind', 24),
  { name: 'titleName', kind: 'text', width: 28, of: (row) => row.name },
  own('certificateNo', 'text', 36),
  { name: 'titleOwner', kind: 'text', width: 20, of: (row) => row.owner },
  { name: 'pieces', kind: 'number', width: 8, of: (row) => row.quantity },
  named('storage', 'storage', 10),
  { name: 'whereNow', kind: 'text', width: 28, of: where },
  { name: 'backBy', kind: 'day', width: 12, of: (row) => soonest(row.standings) },
  own('client', 'text', 32),
  own('contractNo', 'text', 24),
  own('issuedBy', 'text', 24),
  { name: 'certifiedOn', kind: 'day', width: 12, of: (row) => row.issuedOn },
  own('expiresOn', 'day', 12),
  { name: 'value', kind: 'yuan', width: 18, of: (row) => row.valueFen },
  { name: 'enteredOn', kind: 'day', width: 12, of: (row) => row.registeredOn },
  own('remarks', 'text', 30),
];

/** Slips as they are filtered on their page. */
export const SLIPS: readonly ListColumn<SlipRow>[] = [
  own('no', 'text', 22),
  named('kind', 'kind', 14),
  own('movedOn', 'day', 12),
  own('titles', 'number', 8),
  own('pieces', 'number', 8),
  { name: 'because', kind: 'text', width: 32, of: (row) => row.reason },
  own('basis', 'text', 28),
  own('party', 'text', 24),
  { name: 'backBy', kind: 'day', width: 12, of: (row) => row.dueOn },
  own('operator', 'text', 12),
  own('second', 'text', 12),
  own('reversesNo', 'text', 22),
  own('reversedByNo', 'text', 22),
  own('remarks', 'text', 30),
];

/** The register, line by line, with what is there afterwards. */
export const REGISTER: readonly ListColumn<RegisterLine>[] = [
  own('movedOn', 'day', 12),
  own('slipNo', 'text', 22),
  named('slipKind', 'kind', 14),
  own('number', 'text', 20),
  { name: 'titleName', kind: 'text', width: 28, of: (row) => row.name },
  own('certificateNo', 'text', 36),
  { name: 'titleOwner', kind: 'text', width: 20, of: (row) => row.owner },
  { name: 'takenFrom', kind: 'text', width: 16, of: (row) => row.from },
  { name: 'broughtTo', kind: 'text', width: 16, of: (row) => row.to },
  own('came', 'number', 8),
  own('went', 'number', 8),
  own('balance', 'number', 8),
  own('basis', 'text', 28),
  own('party', 'text', 24),
  own('operator', 'text', 12),
  own('second', 'text', 12),
];
