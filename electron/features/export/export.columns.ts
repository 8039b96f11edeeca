import type { ClientRow } from '../../../shared/api/client.contract';
import type { DossierItem, Place } from '../../../shared/api/dossier.contract';
import type { ExtensionRow } from '../../../shared/api/extension.contract';
import type { HandoverRow, LatenessRow, StepRow } from '../../../shared/api/handover.contract';
import type { LedgerRow } from '../../../shared/api/ledger.contract';
import type { NumberRow } from '../../../shared/api/number.contract';
import type { StaffRow } from '../../../shared/api/people.contract';
import type { PlaceLine } from '../../../shared/api/place.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import type { StaffHandoverRow } from '../../../shared/api/staff-handover.contract';
import type { SupplementRow } from '../../../shared/api/supplement.contract';
import type { WithWhom } from '../../../shared/records/with-whom';
import type { Cell } from '../../spreadsheet/table';
import type { ListKind } from './export.limits';
import type { Say } from './say';

export interface ListColumn<R> {
  /** Its heading is the word `heading--` and this name. */
  name: string;
  kind: ListKind;
  width: number;
  of(row: R, say: Say): Cell;
}

type Named<R> = { [K in keyof R]-?: R[K] extends Cell ? K : never }[keyof R] & string;

export const own = <R>(name: Named<R>, kind: ListKind, width: number): ListColumn<R> => ({
  name,
  kind,
  width,
  of: (row) => row[name] as Cell,
});
/** A state or kind, in a word of `value--` and this group. */
export const named = <R>(name: Named<R>, group: string, width: number): ListColumn<R> => ({
  name,
  kind: 'text',
  width,
  of: (row, say) => say(`value--${group}.${String(row[name])}`),
});
export const place = (part: keyof Place): ListColumn<{ place?: Place }> => ({
  name: part,
  kind: 'text',
  width: 9,
  of: (row) => row.place?.[part],
});

/** Of what is out: who has it, for whom outside, how many more, since when, until when. */
export const WITH_WHOM: readonly ListColumn<WithWhom>[] = [
  own('lentTo', 'text', 12),
  own('lentFor', 'text', 12),
  own('lentMore', 'number', 10),
  own('lentOn', 'day', 12),
  own('backBy', 'day', 12),
];

export const LEDGER: readonly ListColumn<LedgerRow>[] = [
  own('archiveNo', 'text', 20),
  own('title', 'text', 36),
  own('client', 'text', 32),
  own('className', 'text', 12),
  own('contractNo', 'text', 24),
  own('year', 'number', 8),
  own('volumes', 'number', 8),
  own('items', 'number', 8),
  own('pages', 'number', 8),
  own('aManager', 'text', 12),
  own('bManager', 'text', 12),
  own('keeper', 'text', 12),
  own('receivedOn', 'day', 12),
  own('endedOn', 'day', 12),
  own('retention', 'text', 10),
  own('keepUntil', 'day', 12),
  named('secrecy', 'secrecy', 10),
  place('room'),
  place('cabinet'),
  place('shelf'),
  place('box'),
  named('state', 'state', 14),
  ...WITH_WHOM,
  own('dueOn', 'limit', 12),
  own('lateDays', 'number', 10),
  own('remarks', 'text', 30),
];

/** An item with the number and the pages that it has in its volume. */
export interface VolumeLine extends DossierItem {
  no?: number | undefined;
  pageFrom?: number | undefined;
  pageTo?: number | undefined;
}

export const VOLUME: readonly ListColumn<VolumeLine>[] = [
  named('part', 'part', 18),
  own('volume', 'number', 8),
  own('no', 'number', 8),
  own('title', 'text', 44),
  own('documentNo', 'text', 24),
  own('datedOn', 'day', 12),
  own('responsible', 'text', 24),
  named('originality', 'originality', 10),
  own('copies', 'number', 8),
  own('pages', 'number', 8),
  own('pageFrom', 'number', 8),
  own('pageTo', 'number', 8),
  {
    name: 'signatureComplete',
    kind: 'text',
    width: 10,
    of: (row, say) => say(`value--signature_complete.${row.signatureComplete ? 1 : 0}`),
  },
  own('contractCode', 'text', 24),
  own('remarks', 'text', 30),
];

export const HANDOVERS: readonly ListColumn<HandoverRow>[] = [
  own('no', 'text', 18),
  own('dossier', 'text', 36),
  own('client', 'text', 32),
  named('kind', 'kind', 18),
  own('giver', 'text', 12),
  own('receiver', 'text', 12),
  own('givenOn', 'day', 12),
  own('dueOn', 'limit', 12),
  own('extendedFrom', 'day', 12),
  own('closedOn', 'day', 12),
  named('state', 'state', 12),
  own('lateDays', 'number', 10),
  own('reason', 'text', 36),
];

export const EXTENSIONS: readonly ListColumn<ExtensionRow>[] = [
  own('dossier', 'text', 36),
  own('client', 'text', 32),
  named('step', 'kind', 18),
  own('asker', 'text', 12),
  own('department', 'text', 16),
  own('dueOn', 'limit', 12),
  own('newDueOn', 'day', 12),
  own('reason', 'text', 36),
  own('askedOn', 'day', 12),
  named('state', 'state', 12),
  own('waitingDays', 'number', 10),
  own('decider', 'text', 12),
  own('closedOn', 'day', 12),
  own('answer', 'text', 36),
];

export const SUPPLEMENTS: readonly ListColumn<SupplementRow>[] = [
  own('no', 'text', 18),
  own('dossier', 'text', 36),
  own('client', 'text', 32),
  own('checker', 'text', 12),
  { name: 'personResponsible', kind: 'text', width: 12, of: (row) => row.responsible },
  own('issuedOn', 'day', 12),
  own('dueOn', 'limit', 12),
  own('lines', 'number', 8),
  own('open', 'number', 8),
  own('handedIn', 'number', 8),
  named('state', 'state', 12),
  own('closedOn', 'day', 12),
  own('lateDays', 'number', 10),
];

export const STEPS: readonly ListColumn<StepRow>[] = [
  own('dossier', 'text', 36),
  own('client', 'text', 32),
  named('kind', 'kind', 18),
  own('staff', 'text', 12),
  own('dueOn', 'limit', 12),
  own('extendedFrom', 'day', 12),
  own('no', 'text', 18),
  own('givenOn', 'day', 12),
  own('lateDays', 'number', 10),
  own('lateWorkingDays', 'number', 10),
];

export const LATENESS: readonly ListColumn<LatenessRow>[] = [
  own('staff', 'text', 12),
  own('month', 'text', 10),
  own('due', 'number', 8),
  own('inTime', 'number', 8),
  own('lateGiven', 'number', 10),
  own('lateOpen', 'number', 10),
  { name: 'stillOpen', kind: 'number', width: 10, of: (row) => row.open },
  own('extended', 'number', 8),
  own('lateDays', 'number', 10),
  own('lateWorkingDays', 'number', 10),
];

export const CLIENTS: readonly ListColumn<ClientRow>[] = [
  own('name', 'text', 36),
  named('kind', 'kind', 10),
  own('code', 'text', 24),
  own('legalRepresentative', 'text', 14),
  own('phone', 'text', 18),
  own('address', 'text', 40),
  own('owner', 'text', 12),
  own('projects', 'number', 8),
  own('remarks', 'text', 40),
];

export const PROJECTS: readonly ListColumn<ProjectRow>[] = [
  own('client', 'text', 32),
  own('name', 'text', 32),
  named('businessType', 'business_type', 10),
  own('contractNo', 'text', 24),
  { name: 'amount', kind: 'yuan', width: 18, of: (row) => row.amountFen },
  own('guarantors', 'text', 28),
  own('aManager', 'text', 12),
  own('bManager', 'text', 12),
  own('disbursedOn', 'day', 12),
  own('endedOn', 'day', 12),
];

export const STAFF: readonly ListColumn<StaffRow>[] = [
  { name: 'person', kind: 'text', width: 14, of: (row) => row.name },
  own('department', 'text', 20),
  {
    name: 'positions',
    kind: 'text',
    width: 36,
    of: (row, say) => row.positions.map((position) => say(`position--${position}`)).join(say('mark--comma')),
  },
  own('login', 'text', 18),
  named('employment', 'employment', 12),
];

export const STAFF_HANDOVERS: readonly ListColumn<StaffHandoverRow>[] = [
  own('no', 'text', 18),
  own('from', 'text', 12),
  own('department', 'text', 20),
  named('cause', 'cause', 12),
  own('count', 'number', 8),
  { name: 'successors', kind: 'text', width: 24, of: (row, say) => row.successors.join(say('mark--comma')) },
  own('supervisor', 'text', 12),
  own('madeOn', 'day', 12),
  named('state', 'state', 16),
  { name: 'waitsFor', kind: 'text', width: 24, of: (row, say) => row.waitsFor.join(say('mark--comma')) },
  own('closedOn', 'day', 12),
];

/** The register of archive numbers. */
export const NUMBERS: readonly ListColumn<NumberRow>[] = [
  own('seq', 'number', 8),
  { name: 'archiveNo', kind: 'text', width: 22, of: ({ text }) => text },
  own('title', 'text', 36),
  named('origin', 'origin', 10),
  own('voidedOn', 'day', 12),
  own('voidedBy', 'text', 12),
  own('voidReason', 'text', 30),
  own('replacedBy', 'text', 22),
  own('replaces', 'text', 22),
  ...WITH_WHOM,
];

/** What stands where, box by box. */
export const PLACES: readonly ListColumn<PlaceLine>[] = [
  place('room'),
  place('cabinet'),
  place('shelf'),
  place('box'),
  own('archiveNo', 'text', 20),
  own('title', 'text', 36),
  own('pages', 'number', 8),
  { name: 'state', kind: 'text', width: 14, of: ({ state }, say) => state && say(`value--state.${state}`) },
  ...WITH_WHOM,
];
