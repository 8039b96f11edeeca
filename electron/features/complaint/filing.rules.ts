import type { Day } from '../../../shared/calendar/working-days';
import type { Procedure } from '../../../shared/complaint/procedure';
import type { CaseExtension } from './case-extension.rules';
import type { Taken } from './course.rules';
import type { Penalty } from './penalty.rules';

/** What a paper of a case is made of: each is filed once. */
export interface PaperSource {
  what: 'step' | 'extension' | 'penalty' | 'contacts' | 'evidence';
  sourceId: number;
}

/** A line of the in-volume list of a case. */
export interface CasePaper extends PaperSource {
  title: string;
  on: Day;
  responsible: string;
}

/** Everything of a case that is a paper. */
export interface PapersOfCase {
  steps: readonly (Taken & { taker: string })[];
  extensions: readonly CaseExtension[];
  penalties: readonly Pick<Penalty, 'id' | 'kind' | 'no' | 'granted' | 'withdrawnOn' | 'decidedOn' | 'decider'>[];
  contacts: readonly { id: number; on: Day; staff: string }[];
  evidence: readonly { id: number; name: string; on: Day; addedBy: string }[];
}

/** In-volume lists are Chinese in every language of the window. */
const CONTACTS = '往来与通话记录';
const EVIDENCE = '证据：';
const MORE_TIME = '延期申请：';
const DECISION = { penalty: '处罚决定：', reward: '奖励决定：' } as const;

const ofRound = (title: string, round: number): string => (round > 1 ? `${title}（第${round}轮）` : title);

/** The papers that lie in no dossier yet: the steps in the order in which they were taken, then what lies with them. */
export function papersToFile(
  { steps, limits }: Procedure,
  round: number,
  its: PapersOfCase,
  filed: readonly PaperSource[],
): CasePaper[] {
  const stepTitle = (code: string) => steps.find((step) => step.code === code)?.title ?? code;
  const limitTitle = (code: string) => limits.find((limit) => limit.code === code)?.title ?? code;
  const known = new Set(filed.map(({ what, sourceId }) => `${what} ${sourceId}`));
  const last = its.contacts.reduce((latest, { id }) => Math.max(latest, id), 0);
  const all: CasePaper[] = [
    ...its.steps.map(({ id, step, on, taker, round: its1 }) => ({
      ...{ what: 'step' as const, sourceId: id, title: ofRound(stepTitle(step), its1), on, responsible: taker },
    })),
    ...its.extensions
      .filter(({ state }) => state === 'granted' || state === 'refused')
      .map(({ id, limitCode, round: its1, closedOn, asker, askedOn }) => ({
        ...{ what: 'extension' as const, sourceId: id, title: ofRound(`${MORE_TIME}${limitTitle(limitCode)}`, its1) },
        ...{ on: closedOn ?? askedOn, responsible: asker },
      })),
    ...its.penalties
      .filter(({ granted, withdrawnOn }) => granted === 1 && withdrawnOn === undefined)
      .map(({ id, no, kind, decidedOn = '', decider = '' }) => ({
        ...{ what: 'penalty' as const, sourceId: id, title: `${DECISION[kind]}${no}`, on: decidedOn },
        responsible: decider,
      })),
    ...its.contacts
      .filter(({ id }) => id === last)
      .map(({ id, on, staff }) => ({
        ...{ what: 'contacts' as const, sourceId: id, title: ofRound(CONTACTS, round), on, responsible: staff },
      })),
    ...its.evidence.map(({ id, name, on, addedBy }) => ({
      ...{ what: 'evidence' as const, sourceId: id, title: `${EVIDENCE}${name}`, on, responsible: addedBy },
    })),
  ];
  return all.filter(({ what, sourceId }) => !known.has(`${what} ${sourceId}`));
}

/** What the dossier is called that holds a case, or what came to it after its first dossier was handed over. */
export const titleOfDossier = (no: string, about: string, procedure: string, round: number): string =>
  ofRound(`${no} ${about}${procedure}`, round);
