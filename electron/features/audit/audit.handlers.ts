import type { z } from 'zod';
import type {
  auditFilter,
  EventView,
  HISTORY_TABLES,
  JournalVerdict,
  SlipAnswer,
} from '../../../shared/api/audit.contract';
import type { Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import { asOfNow, type Clock } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import { inTurns } from '../../ipc/in-turns';
import type { AuditRepo, EventFilter, StoredEvent } from './audit.repo';
import { checkJournal, columnChanges, leftAs, meantBy, readAnchor, subjectOf, type Walk } from './audit.rules';

const SHOWN_CHANGES = 200;
/** The office's midnight as an instant: days are Chinese days. */
const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`);
const MS_PER_DAY = 86_400_000;
type DayFilter = z.output<typeof auditFilter>;

/** A record's history shows the record: it needs the same permission. Whoever reads the whole log reads this too. */
const NEEDS: Readonly<Record<(typeof HISTORY_TABLES)[number], Permission>> = {
  dossier: 'dossier.read',
  handover: 'dossier.read',
  disposal: 'dossier.read',
  supplement_list: 'dossier.read',
  client: 'client.read',
  project: 'client.read',
  title: 'title.read',
  title_slip: 'title.read',
  title_handover: 'title.read',
  stocktake: 'title.read',
  safe: 'title.read',
  borrowing: 'borrowing.read',
  complaint: 'complaint.oversee',
  staff: 'people.manage',
  staff_handover: 'staffHandover.prepare',
};

/** One event in the words of its records. */
function viewOf(repo: AuditRepo, event: StoredEvent): EventView {
  const changes = repo
    .changes(event.seq, SHOWN_CHANGES)
    .flatMap((change) => columnChanges(change, repo.calledBy))
    .map(repo.named);
  // What was signed, and not who signed; the dossier, and not its first paper.
  const told = changes.filter(
    ({ table, rowName }) => rowName !== undefined && !/^dossier_item$|signature$/.test(table),
  );
  const named = told.find(({ table }) => table === meantBy(event.action)) ?? told[0];
  const paper = changes.find(({ table }) => table === 'dossier_item')?.rowName ?? '';
  return {
    seq: event.seq,
    at: event.at,
    ...(event.actorId === null ? {} : { actorId: event.actorId }),
    ...(event.actor === null ? {} : { actor: event.actor }),
    action: event.action,
    ...(event.reason === null ? {} : { reason: event.reason }),
    code: event.hash.slice(0, 16),
    changes,
    changeCount: repo.changeCount(event.seq),
    about: named?.rowName ?? leftAs(event) ?? (repo.meant(subjectOf(event)) || paper),
  };
}

/** The filter's days as the instants at which they begin and end in the office. */
function instantsOf({ from, to, ...filter }: DayFilter): EventFilter {
  return {
    ...filter,
    from: from && midnight(from).toISOString(),
    to: to && new Date(midnight(to).getTime() + MS_PER_DAY).toISOString(),
  };
}

/** The audit log as an export goes through it. */
export const exportedEvents = (repo: AuditRepo) => ({
  ids: ({ name: _, ...filter }: DayFilter & { name: string }): number[] => repo.seqs(instantsOf(filter)),
  byId: (seq: number): EventView | undefined => {
    const event = repo.bySeq(seq);
    return event && viewOf(repo, event);
  },
});

/** The paper against the event that it names, and the journal against itself. */
function weighed(repo: AuditRepo, { seq, code }: { seq: number; code: string }, verdict: JournalVerdict): SlipAnswer {
  const broken = verdict.whole ? {} : { broken: { seq: verdict.seq, fault: verdict.fault } };
  const event = repo.bySeq(seq);
  if (!event) return { seq, answer: 'shorter', last: repo.list({}, 0, 1).total, ...broken };
  const { at, actor, action, about, code: stands } = viewOf(repo, event);
  if (stands !== code) return { seq, answer: 'differs', at, code: stands, ...broken };
  return { seq, answer: 'matches', at, ...(actor !== undefined && { actor }), action, about, ...broken };
}

interface Parts {
  repo: AuditRepo;
  commit: Commit;
  clock: Clock;
  allows(staffId: number, permission: Permission): boolean;
  /** Looks for a signature that does not fit the list that it stands under. */
  walkSignatures(): Walk;
}

export function createAuditHandlers({ repo, commit, clock, allows, walkSignatures }: Parts): HandlersOf<'audit'> {
  const view = (event: StoredEvent) => viewOf(repo, event);
  return {
    list: ({ offset, limit, ...filter }) => {
      const { events, total } = repo.list(instantsOf(filter), offset, limit);
      return { events: events.map(view), total };
    },
    history: ({ table, id, limit }, ctx) => {
      const permission = NEEDS[table];
      if (!allows(ctx.actor.staffId, permission) && !allows(ctx.actor.staffId, 'audit.read')) {
        commit(ctx, 'permission.refused', { method: 'audit.history', table }, () => undefined);
        throw new AppError('notAllowed', 'notAllowed', { permission });
      }
      if (table === 'dossier') return repo.dossierEvents(id, limit).map(view);
      if (table === 'title') return repo.titleEvents(id, limit).map(view);
      if (table === 'borrowing') return repo.slipEvents(id, limit).map(view);
      if (table === 'complaint') return repo.complaintEvents(id, limit).map(view);
      if (table === 'safe') return repo.safeEvents(id, limit).map(view);
      if (table === 'supplement_list') return repo.supplementEvents(id, limit).map(view);
      return repo.list({ table, rowId: id }, 0, limit).events.map(view);
    },
    checkSlip: async (typed, ctx) => {
      const anchor = readAnchor(typed.seq, typed.code);
      if (!anchor) throw new AppError('invalid', 'anchorUnreadable', { field: 'code' });
      const verdict = await inTurns(checkJournal(repo, walkSignatures));
      const answer = weighed(repo, anchor, verdict);
      commit(asOfNow(clock, ctx), 'audit.checkSlip', { seq: anchor.seq, answer: answer.answer }, () => undefined);
      return answer;
    },
    verify: async (_, ctx) => {
      const verdict = await inTurns(checkJournal(repo, walkSignatures));
      const found = verdict.whole ? { whole: true, seq: verdict.seq } : verdict;
      // Others have acted meanwhile: the event is of now.
      commit(asOfNow(clock, ctx), 'audit.verify', { ...found }, () => undefined);
      return verdict;
    },
  };
}
