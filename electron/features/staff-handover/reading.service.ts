import type { ParsedOf, Permission } from '../../../shared/api/contract';
import type { StaffHandoverSignature } from '../../../shared/api/desk.contract';
import { AppError } from '../../../shared/api/errors';
import type {
  Problem,
  StaffHandoverLine,
  StaffHandoverRow,
  StaffHandoverTrace,
  StaffHandoverView,
  StaffSignature,
  staffHandover,
  WantedSignature,
} from '../../../shared/api/staff-handover.contract';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import { dayOf, type SignedInContext } from '../../ipc/context';
import type { HeldRepo } from './held.repo';
import type { FrozenLine, Head, Round, StaffHandoverRepo } from './staff-handover.repo';
import {
  contentHash,
  type Destined,
  destine,
  isOutdated,
  type Known,
  signersOf,
  successorsOf,
  wantedOf,
  whyNotSupervisor,
  whyNotThere,
} from './staff-handover.rules';

export interface KnownPerson extends Known {
  department: string;
}

interface Parts {
  repo: StaffHandoverRepo;
  held: HeldRepo;
  person(id: number): KnownPerson | undefined;
  allows(staffId: number, permission: Permission): boolean;
}

/** A list as it is shown; what of it is signed has its hash. */
interface Seen {
  head: Head;
  round?: Round;
  lines: StaffHandoverLine[];
  signatures: StaffSignature[];
  wanted: WantedSignature[];
  hash?: string;
}

export type Reading = ReturnType<typeof createReading>;

/** Shows the lists, and says who may see which. */
export function createReading({ repo, held, person, allows }: Parts) {
  const demand = (id: number): Head => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchStaffHandover');
    return found;
  };
  const demandPerson = (id: number): KnownPerson => {
    const found = person(id);
    if (!found) throw new AppError('notFound', 'noSuchStaff');
    return found;
  };

  /** Everything that the person holds now, with where it is to go. */
  const destined = (head: Head, today: Day): Destined[] =>
    destine(held.of(head.fromId, today), repo.choices(head.id), head.successorId);

  const drafted = (head: Head, today: Day): StaffHandoverLine[] =>
    destined(head, today).map((line) => {
      const { followsId, clientId: _, otherId: __, other: ___, barredIds: ____, ...shown } = line;
      const to = line.successorId === undefined ? undefined : person(line.successorId);
      const problem = whyNotThere(line, { id: head.fromId }, to);
      return {
        ...shown,
        follows: followsId !== undefined,
        ...(to && { successor: to.name }),
        ...(problem && { problem }),
      };
    });
  const frozen = (line: FrozenLine): StaffHandoverLine => ({
    ...line,
    follows: line.kind === 'handover',
    chosen: false,
  });

  /** A list with what was offered for signing, as long as it is not a draft. */
  const read = (head: Head, today: Day): Seen => {
    const round = head.state === 'draft' ? undefined : repo.round(head.id);
    if (!round) return { head, lines: head.state === 'draft' ? drafted(head, today) : [], signatures: [], wanted: [] };
    const lines = repo.lines(round.id);
    const signatures = repo.signatures(round.id);
    const wanted = head.state === 'asked' ? wantedOf(signersOf({ head, round, lines }), signatures) : [];
    return { head, round, lines: lines.map(frozen), signatures, wanted, hash: contentHash({ head, round, lines }) };
  };

  const maySee = ({ head, lines }: Seen, ctx: SignedInContext): boolean => {
    const { staffId } = ctx.actor;
    if (allows(staffId, 'staffHandover.prepare')) return true;
    // A draft is nobody's business but that of those who prepare it.
    if (head.state === 'draft') return false;
    return head.fromId === staffId || head.supervisorId === staffId || successorsOf(lines).includes(staffId);
  };

  const rowOf = ({ head, round, lines, wanted }: Seen): StaffHandoverRow => {
    const { id, no, state, cause, fromId, madeOn, closedOn } = head;
    const from = demandPerson(fromId);
    const supervisor = round?.supervisorName ?? (head.supervisorId && person(head.supervisorId)?.name);
    return {
      ...{ id, no, state, cause, fromId, madeOn },
      from: round?.fromName ?? from.name,
      department: round?.department ?? from.department,
      successors: [...new Set(lines.flatMap(({ successor }) => successor ?? []))],
      ...(supervisor && { supervisor }),
      ...(round && { askedAt: round.askedAt }),
      ...(closedOn !== undefined && { closedOn }),
      count: lines.filter((line) => line.staysFor === undefined).length,
      waitsFor: [...new Set(wanted.map(({ name }) => name))],
    };
  };

  const problemsOf = ({ head, lines }: Seen): Problem[] => {
    if (head.state !== 'draft') return [];
    const supervisor = head.supervisorId === undefined ? undefined : person(head.supervisorId);
    return [whyNotSupervisor(supervisor, head.fromId, successorsOf(lines)) ?? []].flat();
  };

  const show = (id: number, ctx: SignedInContext): StaffHandoverView => {
    const head = demand(id);
    const seen = read(head, ctx.today);
    if (!maySee(seen, ctx)) throw new AppError('notAllowed', 'staffHandoverOfOthers', { no: head.no });
    const { successorId, supervisorId, state, reason } = head;
    const { lines, signatures, wanted, hash = '' } = seen;
    return {
      ...rowOf(seen),
      ...(successorId !== undefined && { successorId }),
      ...(supervisorId !== undefined && { supervisorId }),
      ...{ lines, signatures, wanted, reason },
      problems: problemsOf(seen),
      outdated: state === 'asked' && isOutdated(lines, held.of(head.fromId, ctx.today)),
      contentHash: hash,
      mayPrepare: allows(ctx.actor.staffId, 'staffHandover.prepare'),
    };
  };

  const list = ({ openOnly, fromId }: ParsedOf<typeof staffHandover.list>, ctx: SignedInContext): StaffHandoverRow[] =>
    repo
      .all()
      .filter((head) => (fromId === undefined || head.fromId === fromId) && !(openOnly && head.closedOn !== undefined))
      .map((head) => read(head, ctx.today))
      .filter((seen) => maySee(seen, ctx))
      .map(rowOf);

  /** The lists on which a record waits, for the record's own page. */
  const tracesOf = (record: 'client' | 'dossier', id: number, ctx: SignedInContext): StaffHandoverTrace[] => {
    const standing = repo.standingOf(record, id);
    return repo
      .asked()
      .filter((head) => standing.some(({ handoverId }) => handoverId === head.id))
      .map((head) => {
        const seen = read(head, ctx.today);
        const { no, from, waitsFor, askedAt = ctx.at } = rowOf(seen);
        const since = dayOf(new Date(askedAt));
        return {
          ...{ id: head.id, no, from, since, waitsFor },
          waitsDays: Math.max(0, daysBetween(since, ctx.today)),
          lines: standing.filter(({ handoverId }) => handoverId === head.id).map(({ handoverId: _, ...line }) => line),
          readable: maySee(seen, ctx),
        };
      });
  };

  /** Signatures that a person is asked for now, the longest waiting first. */
  const signaturesWantedOf = (staffId: number, today: Day): StaffHandoverSignature[] =>
    repo
      .asked()
      .map((head) => read(head, today))
      .flatMap(({ head, round, wanted }) =>
        wanted
          .filter((its) => its.staffId === staffId)
          .map(({ role }) => ({
            id: head.id,
            no: head.no,
            from: round?.fromName ?? '',
            role,
            askedAt: round?.askedAt ?? '',
          })),
      );

  return { demand, demandPerson, destined, show, list, tracesOf, signaturesWantedOf };
}
