import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { HeldKind, StaffSignRole, staffHandover } from '../../../shared/api/staff-handover.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import type { HeldRepo } from './held.repo';
import type { createPreparing } from './preparing.service';
import type { KnownPerson, Reading } from './reading.service';
import type { Head, Round, StaffHandoverRepo } from './staff-handover.repo';
import {
  contentHash,
  destine,
  exceptionHash,
  heldText,
  isOutdated,
  mayExcept,
  type Signed,
  signersOf,
  wantedOf,
} from './staff-handover.rules';

/** The list by which things pass, which everybody concerned has signed. */
export interface PassedBy {
  no: string;
  supervisorId: number;
  today: Day;
}
/** Gives one thing to somebody: the feature that it belongs to writes it. */
export type Passing = Readonly<Record<HeldKind, (recordId: number, to: number, by: PassedBy) => void>>;

/** Whose signature, and as what. */
type AskedAs = Pick<Signer, 'staffId'> & { role: StaffSignRole };
type SignedAs = Signer & AskedAs;
type SignedRound = Signed & { head: Head; round: Round };

interface Parts {
  repo: StaffHandoverRepo;
  held: HeldRepo;
  reading: Reading;
  preparing: ReturnType<typeof createPreparing>;
  passing: Passing;
  commit: Commit;
  person(id: number): KnownPerson | undefined;
}

/** Those named sign, one after the other; with the last signature everything moves. Executives sign exceptions. */
export function createSigning({ repo, held, reading, preparing, passing, commit, person }: Parts) {
  const { demand, demandPerson } = reading;

  /** The list that is offered for signing now. */
  const signedOf = (head: Head): SignedRound => {
    const round = repo.round(head.id);
    if (!round) throw new AppError('conflict', 'staffHandoverNotAsked', { no: head.no });
    return { head, round, lines: repo.lines(round.id) };
  };

  /** Everything is still as it was frozen, and could be handed over as it stands there. */
  const demandTrue = ({ head, round, lines }: SignedRound, ctx: SignedInContext): void => {
    const things = held.of(head.fromId, ctx.today);
    if (isOutdated(lines, things)) throw new AppError('conflict', 'holdingsChanged', { name: round.fromName });
    const choices = lines.flatMap(({ kind, recordId, successorId }) =>
      successorId === undefined ? [] : [{ kind, recordId, successorId }],
    );
    preparing.demandSound({ ...head, supervisorId: round.supervisorId }, destine(things, choices, undefined));
  };

  const wantedNow = (signed: SignedRound, more: readonly AskedAs[] = []) =>
    wantedOf(signersOf(signed), [...repo.signatures(signed.round.id), ...more]);

  const demandSigners = (signed: SignedRound, signers: readonly AskedAs[], absence?: string): void => {
    const wanted = wantedNow(signed);
    const isWanted = (its: AskedAs) => wanted.some(({ role, staffId }) => role === its.role && staffId === its.staffId);
    const stranger = signers.find((its) => !isWanted(its));
    if (stranger) throw new AppError('conflict', 'notAskedToSign', { name: demandPerson(stranger.staffId).name });
    if (absence === undefined) return;
    const signs = (role: StaffSignRole) => signers.some((its) => its.role === role);
    if (!signs('supervisor') || signs('from') || !wanted.some(({ role }) => role === 'from'))
      throw new AppError('conflict', 'absenceNeedsSupervisor', { name: signed.round.fromName });
  };

  /** Each signs by the own hand, and the supervisor a second time in the place of whoever is absent. */
  const write = (signed: SignedRound, signers: readonly SignedAs[], at: string, absence?: string): void => {
    const seen = contentHash(signed);
    const { id } = signed.round;
    for (const { role, staffId } of signers) {
      repo.sign(id, { role, staffId, at, contentHash: seen });
      if (role !== 'supervisor' || absence === undefined) continue;
      repo.sign(id, { role: 'from', staffId, absence, at, contentHash: contentHash(signed, absence) });
    }
  };

  /** Fails before anybody is asked for a secret, and again in the act itself. */
  const demandSignable = (id: number, seen: string, signers: readonly AskedAs[], absence?: string): SignedRound => {
    const head = demand(id);
    preparing.demandState(head, 'asked');
    const signed = signedOf(head);
    if (contentHash(signed) !== seen) throw new AppError('conflict', 'staffHandoverChanged', { no: head.no });
    demandSigners(signed, signers, absence);
    return signed;
  };

  const sign = (
    { id, seen, absence }: Pick<ParsedOf<typeof staffHandover.sign>, 'id' | 'seen' | 'absence'>,
    signers: readonly SignedAs[],
    ctx: SignedInContext,
  ) => {
    const signed = demandSignable(id, seen, signers, absence);
    demandTrue(signed, ctx);
    const inPlace = absence === undefined ? [] : [{ role: 'from' as const, staffId: signed.round.supervisorId }];
    const complete = wantedNow(signed, [...signers, ...inPlace]).length === 0;
    const told = {
      id,
      signers: signers.map(({ role, staffId }) => ({ role, staffId })),
      absent: absence !== undefined,
    };
    const act = () => {
      write(signed, signers, ctx.at, absence);
      if (complete) move(signed, ctx.today);
      if (complete) repo.close(id, 'signed', ctx.today, '');
      return { complete };
    };
    // Why somebody signed in another's place stands with that signature.
    return commit(ctx, complete ? 'staffHandover.complete' : 'staffHandover.sign', told, act);
  };

  const move = ({ head, round, lines }: SignedRound, today: Day): void => {
    const by = { no: head.no, supervisorId: round.supervisorId, today };
    for (const { kind, recordId, successorId } of lines)
      if (successorId !== undefined) passing[kind](recordId, successorId, by);
  };

  const except = (
    { staffId, reason }: Pick<ParsedOf<typeof staffHandover.except>, 'staffId' | 'reason'>,
    signer: Signer,
    ctx: SignedInContext,
  ): void => {
    const its = demandPerson(staffId);
    const executive = person(signer.staffId);
    const { name } = signer;
    if (!executive || !mayExcept(executive)) throw new AppError('notAllowed', 'notAnExecutive', { name });
    if (executive.employment !== 'active') throw new AppError('notAllowed', 'executiveNotHere', { name });
    if (signer.staffId === staffId) throw new AppError('notAllowed', 'exceptsOneself', { name });
    if (its.employment === 'left') throw new AppError('conflict', 'hasLeftAlready', { name: its.name });
    const things = held.of(staffId, ctx.today);
    if (things.length === 0) throw new AppError('conflict', 'holdsNothing', { name: its.name });
    const signed = { staffId, signedBy: signer.staffId, reason, held: heldText(things) };
    const told = { staffId, signer: signer.staffId, count: things.length };
    commit(
      ctx,
      'staffHandover.except',
      told,
      () => repo.addException({ ...signed, at: ctx.at, contentHash: exceptionHash(signed) }),
      reason,
    );
  };

  return { demandSignable, sign, except };
}
