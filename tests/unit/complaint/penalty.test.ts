import { describe, expect, test } from 'vitest';
import {
  decisionHashOf,
  demandOnScale,
  isAsSigned,
  type Matter,
  type Penalty,
  penaltyDeciders,
  statementHashOf,
  whyNotPassUp,
  whyNotPenaltyDecider,
  whyNotProposer,
  withdrawHashOf,
} from '../../../electron/features/complaint/penalty.rules';
import { SHIPPED_PROCEDURES } from '../../../electron/features/complaint/shipped/shipped-procedures';
import type { Person } from '../../../electron/features/complaint/takers.rules';
import { AppError } from '../../../shared/api/errors';
import type { Position } from '../../../shared/api/people.contract';

const SERVICE = SHIPPED_PROCEDURES.serviceCompany;
const CASE: Matter = { definition: SERVICE, accused: [] };

const person = (id: number, departmentId: number, ...positions: Position[]): Person => ({
  ...{ id, name: `P${id}`, departmentId, positions },
});
const CHAIRMAN = person(1, 9, 'chairman');
const MANAGER = person(2, 9, 'generalManager');
const PERSONNEL = person(3, 8, 'hrManager');
const HEAD = person(4, 7, 'departmentHead');
const OTHER_HEAD = person(5, 6, 'departmentHead');
const CLERK = person(6, 7, 'employee');
const OFFICE = [CHAIRMAN, MANAGER, PERSONNEL, HEAD, OTHER_HEAD, CLERK];

const PROPOSED: Penalty = {
  ...{ id: 1, no: '罚〔2026〕001号', kind: 'penalty', complaintId: 1, staffId: CLERK.id, person: CLERK.name },
  ...{ departmentId: 7, department: '客户部', measure: 'fine', title: '罚款', amountFen: 5_000, points: 0, toAll: 0 },
  ...{ facts: '态度生硬', basis: '第十二条', proposedOn: '2026-03-02', proposedBy: PERSONNEL.id, proposer: 'P3' },
  ...{ passedUpReason: '', statement: '', opinion: '', withdrawReason: '' },
};
const idsOf = (people: readonly Person[]) => people.map(({ id }) => id);

describe('the scale of a procedure', () => {
  const refused = (code: string, amountFen: number, its = SERVICE) => {
    try {
      return demandOnScale(its, code, amountFen).code;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return [error.reason, error.details?.least, error.details?.most];
    }
  };

  test('takes both its ends and what lies between, and refuses a fen less or more with the scale in yuan', () => {
    expect([3_000, 5_050, 10_000].map((fen) => refused('fine', fen))).toEqual(['fine', 'fine', 'fine']);
    expect(refused('fine', 2_999)).toEqual(['penaltyOutsideScale', 30, 100]);
    expect(refused('fine', 10_001)).toEqual(['penaltyOutsideScale', 30, 100]);
  });

  test('takes a fixed amount only as it is, with the points and the notice to everybody that go with it', () => {
    expect(demandOnScale(SERVICE, 'notice', 20_000)).toMatchObject({ points: 5, toAll: true });
    expect(demandOnScale(SERVICE, 'fine', 3_000)).toMatchObject({ points: 0, toAll: false });
    expect(refused('notice', 20_001)).toEqual(['penaltyIsFixed', 200, 200]);
    expect(refused('dismissal', 1)).toEqual(['penaltyIsFixed', 0, 0]);
  });

  test('knows no other measure, and says where a procedure has no scale at all', () => {
    expect(refused('warning', 3_000)).toEqual(['measureUnknown', undefined, undefined]);
    expect(refused('fine', 3_000, { ...SERVICE, penalties: [] })).toEqual(['noPenaltyScale', undefined, undefined]);
  });
});

describe('who decides on a penalty', () => {
  const because = (who: Person, its: Penalty = PROPOSED, matter = CASE) =>
    whyNotPenaltyDecider(its, matter, who, OFFICE);

  test('is the head of the department, and neither another head nor the personnel manager', () => {
    expect(idsOf(penaltyDeciders(PROPOSED, CASE, OFFICE))).toEqual([HEAD.id]);
    expect(because(HEAD)).toBeUndefined();
    expect(because(OTHER_HEAD)).toBe('notYourPenalty');
    expect(because(PERSONNEL)).toBe('ownPenalty');
  });

  test('is never the person it is for, nor one complained of, nor the proposer; the general manager stands in', () => {
    const ofHead = { ...PROPOSED, staffId: HEAD.id };
    expect(because(HEAD, ofHead)).toBe('penaltyIsYours');
    expect(idsOf(penaltyDeciders(ofHead, CASE, OFFICE))).toEqual([MANAGER.id]);
    const accused = { ...CASE, accused: [HEAD.id] };
    expect(because(HEAD, PROPOSED, accused)).toBe('complainedOf');
    expect(idsOf(penaltyDeciders(PROPOSED, accused, OFFICE))).toEqual([MANAGER.id]);
    const byHead = { ...PROPOSED, proposedBy: HEAD.id };
    expect(because(HEAD, byHead)).toBe('ownPenalty');
    expect(idsOf(penaltyDeciders(byHead, CASE, OFFICE))).toEqual([MANAGER.id]);
  });

  test('is the general manager once it was passed up or is for an executive, and the chairman on the general manager', () => {
    expect(idsOf(penaltyDeciders({ ...PROPOSED, passedUpOn: '2026-03-09' }, CASE, OFFICE))).toEqual([MANAGER.id]);
    const deputy = person(7, 7, 'deputyManager');
    expect(idsOf(penaltyDeciders({ ...PROPOSED, staffId: 7 }, CASE, [...OFFICE, deputy]))).toEqual([MANAGER.id]);
    const ofManager = { ...PROPOSED, staffId: MANAGER.id, departmentId: 9 };
    expect(idsOf(penaltyDeciders(ofManager, CASE, OFFICE))).toEqual([CHAIRMAN.id]);
  });

  test('is whom the procedure of the case names; on a reward the head all the same', () => {
    const quality = { ...CASE, definition: SHIPPED_PROCEDURES.qualitySystem };
    expect(idsOf(penaltyDeciders(PROPOSED, quality, OFFICE))).toEqual([MANAGER.id]);
    expect(idsOf(penaltyDeciders({ ...PROPOSED, kind: 'reward' }, quality, OFFICE))).toEqual([HEAD.id]);
    expect(idsOf(penaltyDeciders({ ...PROPOSED, kind: 'reward' }, { accused: [] }, OFFICE))).toEqual([HEAD.id]);
  });
});

describe('who proposes a penalty and who passes it up', () => {
  test('nobody proposes for himself or herself or when complained of; over a head who keeps out of it the personnel manager does', () => {
    const by = (proposedBy: number, its = PROPOSED, matter = CASE) =>
      whyNotProposer({ ...its, proposedBy }, matter, OFFICE);
    expect(by(CLERK.id)).toBe('penaltyForOneself');
    expect(by(HEAD.id)).toBeUndefined();
    expect(by(HEAD.id, PROPOSED, { ...CASE, accused: [HEAD.id] })).toBe('complainedOf');
    const ofHead = { ...PROPOSED, staffId: HEAD.id };
    expect(by(OTHER_HEAD.id, ofHead)).toBe('personnelProposes');
    expect(by(PERSONNEL.id, ofHead)).toBeUndefined();
    expect(by(OTHER_HEAD.id, ofHead, { ...CASE, accused: [PERSONNEL.id] })).toBeUndefined();
  });

  test('the personnel manager passes up what a head lets lie, and nothing that is no head’s', () => {
    const by = (who: Person, its = PROPOSED, matter = CASE) => whyNotPassUp(its, matter, who, OFFICE);
    expect(by(PERSONNEL)).toBeUndefined();
    expect(by(OTHER_HEAD)).toBe('personnelPassesUp');
    expect(by(CLERK)).toBe('penaltyIsYours');
    expect(by(PERSONNEL, PROPOSED, { ...CASE, accused: [PERSONNEL.id] })).toBe('complainedOf');
    expect(by(PERSONNEL, { ...PROPOSED, passedUpOn: '2026-03-09' })).toBe('noHeadToPass');
    expect(by(PERSONNEL, PROPOSED, { ...CASE, accused: [HEAD.id] })).toBe('noHeadToPass');
  });
});

describe('what was signed for a penalty', () => {
  const stated: Penalty = { ...PROPOSED, statementWay: 'written', statement: '无异议' };
  const withStatement = { ...stated, statementHash: statementHashOf(stated, 'written', '无异议') };
  const decided: Penalty = { ...withStatement, granted: 1, opinion: '同意', effectiveOn: '2026-03-10' };
  const withDecision = { ...decided, decisionHash: decisionHashOf(decided, true, '同意', '2026-03-10') };
  const withdrawn: Penalty = { ...withDecision, withdrawnOn: '2026-03-12', withdrawReason: '事实有误' };
  const SIGNED: Penalty = { ...withdrawn, withdrawHash: withdrawHashOf(withdrawn, '事实有误') };

  const PROPOSAL: Partial<Penalty> = {
    ...{ no: '罚〔2026〕002号', kind: 'reward', complaintId: 2, staffId: 5, measure: 'notice', title: '通报' },
    ...{ amountFen: 5_001, points: 1, toAll: 1, facts: '推诿', basis: '第十三条', proposedBy: 4 },
  };
  const SAID: Partial<Penalty> = {
    ...{ statementWay: 'recorded', statement: '有异议', granted: 0, opinion: '不同意', effectiveOn: '2026-03-11' },
    ...{ withdrawReason: '另有原因' },
  };
  const oneByOne = (changes: Partial<Penalty>) =>
    Object.entries(changes).map(([column, value]) => ({ column, changed: { ...SIGNED, [column]: value } }));

  test('fits as it was signed, with or without each of its three signatures', () => {
    expect([PROPOSED, withStatement, withDecision, SIGNED].map(isAsSigned)).toEqual([true, true, true, true]);
  });

  test.each(oneByOne({ ...PROPOSAL, ...SAID }))('no longer fits once its $column was changed', ({ changed }) => {
    expect(isAsSigned(changed)).toBe(false);
  });

  test.each(oneByOne(PROPOSAL))('each of the three signatures is over the $column', ({ changed }) => {
    expect(statementHashOf(changed, 'written', '无异议')).not.toBe(SIGNED.statementHash);
    expect(decisionHashOf(changed, true, '同意', '2026-03-10')).not.toBe(SIGNED.decisionHash);
    expect(withdrawHashOf(changed, '事实有误')).not.toBe(SIGNED.withdrawHash);
  });

  test('the decision is over the statement, and the withdrawal over the decision', () => {
    const otherwise = { ...SIGNED, statementHash: 'x', decisionHash: 'x' };
    expect(decisionHashOf(otherwise, true, '同意', '2026-03-10')).not.toBe(SIGNED.decisionHash);
    expect(withdrawHashOf(otherwise, '事实有误')).not.toBe(SIGNED.withdrawHash);
  });
});
