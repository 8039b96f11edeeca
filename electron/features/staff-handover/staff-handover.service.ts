import type { Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { type ContactLetter, HELD_KINDS, type Held, type Leaver } from '../../../shared/api/staff-handover.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { HeldRepo, Held as Thing } from './held.repo';
import type { LettersRepo } from './letters.repo';
import { createPreparing } from './preparing.service';
import { createReading, type KnownPerson } from './reading.service';
import { createSigning, type Passing } from './signing.service';
import type { StaffHandoverRepo } from './staff-handover.repo';
import { covers } from './staff-handover.rules';

interface Parts {
  repo: StaffHandoverRepo;
  held: HeldRepo;
  letters: LettersRepo;
  passing: Passing;
  commit: Commit;
  person(id: number): KnownPerson | undefined;
  allows(staffId: number, permission: Permission): boolean;
}

export type StaffHandoverService = ReturnType<typeof createStaffHandoverService>;

/** What somebody holds goes to others: by a list that everybody concerned signs, or by an exception that an executive signs. */
export function createStaffHandoverService(parts: Parts) {
  const { repo, held, letters } = parts;
  const reading = createReading(parts);
  const preparing = createPreparing({ ...parts, reading });
  const { demandSound: _, demandState: __, ...prepare } = preparing;
  const { demand, list, show, tracesOf, signaturesWantedOf } = reading;

  const openOf = (staffId: number) => {
    const open = repo.openOf(staffId);
    return open ? { open: { id: open.id, no: open.no, state: open.state } } : {};
  };
  const isCovered = (staffId: number, things: readonly Thing[]) =>
    repo.exceptions(staffId).some((its) => covers(its, things));

  const heldBy = (staffId: number, today: Day): Held => {
    const { name, department, employment } = reading.demandPerson(staffId);
    const things = held.of(staffId, today);
    const exceptions = repo.exceptions(staffId).map((its) => ({
      ...{ id: its.id, signedBy: its.name, at: its.at, reason: its.reason },
      valid: things.length > 0 && covers(its, things),
    }));
    return { staffId, name, department, employment, things: things.map(shown), exceptions, ...openOf(staffId) };
  };

  const leavers = (today: Day): Leaver[] =>
    held.leavers().flatMap((staffId) => {
      const { name, department, employment } = reading.demandPerson(staffId);
      const things = held.of(staffId, today);
      if (employment === 'left' && things.length === 0) return [];
      const excepted = things.length > 0 && isCovered(staffId, things);
      return [{ staffId, name, department, employment, counts: countsOf(things), excepted, ...openOf(staffId) }];
    });

  return {
    ...prepare,
    ...createSigning({ ...parts, reading, preparing }),
    demand,
    list,
    show,
    tracesOf,
    signaturesWantedOf,
    heldBy,
    leavers,
    letters: (id: number, ctx: SignedInContext): ContactLetter[] => {
      const { no } = demand(id);
      const view = show(id, ctx);
      if (view.state !== 'signed') throw new AppError('conflict', 'lettersBeforeSigning', { no });
      const written = letters(id);
      if (written.length === 0) throw new AppError('conflict', 'noLetters', { no });
      return written;
    },
    /** How much of each kind somebody would leave behind who left now, unless an executive has signed for it. */
    leftBehindBy: (staffId: number, today: Day) => {
      const things = held.of(staffId, today);
      return things.length === 0 || isCovered(staffId, things) ? [] : countsOf(things);
    },
  };
}

/** What a window is told of a thing. */
const shown = ({ kind, recordId, title, detail, staysFor, staysForId }: Thing) => ({
  ...{ kind, recordId, title, detail },
  ...(staysFor !== undefined && { staysFor }),
  ...(staysForId !== undefined && { staysForId }),
});

const countsOf = (things: readonly Thing[]) =>
  HELD_KINDS.map((kind) => ({ kind, count: things.filter((its) => its.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
